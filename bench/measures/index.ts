import type { Measure } from './measure.ts';
import { coldStart } from './p01-cold-start.ts';
import { largeHistory } from './p02-large-history.ts';
import { atRest } from './p03-at-rest.ts';
import { arrival } from './p07-arrival.ts';
import { search } from './p08-search.ts';
import { largeSearch } from './p09-large-search.ts';
import { thousand } from './p11-thousand.ts';
import { twentyThousand } from './p12-twenty-thousand.ts';
import { nextItem } from './p13-next-item.ts';

/** In the order of the table of docs/performance.md. */
export const measures: readonly Measure[] = [
  coldStart,
  largeHistory,
  atRest,
  arrival,
  search,
  largeSearch,
  thousand,
  twentyThousand,
  nextItem,
];
