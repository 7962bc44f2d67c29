import type { Measure } from './measure.ts';
import { arrival } from './p07-arrival.ts';
import { search } from './p08-search.ts';
import { thousand } from './p11-thousand.ts';
import { twentyThousand } from './p12-twenty-thousand.ts';
import { nextItem } from './p13-next-item.ts';

/** In the order of the table of docs/performance.md. */
export const measures: readonly Measure[] = [arrival, search, thousand, twentyThousand, nextItem];
