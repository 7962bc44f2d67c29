import { pause } from '../rig/pause.ts';
import { WatchedPage } from '../rig/watched-page.ts';
import { standing } from './floods.ts';
import type { Bench, Measure } from './measure.ts';
import { list, questions } from './questions.ts';

const open = 200;

/** From `j` going down to the next question being painted: chosen in the list, and open beside it. */
export const nextItem: Measure = {
  names: ['P13'],
  title: 'key to next item painted',
  run: async ({ samples, scripted, startApp }: Bench) => {
    list(scripted, questions(open));
    const app = await startApp({ env: scripted.env() });
    const page = await WatchedPage.of(app.page);
    await standing(app, page, open);
    const titles = await app.page.evaluate(async () => {
      const order = await window.triage.call('inbox:order', { view: 'inbox', search: '' });
      const rows = order.ok ? await window.triage.call('inbox:rows', { keys: order.value.keys.slice(0, 200) }) : order;
      return rows.ok ? rows.value.map(({ title }) => title) : [];
    });
    await app.inbox.list.focus();
    await app.page.keyboard.press('Home');
    const ours: number[] = [];
    for (let sample = 1; sample <= samples * 2; sample++) {
      await pause(150);
      const text = titles[sample] ?? '';
      const wanted = [
        { selector: '[role=option][aria-selected=true]', text },
        { selector: '[data-detail] h1', text },
      ];
      ours.push(await page.paintedAfterKey(wanted, 'j'));
    }
    const figure = {
      name: 'P13',
      what: 'key to next item painted',
      against: undefined,
      unit: 'ms',
      good: { p95: 50 },
      goal: { p95: 33 },
    };
    return [{ figure, ours, floor: [] }];
  },
};
