import { setTimeout } from 'node:timers/promises';
import { MessageCount, mostInASecond } from '../rig/message-count.ts';
import { pause } from '../rig/pause.ts';
import { WatchedPage } from '../rig/watched-page.ts';
import { quantile } from '../statistics/quantile.ts';
import { turns } from '../statistics/turns.ts';
import { framesInFlood, longFrames, standing, takeBack } from './floods.ts';
import type { Bench, Measure } from './measure.ts';
import { list, questions } from './questions.ts';

const before = 20;

/** A thousand questions in a second, before somebody who looks at the list; the bare window beside it draws frames of nothing. */
export const thousand: Measure = {
  names: ['P11', 'P12', 'P14'],
  title: '1,000 questions in a second',
  run: async ({ samples, scripted, startApp, startFloor }: Bench) => {
    list(scripted, questions(before, 'Standing'));
    const app = await startApp({ env: scripted.env() });
    const page = await WatchedPage.of(app.page);
    await standing(app, page, before);
    const messages = await MessageCount.of(app);
    const floor = await startFloor();

    const p95 = { ours: [] as number[], floor: [] as number[] };
    const long: number[] = [];
    const said: number[] = [];
    for (const side of turns(samples)) {
      await pause(500);
      if (side === 'floor') {
        p95.floor.push(quantile(await floor.watched.framesDuring(() => setTimeout(1_000)), 0.95));
        continue;
      }
      await messages.take();
      const { frames, asked } = await framesInFlood(scripted, page, { count: 1_000, overMs: 1_000, before });
      said.push(mostInASecond(await messages.take()));
      p95.ours.push(quantile(frames, 0.95));
      long.push(longFrames(frames));
      await takeBack(scripted, page, asked, before);
    }
    return [
      {
        figure: {
          name: 'P11',
          what: 'frame time p95 while 1,000 arrive in a second',
          against: 'the same of a bare page',
          unit: 'ms',
          good: { ratio: 1.2 },
          goal: { ratio: 1.05 },
        },
        ...p95,
      },
      {
        figure: {
          name: 'P12',
          what: 'frames over 50 ms, 1,000 in 1 s',
          against: undefined,
          unit: '',
          good: { p95: 0 },
          goal: { p95: 0 },
        },
        ours: long,
        floor: [],
      },
      {
        figure: {
          name: 'P14',
          what: 'messages to the page in a second, 1,000 in 1 s',
          against: undefined,
          unit: '/s',
          good: { most: 60 },
          goal: { most: 30 },
        },
        ours: said,
        floor: [],
      },
    ];
  },
};
