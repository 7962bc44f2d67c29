/** Time as the stores know it: ms of this machine's clock. */
export type Clock = {
  now(): number;
  /** Calls back at `when`; returns the end of the wait. */
  at(when: number, run: () => void): () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  at(when, run) {
    const timer = setTimeout(run, Math.max(0, when - Date.now()));
    return () => clearTimeout(timer);
  },
};
