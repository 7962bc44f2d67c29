/** What the exit code of `atp` says; part of its interface, so these never change. */
export const exitCode = {
  answered: 0,
  /** Answered with an action that `--yes` does not name. */
  answeredOtherwise: 1,
  badUsage: 2,
  expired: 3,
  withdrawn: 4,
  notReachable: 5,
  /** The server refused the call: a wrong key, a limit, a notification it does not take. */
  refused: 6,
  /** `--wait-for` is over; the question stays open. */
  stillWaiting: 7,
  /** Ctrl-C. */
  interrupted: 130,
} as const;
