import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../e2e/rig/project.ts';
import { firstPaint } from '../rig/first-paint.ts';
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
    mkdirSync(folder.data, { recursive: true });
    fillInbox(folder.data, 10_000);
    indexAll(folder.data);
    const taken = await inTurns(samples, {
      ours: () => firstPaint(runtime, desktop.env, appMain, folder.data),
      floor: () => firstPaint(runtime, desktop.env, bareMain),
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
