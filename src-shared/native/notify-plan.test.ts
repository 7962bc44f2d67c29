import { describe, expect, test } from 'vitest';
import type { ItemKey } from '../inbox/item-key.ts';
import {
  type Announced,
  afterSummary,
  type Burst,
  escapeMarkup,
  type NotifyFacts,
  planArrival,
  quiet,
  wordsForItem,
  wordsForSummary,
} from './notify-plan.ts';

const now = 1_000_000;
const usual: NotifyFacts = { isOpen: true, isDecided: false, isEnabled: true, isOnScreen: false };
const key = (n: number) => `local/${n}` as ItemKey;
const item: Announced = {
  key: key(1),
  title: 'Ship build 118?',
  serviceName: 'Release Bot',
  project: 'storefront',
  deadline: undefined,
  timeSensitive: false,
};

describe('whether', () => {
  test.each<[Partial<NotifyFacts>, object]>([
    [{}, { do: 'show' }],
    [{ isDecided: true }, { do: 'withhold', because: 'already-decided' }],
    [{ isOpen: false }, { do: 'withhold', because: 'not-open' }],
    [{ isEnabled: false }, { do: 'withhold', because: 'switched-off' }],
    [{ isOnScreen: true }, { do: 'withhold', because: 'on-screen' }],
    [
      { isDecided: true, isEnabled: false },
      { do: 'withhold', because: 'already-decided' },
    ],
  ])('%o', (facts, decision) => {
    expect(planArrival(quiet, key(1), { ...usual, ...facts }, now)[0]).toEqual(decision);
  });
});

/** Arrivals at these times, with the summary shown as soon as it is due; returns what was decided. */
function arrivals(times: readonly number[]): string[] {
  let burst: Burst = quiet;
  return times.map((at, n) => {
    if (burst.summaryAt !== undefined && burst.summaryAt <= at) burst = afterSummary(burst, burst.summaryAt);
    const [decision, next] = planArrival(burst, key(n), usual, at);
    burst = next;
    return decision.do === 'gather' ? `summary at ${decision.summaryAt}` : decision.do;
  });
}

describe('a burst', () => {
  test('three single ones, then one summary a second later', () => {
    expect(arrivals([0, 10, 20, 30, 40])).toEqual(['show', 'show', 'show', 'summary at 1030', 'summary at 1030']);
  });

  test('the summary is replaced every ten seconds at most', () => {
    expect(arrivals([0, 0, 0, 0, 2_000, 3_000])).toEqual([
      'show',
      'show',
      'show',
      'summary at 1000',
      'summary at 11000',
      'summary at 11000',
    ]);
  });

  test('after ten calm seconds single ones are shown again', () => {
    expect(arrivals([0, 0, 0, 0, 11_001]).at(-1)).toBe('show');
  });

  test('a slow trickle is shown one by one', () => {
    expect(new Set(arrivals([0, 4_000, 8_000, 12_000, 16_000]))).toEqual(new Set(['show']));
  });
});

describe('words', () => {
  test('what is asked, and by whom', () => {
    const words = { title: 'Ship build 118?', body: 'Release Bot · storefront', isUrgent: false };
    expect(wordsForItem(item, true, now)).toEqual(words);
  });

  test.each([
    [{ timeSensitive: true }, true],
    [{ deadline: now + 300_000 }, true],
    [{ deadline: now + 300_001 }, false],
  ])('urgent: %o', (changes, isUrgent) => {
    expect(wordsForItem({ ...item, ...changes }, true, now).isUrgent).toBe(isUrgent);
  });

  test('hidden content says only that something waits', () => {
    const said = JSON.stringify([wordsForItem(item, false, now), wordsForSummary([item], 4, false)]);
    expect(said).not.toMatch(/Ship|Release|storefront/);
    expect(said).toContain('Something waits for you.');
  });

  test('hidden characters are written out, lines are joined, long titles are cut', () => {
    const { title } = wordsForItem({ ...item, title: `pay\u202eevil\n${'x'.repeat(300)}` }, true, now);
    expect(title).toMatch(/^pay⟨U\+202E⟩evil x+…$/);
    expect([...title]).toHaveLength(120);
  });

  test('a summary counts and names the first', () => {
    expect(wordsForSummary([item], 1, true).title).toBe('One more question waits for you');
    expect(wordsForSummary([item, item], 7, true)).toMatchObject({
      title: '7 more questions wait for you',
      body: 'Ship build 118?\nShip build 118?',
    });
  });

  test('markup is escaped', () => {
    expect(escapeMarkup('<b>R&D</b> <a href="x">')).toBe('&lt;b&gt;R&amp;D&lt;/b&gt; &lt;a href="x"&gt;');
  });
});
