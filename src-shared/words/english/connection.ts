/** The state of a connection, as short as it fits beside the server's name. */
export const connection = {
  live: 'live',
  connecting: 'connecting',
  catchingUp: 'catching up',
  stopped: 'stopped',
  retrying: 'retrying',
  retryIn: (wait: string) => `retry in ${wait}`,
  refused: {
    unauthorized: 'refused: token',
    forbidden: 'refused: no access',
    version: 'refused: version',
    policy: 'refused: its rules',
  },
};
