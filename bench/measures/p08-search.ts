import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningApp } from '../../e2e/rig/running-app.ts';
import { pause } from '../rig/pause.ts';
import { WatchedPage } from '../rig/watched-page.ts';
import { fillForSearch } from '../store/search.ts';
import type { Bench, Measure } from './measure.ts';

/** Typed key by key, each in the app and in the bare page. */
const words = ['frankfurt', 'canary', 'build 4711', 'invoice', 'storefront'];
/** So many rows are looked at, in the app as in the floor: what stands on top. */
const rows = 6;

/** From a key going down in the search field to its results being painted, as one types. */
export const search: Measure = {
  names: ['P8'],
  title: 'search key to results painted',
  run: async ({ samples, isQuick, folder, startApp, startFloor }: Bench) => {
    const size = isQuick ? 10_000 : 100_000;
    mkdirSync(folder.data, { recursive: true });
    fillForSearch(folder.data, size, false);
    const app = await startApp();
    await app.inbox.goTo('History');
    const page = await WatchedPage.of(app.page);
    const floor = await startFloor({ BENCH_DATABASE: join(folder.data, 'inbox.db') });
    await drawWhatIsFound(floor.watched);

    const ours: number[] = [];
    const raw: number[] = [];
    for (let round = 0; ours.length < samples; round++) {
      const text = words[round % words.length] ?? '';
      const inApp = async () => void ours.push(...(await typedInApp(app, page, text)));
      const inFloor = async () => void raw.push(...(await typedInFloor(floor.watched, text)));
      const [first, then] = round % 2 === 0 ? [inApp, inFloor] : [inFloor, inApp];
      await first();
      await then();
    }
    const figure = {
      name: 'P8',
      what: `search key to results painted at ${size.toLocaleString('en')}`,
      against: 'the raw statement in a bare app and a frame',
      unit: 'ms',
      good: { ratio: 2, p95: 50 },
      goal: { ratio: 1.5, p95: 30 },
    };
    return [{ figure, ours, floor: raw }];
  },
};

async function typedInApp(app: RunningApp, page: WatchedPage, text: string): Promise<number[]> {
  const field = app.page.getByRole('combobox');
  await field.fill('');
  await pause(300);
  const times: number[] = [];
  let before = await topOf(app, '');
  for (const search of prefixes(text)) {
    const top = await topOf(app, search);
    await pause(120);
    // Where a key changes nothing on top there is nothing to see.
    if (top.length < rows || top.join() === before.join()) {
      await app.page.keyboard.press(keyOf(search));
      continue;
    }
    before = top;
    const wanted = top.map((key, index) => ({
      selector: `[role=option][aria-posinset="${index + 1}"][data-key="${key}"]:not([aria-busy])`,
    }));
    times.push(await page.paintedAfterKey(wanted, keyOf(search)));
  }
  return times;
}

/** The first items of what a search finds, asked for past the page. */
function topOf(app: RunningApp, search: string): Promise<string[]> {
  return app.page.evaluate(
    async ([sought, count]) => {
      const order = await window.triage.call('inbox:order', { view: 'history', search: sought });
      return order.ok ? order.value.keys.slice(0, count) : [];
    },
    [search, rows] as const,
  );
}

/** The least a program can do: the statement on each key, and its first numbers drawn. */
async function drawWhatIsFound({ page }: WatchedPage): Promise<void> {
  await page.evaluate((count) => {
    const field = document.querySelector('input');
    const line = document.querySelector('[data-bare]');
    field?.addEventListener('input', async () => {
      const match = field.value
        .trim()
        .split(' ')
        .map((word) => `"${word}"`)
        .join(' AND ');
      const found = await (window as unknown as { bare: Bare }).bare.find(`${match} *`);
      if (line) line.textContent = `${field.value}: ${found.slice(0, count).join(' ')}`;
    });
    field?.focus();
  }, rows);
}
type Bare = { find: (match: string) => Promise<number[]> };

async function typedInFloor(watched: WatchedPage, text: string): Promise<number[]> {
  await watched.page.locator('input').fill('');
  await pause(300);
  const times: number[] = [];
  for (const search of prefixes(text)) {
    await pause(120);
    times.push(await watched.paintedAfterKey([{ selector: '[data-bare]', text: `${search}:` }], keyOf(search)));
  }
  return times;
}

/** What stands in the field after each key; a blank finds nothing new. */
function prefixes(text: string): string[] {
  return Array.from(text, (_, index) => text.slice(0, index + 1));
}

function keyOf(search: string): string {
  return search.at(-1) === ' ' ? 'Space' : (search.at(-1) ?? '');
}
