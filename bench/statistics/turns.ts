export type Side = 'ours' | 'floor';

/** Whose turn it is, so many times each: A B B A, so that a machine that slows down or warms up is unfair to neither. */
export function turns(samples: number): Side[] {
  return Array.from({ length: samples }, (_, pair): Side[] =>
    pair % 2 === 0 ? ['ours', 'floor'] : ['floor', 'ours'],
  ).flat();
}

/** Takes so many samples of both sides, in turns. */
export async function inTurns(
  samples: number,
  take: Record<Side, (sample: number) => Promise<number>>,
): Promise<Record<Side, number[]>> {
  const taken: Record<Side, number[]> = { ours: [], floor: [] };
  for (const side of turns(samples)) taken[side].push(await take[side](taken[side].length));
  return taken;
}
