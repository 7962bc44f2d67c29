import { mkdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { makeAppFolder } from '../../e2e/rig/folder.ts';
import { closeWindow } from '../../e2e/rig/windows.ts';
import type { Figure } from '../report/figure.ts';
import { isCounted, memoryOf, processorShareOf } from '../rig/process-tree.ts';
import { type Side, turns } from '../statistics/turns.ts';
import { fillInbox, indexAll } from '../store/large-history.ts';
import type { Bench, Measure } from './measure.ts';
import { list, questions } from './questions.ts';

const open = 100;

/**
 * Memory and processor while nothing happens: with the window open and connected, then hidden in the tray. One program
 * at a time: two at once would share the memory of their common files. Linux only.
 */
export const atRest: Measure = {
  names: ['P3', 'P4', 'P5'],
  title: 'memory and processor at rest',
  run: async ({ samples, isQuick, scripted, startApp, startFloor }: Bench) => {
    if (!isCounted) throw new Error('What processes use is only counted on Linux.');
    const settled = () => setTimeout(isQuick ? 3_000 : 10_000); // starting is over, and so is what is done after it
    const shares = { ours: [] as number[], floor: [] as number[] };
    const shown = { ours: [] as number[], floor: [] as number[] };
    const hidden: number[] = [];
    const look = async (side: Side, pid: number) => {
      await settled();
      shares[side].push(await processorShareOf(pid, isQuick ? 2_000 : 6_000));
      shown[side].push(memoryOf(pid));
    };
    list(scripted, questions(open));
    // It hardly varies from run to run, and each takes long.
    for (const side of turns(isQuick ? 1 : Math.ceil(samples / 7))) {
      if (side === 'floor') {
        const floor = await startFloor();
        await look(side, floor.electron.child.pid ?? 0);
        await floor.electron.quit();
        continue;
      }
      const folder = makeAppFolder();
      mkdirSync(folder.data, { recursive: true });
      fillInbox(folder.data, 10_000);
      indexAll(folder.data);
      const app = await startApp({ folder, env: scripted.env() });
      await app.live();
      await look(side, app.pid);
      await closeWindow(app.electron);
      await settled();
      hidden.push(memoryOf(app.pid));
      await app.quit();
      folder.remove();
    }
    const memory = (name: string, what: string, good: number, goal: number): Figure => ({
      name,
      what: `memory, ${what}`,
      against: 'a bare window',
      unit: 'MB',
      good: { ratio: good },
      goal: { ratio: goal },
    });
    const idle: Figure = {
      name: 'P5',
      what: 'idle and connected',
      against: 'a bare window',
      unit: '% of a core',
      good: { difference: 0.1 },
      goal: { difference: 0.03 },
    };
    return [
      { figure: memory('P3', 'window open, 10,000 in History', 1.5, 1.3), ...shown },
      { figure: memory('P4', 'hidden in the tray', 1.1, 0.85), ours: hidden, floor: shown.floor },
      { figure: idle, ...shares },
    ];
  },
};
