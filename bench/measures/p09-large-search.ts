import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInbox } from '../store/large-history.ts';
import { fillForSearch, typed } from '../store/search.ts';
import type { Bench, Measure } from './measure.ts';

const now = Date.parse('2026-01-15T09:00:00Z');
const handedOver = 500;

/** What a search asks of the store, as it is typed and narrowed, with ten times as much stored. */
export const largeSearch: Measure = {
  names: ['P9'],
  title: 'search in 1,000,000 against 100,000',
  isLong: true,
  run: async ({ isQuick }: Bench) => {
    const small = isQuick ? 2_000 : 100_000;
    const stores = [small * 10, small].map((size) => {
      const folder = mkdtempSync(join(tmpdir(), 'triage-bench-'));
      fillForSearch(folder, size);
      return { folder, inbox: openInbox(folder), times: [] as number[] };
    }) as [Filled, Filled];
    for (let round = 0; round < 4; round++) {
      for (const search of typed) {
        for (const one of round % 2 === 0 ? stores : stores.toReversed()) {
          const before = performance.now();
          one.inbox.queries.endedOrder({ search, limit: handedOver }, now);
          one.times.push(performance.now() - before);
        }
      }
    }
    for (const { inbox, folder } of stores) {
      inbox.close();
      rmSync(folder, { recursive: true });
    }
    const figure = {
      name: 'P9',
      what: `search in ${(small * 10).toLocaleString('en')}, newest first`,
      against: `in ${small.toLocaleString('en')}`,
      unit: 'ms',
      good: { ratio: 2 },
      goal: { ratio: 1.3 },
    };
    return [{ figure, ours: stores[0].times, floor: stores[1].times }];
  },
};
type Filled = { folder: string; inbox: ReturnType<typeof openInbox>; times: number[] };
