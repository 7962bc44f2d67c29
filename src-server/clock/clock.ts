/** Time as it is handed to everything that needs it: what it is now, and to be called at a time. Both in ms since 1970. */
export interface Clock {
  now(): number;
  /** Runs `run` once the clock has reached `when`; returns the way to call it off. */
  at(when: number, run: () => void): () => void;
}
