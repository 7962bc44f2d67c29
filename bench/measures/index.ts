import { arrival } from './p07-arrival.ts';
import type { Measure } from './measure.ts';

/** In the order of the table of docs/performance.md. */
export const measures: readonly Measure[] = [arrival];
