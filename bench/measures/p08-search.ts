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
      const keys = await planned(app, text);
      const inApp = async () => void ours.push(...(await typedInApp(app, page, keys)));
      const inFloor = async () => void raw.push(...(await typedInFloor(floor.watched, keys)));
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

/** One key: what stands in the field after it, and what is on top then; undefined where that is as it was before. */
type Key = { search: string; top: string[] | undefined };

async function planned(app: RunningApp, text: string): Promise<Key[]> {
  const keys: Key[] = [];
  let before = await topOf(app, '');
  for (const search of Array.from(text, (_, index) => text.slice(0, index + 1))) {
    const top = await topOf(app, search);
    const isNew = top.length === rows && top.join() !== before.join();
    keys.push({ search, top: isNew ? top : undefined });
    if (isNew) before = top;
  }
  return keys;
}

async function typedInApp(app: RunningApp, page: WatchedPage, keys: readonly Key[]): Promise<number[]> {
  await app.page.getByRole('combobox').fill('');
  await pause(300);
  const times: number[] = [];
  for (const { search, top } of keys) {
    await pause(120);
    const wanted = (top ?? []).map((key, index) => ({
      selector: `[role=option][aria-posinset="${index + 1}"][data-key="${key}"]:not([aria-busy])`,
    }));
    const time = await page.paintedAfterKey(wanted, keyOf(search));
    if (top) times.push(time);
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

async function typedInFloor(watched: WatchedPage, keys: readonly Key[]): Promise<number[]> {
  await watched.page.locator('input').fill('');
  await pause(300);
  const times: number[] = [];
  for (const { search, top } of keys) {
    await pause(120);
    const time = await watched.paintedAfterKey([{ selector: '[data-bare]', text: `${search}:` }], keyOf(search));
    if (top) times.push(time); // the same keys as in the app
  }
  return times;
}

function keyOf(search: string): string {
  return search.at(-1) === ' ' ? 'Space' : (search.at(-1) ?? '');
}
