import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localAccount } from '../inbox/item-key.ts';
import { defaultSettings, type Settings } from '../inbox/settings.ts';
import type { ServiceId } from '../protocol/ids.ts';
import { afterSummary, type Burst, type NotifyFacts, planArrival, quiet, whyWithheld } from './notify-plan.ts';

const now = 1_000_000;
const bot = 'bot' as ServiceId;
const usual: NotifyFacts = {
  isOpen: true,
  isAnswered: false,
  isOnScreen: false,
  isDueSoon: false,
  account: localAccount,
  serviceId: bot,
  settings: defaultSettings,
  capabilities: { isAbsent: false, isInhibited: false },
  local: { day: 3, minute: 12 * 60 },
  now,
};

function withSettings(settings: Partial<Settings>): Partial<NotifyFacts> {
  return { settings: { ...defaultSettings, ...settings } };
}

const muted = (until: number, serviceId = bot, account = localAccount) =>
  withSettings({ mutedServices: [{ account, serviceId, name: 'Bot', until }] });
const nightly = { isOn: true, from: 0, to: 0, days: [0, 1, 2, 3, 4, 5, 6], letsDueSoonPass: true };

describe('whether', () => {
  test.each<[Partial<NotifyFacts>, string | undefined]>([
    [{}, undefined],
    [{ isOpen: false }, 'not-open'],
    [{ isAnswered: true }, 'answered'],
    [{ isOnScreen: true }, 'on-screen'],
    [withSettings({ nativeNotifications: false }), 'switched-off'],
    [withSettings({ pausedUntil: now + 1 }), 'paused'],
    [withSettings({ pausedUntil: now }), undefined],
    [muted(now + 1), 'muted'],
    [muted(now), undefined],
    [muted(now + 1, 'other' as ServiceId), undefined],
    [muted(now + 1, bot, 'work' as typeof localAccount), undefined],
    [{ capabilities: { isAbsent: false, isInhibited: true } }, 'do-not-disturb'],
    [
      { ...withSettings({ followsDoNotDisturb: false }), capabilities: { isAbsent: false, isInhibited: true } },
      undefined,
    ],
    [{ capabilities: { isAbsent: true, isInhibited: false } }, 'no-service'],
    [withSettings({ quietHours: nightly }), 'quiet-hours'],
    [{ ...withSettings({ quietHours: nightly }), isDueSoon: true }, undefined],
    [{ ...withSettings({ quietHours: { ...nightly, letsDueSoonPass: false } }), isDueSoon: true }, 'quiet-hours'],
    [{ ...withSettings({ pausedUntil: now + 1, quietHours: nightly }), isDueSoon: true }, 'paused'],
  ])('%j: %s', (facts, because) => {
    const all = { ...usual, ...facts };
    expect(whyWithheld(all)).toBe(because);
    expect(planArrival(quiet, all)[0]).toEqual(because ? { do: 'withhold', because } : { do: 'show' });
  });
});

/** Arrivals at these times, with the summary shown as soon as it is due; returns what was decided. */
function arrivals(times: readonly number[]): { said: string[]; shows: number } {
  let burst: Burst = quiet;
  let shows = 0;
  const said = times.map((at) => {
    if (burst.summaryAt !== undefined && burst.summaryAt <= at) {
      burst = afterSummary(burst, burst.summaryAt);
      shows += 1;
    }
    const [decision, next] = planArrival(burst, { ...usual, now: at });
    burst = next;
    if (decision.do === 'show') shows += 1;
    return decision.do === 'gather' ? `summary at ${decision.summaryAt}` : decision.do;
  });
  return { said, shows: shows + (burst.summaryAt === undefined ? 0 : 1) };
}

describe('a burst', () => {
  test('three single ones, then one summary a second later', () => {
    const wanted = ['show', 'show', 'show', 'summary at 1030', 'summary at 1030'];
    expect(arrivals([0, 10, 20, 30, 40]).said).toEqual(wanted);
  });

  test('the longer it lasts, the more seldom the summary is replaced', () => {
    const { said } = arrivals([0, 0, 0, 0, 2_000, 12_000, 21_000, 30_000, 32_000]);
    expect(said.slice(3)).toEqual([1_000, 11_000, 31_000, 31_000, 31_000, 71_000].map((at) => `summary at ${at}`));
  });

  test('after ten calm seconds single ones are shown again', () => {
    expect(arrivals([0, 0, 0, 0, 11_001]).said.at(-1)).toBe('show');
  });

  test('a slow trickle is shown one by one', () => {
    expect(new Set(arrivals([0, 4_000, 8_000, 12_000, 16_000]).said)).toEqual(new Set(['show']));
  });

  test('a thousand within ten seconds raise at most five, however they come', () => {
    const gaps = fc.array(fc.nat(10_000), { minLength: 1_000, maxLength: 1_000 });
    fc.assert(
      fc.property(gaps, (times) => arrivals(times.toSorted((a, b) => a - b)).shows <= 5),
      { numRuns: 200 },
    );
  });

  test('at most three single ones in any ten seconds', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5_000), { maxLength: 200 }), (gaps) => {
        let at = 0;
        const times = gaps.map((gap) => (at += gap));
        const { said } = arrivals(times);
        const shown = times.filter((_, place) => said[place] === 'show');
        return shown.every((one) => shown.filter((other) => other >= one && other < one + 10_000).length <= 3);
      }),
    );
  });
});
