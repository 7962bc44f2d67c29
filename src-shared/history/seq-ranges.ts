/** Whole numbers as ranges with both ends, in order and apart from each other. */
export type SeqRanges = readonly (readonly [number, number])[];

/** The ranges of numbers that are in ascending order. */
export function rangesOf(seqs: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const seq of seqs) {
    const last = ranges.at(-1);
    if (last && last[1] === seq - 1) last[1] = seq;
    else ranges.push([seq, seq]);
  }
  return ranges;
}

/** What is in some ranges and not in others. */
export function without(ranges: SeqRanges, taken: SeqRanges): [number, number][] {
  let left = ranges.map(([from, to]): [number, number] => [from, to]);
  for (const [from, to] of taken) {
    left = left.flatMap(([a, b]): [number, number][] => {
      if (b < from || a > to) return [[a, b]];
      const before: [number, number][] = a < from ? [[a, from - 1]] : [];
      return b > to ? [...before, [to + 1, b]] : before;
    });
  }
  return left;
}
