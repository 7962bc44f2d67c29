import { makeAppFolder } from '../../e2e/rig/folder.ts';
import { MessageCount, mostInASecond } from '../rig/message-count.ts';
import { pause } from '../rig/pause.ts';
import { WatchedPage } from '../rig/watched-page.ts';
import { framesInFlood, longFrames, standing } from './floods.ts';
import type { Bench, Measure } from './measure.ts';
import { list, questions } from './questions.ts';

const before = 20;

/** 20,000 questions in two seconds, each time in an app that has just begun: this is more than a day of anyone. */
export const twentyThousand: Measure = {
  names: ['P12', 'P14'],
  title: '20,000 questions in two seconds',
  run: async ({ samples, isQuick, scripted, startApp }: Bench) => {
    const long: number[] = [];
    const said: number[] = [];
    list(scripted, questions(before, 'Standing'));
    for (let run = 0; run < Math.ceil(samples / (isQuick ? 5 : 4)); run++) {
      const folder = makeAppFolder();
      const app = await startApp({ folder, env: scripted.env() });
      const page = await WatchedPage.of(app.page);
      await standing(app, page, before);
      const messages = await MessageCount.of(app);
      await pause(1_000);
      await messages.take();
      const { frames } = await framesInFlood(scripted, page, { count: 20_000, overMs: 2_000, before });
      long.push(longFrames(frames));
      said.push(mostInASecond(await messages.take()));
      await app.quit();
      folder.remove();
    }
    return [
      {
        figure: {
          name: 'P12',
          what: 'frames over 50 ms, 20,000 in 2 s',
          against: undefined,
          unit: '',
          good: { p95: 2 },
          goal: { p95: 0 },
        },
        ours: long,
        floor: [],
      },
      {
        figure: {
          name: 'P14',
          what: 'messages to the page in a second, 20,000 in 2 s',
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
