import { z } from 'zod';
import type { Measure } from './measures/measure.ts';

const Environment = z.object({
  BENCH_ONLY: z.string().optional(),
  BENCH_SAMPLES: z.coerce.number().int().positive().optional(),
  BENCH_QUICK: z.string().optional(),
  BENCH_ALL: z.string().optional(),
});

export type BenchOptions = { samples: number; isQuick: boolean; wants: (measure: Measure) => boolean };

/** What scripts/bench.mjs was told, as it reaches the run. */
export function readOptions(env: Record<string, string | undefined>): BenchOptions {
  const { BENCH_ONLY: only, BENCH_SAMPLES: samples, BENCH_QUICK: quick, BENCH_ALL: all } = Environment.parse(env);
  const isQuick = quick !== undefined;
  const named = only?.toUpperCase().split(',');
  return {
    samples: samples ?? (isQuick ? 5 : 20),
    isQuick,
    wants: ({ names, isLong }) =>
      named ? names.some((name) => named.includes(name)) : all !== undefined || isLong !== true,
  };
}
