/** What one figure may be at most. `ratio` and `difference` compare medians with the floor's; the others are ours alone. */
export type Bar = Partial<Record<'ratio' | 'difference' | 'p50' | 'p95' | 'p99' | 'most', number>>;

/** A row of the table of docs/performance.md. */
export type Figure = {
  name: string;
  what: string;
  /** What it is compared with. */
  against: string | undefined;
  unit: string;
  good: Bar;
  goal: Bar;
};

/** A figure with what was measured in one run. `floor` is empty where there is none. */
export type Taken = { figure: Figure; ours: readonly number[]; floor: readonly number[] };
