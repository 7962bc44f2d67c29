import { differenceOfMedians, type Interval, ratioOfMedians } from '../statistics/bootstrap.ts';
import { median, quantile } from '../statistics/quantile.ts';
import type { Bar, Figure, Taken } from './figure.ts';

export type Verdict = 'goal' | 'good' | 'missed';

export type Judged = {
  figure: Figure;
  samples: number;
  p50: number;
  p95: number;
  p99: number;
  most: number;
  floor: number | undefined;
  ratio: Interval | undefined;
  difference: Interval | undefined;
  verdict: Verdict;
};

/** Sums up what was measured, and holds it against the bars. */
export function judge({ figure, ours, floor }: Taken): Judged {
  if (ours.length === 0) throw new Error(`${figure.name} has no samples.`);
  const isCompared = floor.length > 0;
  const facts = {
    p50: median(ours),
    p95: quantile(ours, 0.95),
    p99: quantile(ours, 0.99),
    most: Math.max(...ours),
    ratio: isCompared ? ratioOfMedians(ours, floor) : undefined,
    difference: isCompared ? differenceOfMedians(ours, floor) : undefined,
  };
  const holds = (bar: Bar) =>
    (Object.keys(bar) as (keyof Bar)[]).every((name) => {
      const fact = facts[name];
      const value = typeof fact === 'object' ? fact.value : fact;
      return value !== undefined && value <= (bar[name] ?? Number.NaN);
    });
  return {
    figure,
    samples: ours.length,
    ...facts,
    floor: isCompared ? median(floor) : undefined,
    verdict: holds(figure.goal) ? 'goal' : holds(figure.good) ? 'good' : 'missed',
  };
}
