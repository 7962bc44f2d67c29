import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { age, compareUrgency, duration, type Sortable, sectionOf, timeLeft } from './urgency.ts';

const now = 1_000_000_000;
const [s, min, h, d] = [1_000, 60_000, 3_600_000, 86_400_000];
// Few different values, so that ties happen.
const near = fc.constantFrom(-min, 0, 5 * min, h, h + 1, 3 * h, d).map((ms) => now + ms);
const item: fc.Arbitrary<Sortable> = fc.record({
  pinned: fc.boolean(),
  deadline: fc.option(near, { nil: undefined }),
  returnedAt: fc.option(fc.constantFrom(now - h, now), { nil: undefined }),
  timeSensitive: fc.boolean(),
  timestamp: fc.constantFrom(now - d, now - h, now - 1, now),
});

describe('the order of the inbox (design.md 5)', () => {
  const compare = compareUrgency(now);

  it('is a total order: it reverses, and what is before is before everything behind', () => {
    fc.assert(
      fc.property(item, item, item, (a, b, c) => {
        expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
        expect(compare(a, a)).toBe(0);
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
        if (compare(a, b) === 0) expect(Math.sign(compare(a, c))).toBe(Math.sign(compare(b, c)));
      }),
      { numRuns: 5_000 },
    );
  });

  it('puts what is pinned first, then what is due soon by deadline, what is back, the time-sensitive, the longest waiting', () => {
    const plain: Sortable = {
      pinned: false,
      deadline: undefined,
      returnedAt: undefined,
      timeSensitive: false,
      timestamp: now - d,
    };
    const items: (Sortable & { name: string })[] = [
      { ...plain, name: 'old' },
      { ...plain, name: 'new', deadline: now + 5 * h, timestamp: now },
      { ...plain, name: 'sensitive', timeSensitive: true },
      { ...plain, name: 'back', returnedAt: now - h },
      { ...plain, name: 'just back', returnedAt: now },
      { ...plain, name: 'pinned', pinned: true, timestamp: now },
      { ...plain, name: 'in an hour', deadline: now + h, timestamp: now },
      { ...plain, name: 'in a minute', deadline: now + min },
    ];
    expect(items.toSorted(compare).map((one) => one.name)).toEqual([
      'pinned',
      'in a minute',
      'in an hour',
      'just back',
      'back',
      'sensitive',
      'old',
      'new',
    ]);
  });

  it('due soon is within the hour', () => {
    expect([now + h, now + h + 1, undefined].map((deadline) => sectionOf(deadline, now))).toEqual([
      'due-soon',
      'waiting',
      'waiting',
    ]);
  });
});

describe('time in words', () => {
  it.each([
    [0, 'expired', 'neutral'],
    [-5 * s, 'expired', 'neutral'],
    [1, '0:01 left', 'danger'],
    [4 * min + 12 * s, '4:12 left', 'danger'],
    [5 * min, '5:00 left', 'danger'],
    [5 * min + 1, '6 min left', 'warn'],
    [38 * min, '38 min left', 'warn'],
    [h, '60 min left', 'warn'],
    [5 * h, '5 h left', 'neutral'],
    [3 * d, '3 d left', 'neutral'],
  ])('%i ms to go: %s, %s', (ms, words, tone) => {
    expect(timeLeft(now + ms, now)).toEqual({ words, tone });
  });

  it('never says 0 while there is time, and never 60 seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 * d }), (ms) => {
        const { words } = timeLeft(now + ms, now);
        expect(words).toMatch(/^(\d:[0-5]\d|[1-9]\d* (min|h|d)) left$/);
        expect(words).not.toBe('0:00 left');
      }),
    );
  });

  it('from an hour on it never promises more time than there is', () => {
    expect(timeLeft(now + 1.5 * h, now).words).toBe('1 h left');
    fc.assert(
      fc.property(fc.integer({ min: h + 1, max: 60 * d }), (ms) => {
        const [amount, unit] = timeLeft(now + ms, now).words.split(' ');
        expect(Number(amount) * (unit === 'h' ? h : d)).toBeLessThanOrEqual(ms);
      }),
    );
  });

  it.each([
    [-5 * s, 'now'],
    [59 * s, 'now'],
    [9 * min, '9 min'],
    [59 * min + 59 * s, '59 min'],
    [2 * h, '2 h'],
    [47 * h, '47 h'],
    [3 * d + 5 * h, '3 d'],
  ])('%i ms ago is "%s"', (ms, words) => {
    expect(age(now - ms, now)).toBe(words);
  });

  it.each([
    [-1, '0 s'],
    [12_400, '12 s'],
    [59_600, '1 min'],
    [5 * min, '5 min'],
    [2 * h, '2 h'],
    [3 * d, '3 d'],
  ])('%i ms last "%s"', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });
});
