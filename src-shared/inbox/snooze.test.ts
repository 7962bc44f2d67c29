import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPossible, latestReturn, latestReturnMs, type SnoozeName, snoozeOptions } from './snooze.ts';

// Local times: the options are moments of the person's own day.
const at = (month: number, day: number, hour: number, minute = 0) =>
  new Date(2026, month - 1, day, hour, minute).getTime();
const named = (now: number, deadline?: number) =>
  Object.fromEntries(snoozeOptions(now, deadline).options.map(({ name, until }) => [name, until]));
const wednesday = at(11, 25, 9, 30);

describe('the snooze menu', () => {
  it('offers an hour, this evening, tomorrow and next week', () => {
    expect(named(wednesday)).toEqual({
      'in-an-hour': at(11, 25, 10, 30),
      'this-evening': at(11, 25, 18),
      tomorrow: at(11, 26, 8),
      'next-week': at(11, 30, 8),
    });
    expect(snoozeOptions(wednesday, undefined).latest).toBeUndefined();
  });

  it.each<[string, number, SnoozeName[]]>([
    ['in the evening there is no “this evening”', at(11, 25, 18), ['in-an-hour', 'tomorrow', 'next-week']],
    ['at five the evening is in an hour, and is said once', at(11, 25, 17), ['in-an-hour', 'tomorrow', 'next-week']],
    ['on a Sunday next week is tomorrow, and is said once', at(11, 29, 19), ['in-an-hour', 'tomorrow']],
    ['on a Monday next week is a week away', at(11, 30, 7), ['in-an-hour', 'this-evening', 'tomorrow', 'next-week']],
  ])('%s', (_when, now, names) => {
    expect(snoozeOptions(now, undefined).options.map(({ name }) => name)).toEqual(names);
  });

  it('a Monday’s next week is the next Monday', () => {
    expect(named(at(11, 30, 7))['next-week']).toBe(at(12, 7, 8));
  });

  it('ends ten minutes before the deadline, which is offered by name', () => {
    expect(named(wednesday, at(11, 25, 20))).toEqual({
      'in-an-hour': at(11, 25, 10, 30),
      'this-evening': at(11, 25, 18),
      'before-deadline': at(11, 25, 19, 50),
    });
    expect(snoozeOptions(wednesday, at(11, 25, 20)).latest).toBe(at(11, 25, 19, 50));
  });

  it('is empty when the deadline is too near', () => {
    expect(snoozeOptions(wednesday, wednesday + latestReturnMs).options).toEqual([]);
  });

  it('whenever it is opened, and whatever the deadline: only moments to come, in time, in order, each once', () => {
    const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) });
    const ahead = fc.option(fc.integer({ min: -3_600_000, max: 10 * 86_400_000 }), { nil: undefined });
    fc.assert(
      fc.property(moment, ahead, (now, left) => {
        const deadline = left === undefined ? undefined : now + left;
        const { options, latest } = snoozeOptions(now, deadline);
        expect(latest).toBe(latestReturn(deadline));
        for (const { name, until } of options) {
          expect(isPossible(until, now, latest)).toBe(true);
          const date = new Date(until);
          if (name === 'in-an-hour') expect(until).toBe(now + 3_600_000);
          if (name === 'this-evening') {
            expect([date.toDateString(), date.getHours()]).toEqual([new Date(now).toDateString(), 18]);
          }
          if (name === 'tomorrow' || name === 'next-week') expect([date.getHours(), date.getMinutes()]).toEqual([8, 0]);
          if (name === 'next-week') {
            expect(date.getDay()).toBe(1);
            expect(until - now).toBeLessThanOrEqual(8 * 86_400_000);
          }
          if (name === 'before-deadline') expect(until).toBe((deadline ?? 0) - latestReturnMs);
        }
        const moments = options.map(({ until }) => until);
        expect(moments).toEqual([...new Set(moments)].toSorted((a, b) => a - b));
        // With time left something can be chosen.
        expect(options.length > 0).toBe(latest === undefined || latest > now);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a moment', () => {
  it.each<[number, number | undefined, boolean]>([
    [101, undefined, true],
    [100, undefined, false],
    [150, 150, true],
    [151, 150, false],
  ])('%i with %s at the latest, at 100: %s', (until, latest, expected) => {
    expect(isPossible(until, 100, latest)).toBe(expected);
  });
});
