/** After this many ends within a minute the server is left alone for a minute, or until somebody asks for it (guarantees.md, R21). */
const mostEnds = 5;
const windowMs = 60_000;
const firstWaitMs = 200;

export type RestartPlan = { ends: readonly number[]; restartAt: number };

/** When the embedded server is to be started again after it ended at `now`. Pure. */
export function planRestart(earlierEnds: readonly number[], now: number): RestartPlan {
  const ends = [...earlierEnds.filter((at) => now - at < windowMs), now];
  const waitMs = ends.length >= mostEnds ? windowMs : firstWaitMs * 2 ** (ends.length - 1);
  return { ends, restartAt: now + waitMs };
}
