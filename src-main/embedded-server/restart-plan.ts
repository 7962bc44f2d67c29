/** After this many ends within a minute the server stays down until somebody asks for it (guarantees.md, R21). */
const mostEnds = 5;
const windowMs = 60_000;
const firstWaitMs = 200;

export type RestartPlan = { ends: readonly number[]; restartAt: number | undefined };

/** When the embedded server is to be started again after it ended at `now`; never (undefined) once the breaker is open. Pure. */
export function planRestart(earlierEnds: readonly number[], now: number): RestartPlan {
  const ends = [...earlierEnds.filter((at) => now - at < windowMs), now];
  return { ends, restartAt: ends.length >= mostEnds ? undefined : now + firstWaitMs * 2 ** (ends.length - 1) };
}
