import { foreign } from '../foreign.ts';

/** What is said above the window’s content when a server cannot be reached. */
export const banners = {
  offline: (account: string) => `Not connected to ${foreign(account)}.`,
  offlineHint: 'What you answer now is kept and sent as soon as it is back.',
  retryingNow: 'Trying again now.',
  retryIn: (wait: string) => `Trying again in ${wait}.`,
  retryNow: 'Retry now',
  refused: (account: string) => `${foreign(account)} refused the connection.`,
  refusedHint: {
    unauthorized: 'Its token is not valid any more.',
    forbidden: 'Its token may not read this inbox.',
    version: 'It speaks a version of the protocol that this app does not know.',
    policy: 'Its rules do not allow this connection.',
  },
  told: 'The server asked us to wait until then.',
  localFailed: 'The server on this computer is not running.',
  viaEvents: 'WebSocket is blocked here: connected by server-sent events',
  viaPolling: 'WebSocket is blocked here: asking every 15 s',
  dismiss: 'Dismiss',
};
