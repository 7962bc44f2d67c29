import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTurns } from '../statistics/turns.ts';
import { fillInbox, firstScreen } from '../store/large-history.ts';
import type { Bench, Measure } from './measure.ts';

/**
 * What the start asks of the store, with a million rows against a thousand. The rest of a start does not know how many
 * there are, so this is the part of it that could grow.
 */
export const largeHistory: Measure = {
  names: ['P2'],
  title: 'the store’s part of the start with 1,000,000 rows',
  isLong: true,
  run: async ({ samples, isQuick }: Bench) => {
    const large = isQuick ? 20_000 : 1_000_000;
    const [small, big] = [1_000, large].map((size) => {
      const folder = mkdtempSync(join(tmpdir(), 'triage-bench-'));
      fillInbox(folder, size);
      return folder;
    }) as [string, string];
    const taken = await inTurns(samples, {
      ours: async () => firstScreen(big),
      floor: async () => firstScreen(small),
    });
    for (const folder of [small, big]) rmSync(folder, { recursive: true });
    const figure = {
      name: 'P2',
      what: `the store’s part of the start, ${large.toLocaleString('en')} rows`,
      against: 'the same with 1,000',
      unit: 'ms',
      good: { difference: 45 },
      goal: { difference: 15 },
    };
    return [{ figure, ...taken }];
  },
};
