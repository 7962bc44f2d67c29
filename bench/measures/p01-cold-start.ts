import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../e2e/rig/project.ts';
import { firstPaint, wornIn } from '../rig/first-paint.ts';
import { bareMain } from '../rig/floor-window.ts';
import { inTurns } from '../statistics/turns.ts';
import { fillInbox, indexAll } from '../store/large-history.ts';
import type { Bench, Measure } from './measure.ts';

const appMain = join(projectRoot, 'dist', 'main', 'index.cjs');

/** From starting the process to the first rows of the inbox, with 10,000 items in History and 200 open. */
export const coldStart: Measure = {
  names: ['P1'],
  title: 'start to first rows painted',
  run: async ({ samples, folder, desktop, runtime }: Bench) => {
    const [seed, ours, floor] = [
      join(folder.root, 'seed'),
      { main: appMain, data: folder.data },
      { main: bareMain, data: join(folder.root, 'bare') },
    ];
    for (const one of [seed, ours.data, floor.data]) mkdirSync(one, { recursive: true });
    fillInbox(seed, 10_000);
    indexAll(seed);
    // No server knows these questions: each start that goes on for a while finds that they are gone.
    await wornIn(runtime, desktop.env, ours, () => {
      for (const end of ['', '-wal', '-shm']) rmSync(join(ours.data, `inbox.db${end}`), { force: true });
      cpSync(seed, ours.data, { recursive: true });
    });
    await wornIn(runtime, desktop.env, floor, () => {});
    const taken = await inTurns(samples, {
      ours: () => firstPaint(runtime, desktop.env, ours),
      floor: () => firstPaint(runtime, desktop.env, floor),
    });
    const figure = {
      name: 'P1',
      what: 'cold start to first rows painted, 10,000 in History',
      against: 'a bare window painted',
      unit: 'ms',
      good: { ratio: 1.5 },
      goal: { ratio: 1.2 },
    };
    return [{ figure, ...taken }];
  },
};
