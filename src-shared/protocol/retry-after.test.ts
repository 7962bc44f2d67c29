import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

const now = Date.UTC(2026, 0, 15, 9);

describe('Retry-After (section 15)', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['0', 0],
    ['7', 7_000],
    [' 120 ', 120_000],
    ['Thu, 15 Jan 2026 09:00:30 GMT', 30_000],
    ['Thursday, 15-Jan-26 09:00:30 GMT', 30_000],
    ['Thu, 15 Jan 2026 08:00:00 GMT', 0],
  ])('reads "%s" as %i ms', (header, wait) => {
    expect(parseRetryAfter(header, now)).toBe(wait);
  });

  it('reads the oldest form of an HTTP date as GMT, wherever the machine stands', () => {
    vi.stubEnv('TZ', 'America/St_Johns');
    expect(parseRetryAfter('Thu Jan 15 09:00:30 2026', now)).toBe(30_000);
  });

  it.each([null, undefined, '', ' ', 'soon', '-5', '1.5', 'in 12 minutes', '5, 5', 'May 2026'])(
    'cannot read %s, so the caller backs off by itself',
    (header) => {
      expect(parseRetryAfter(header, now)).toBeUndefined();
    },
  );

  it('is never negative and never more than a day', () => {
    const header = fc.oneof(
      fc.bigInt({ min: 0n, max: 10n ** 400n }).map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
      fc.string(),
    );
    fc.assert(
      fc.property(header, (text) => {
        const wait = parseRetryAfter(text, now);
        if (wait !== undefined) expect(wait).toSatisfy((ms: number) => ms >= 0 && ms <= 86_400_000);
      }),
    );
  });
});
