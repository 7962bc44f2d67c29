/** How many questions ended while nobody looked, by how they ended; `answered`: by somebody else, or elsewhere. */
export type Missed = { expired: number; withdrawn: number; answered: number };

export const nothingMissed: Missed = { expired: 0, withdrawn: 0, answered: 0 };

export function missedInAll({ expired, withdrawn, answered }: Missed): number {
  return expired + withdrawn + answered;
}
