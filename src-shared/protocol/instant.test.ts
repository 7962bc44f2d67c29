import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatInstant, formatInstantSeconds, Instant, parseInstant } from './instant.ts';

const anyInstant = fc
  .date({ min: new Date('0001-01-02T00:00:00Z'), max: new Date('9999-12-30T23:59:59.999Z'), noInvalidDate: true })
  .map((date) => date.getTime());

describe('reading a time (section 4)', () => {
  it('reads back whatever we write', () => {
    fc.assert(
      fc.property(anyInstant, (ms) => {
        expect(parseInstant(formatInstant(ms))).toBe(ms);
      }),
    );
  });

  it('writes RFC 3339 in UTC with Z; an answer has second precision', () => {
    const ms = Date.UTC(2026, 0, 15, 9, 0, 0, 250);
    expect(formatInstant(ms)).toBe('2026-01-15T09:00:00.250Z');
    expect(formatInstantSeconds(ms)).toBe('2026-01-15T09:00:00Z');
  });

  it('takes any offset off', () => {
    const offset = fc.record({
      sign: fc.constantFrom('+', '-'),
      hours: fc.integer({ min: 0, max: 23 }),
      minutes: fc.integer({ min: 0, max: 59 }),
      colon: fc.constantFrom(':', ''),
    });
    const two = (n: number) => String(n).padStart(2, '0');
    fc.assert(
      fc.property(anyInstant, offset, (ms, { sign, hours, minutes, colon }) => {
        const shift = (sign === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000;
        const local = formatInstant(ms + shift).replace('Z', '');
        fc.pre(/^\d{4}-/.test(local));
        expect(parseInstant(`${local}${sign}${two(hours)}${colon}${two(minutes)}`)).toBe(ms);
      }),
    );
  });

  it.each([
    ['2026-01-15T09:00:00', '2026-01-15T09:00:00Z'],
    ['2026-01-15T09:00', '2026-01-15T09:00:00Z'],
    ['2026-01-15', '2026-01-15T00:00:00Z'],
    ['2026-01-15 09:00:00.123456', '2026-01-15T09:00:00.123Z'],
  ])('reads %s, which has no offset, as UTC (20.22)', (text, same) => {
    expect(parseInstant(text)).toBe(Date.parse(same));
  });

  it('reads 0 to 9 fractional digits and cuts, never rounds, below the millisecond', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{0,9}$/), (digits) => {
        const ms = Number(digits.padEnd(3, '0').slice(0, 3));
        const text = `2026-01-15T09:00:00${digits === '' ? '' : `.${digits}`}Z`;
        expect(parseInstant(text)).toBe(Date.UTC(2026, 0, 15, 9, 0, 0, ms));
      }),
    );
  });

  it.each([
    '',
    'now',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-04-31',
    '2026-01-00',
    '2026-01-15T24:30:00Z',
    '2026-01-15T09:60:00Z',
    '2026-01-15T09:00:61Z',
    '2026-01-15T09:00:00.1234567890Z',
    '2026-01-15T09:00:00+24:00',
    '2026-01-15T09:00:00+10:60',
    '2026-01-15T09:00:00Zebra',
    '15/01/2026',
    'Thu, 15 Jan 2026 09:00:00 GMT',
    '1768467600',
  ])('does not take "%s" for a time', (text) => {
    expect(parseInstant(text)).toBeUndefined();
    expect(Instant.safeParse(text).success).toBe(false);
  });

  it('knows leap years', () => {
    expect(parseInstant('2028-02-29')).toBe(Date.UTC(2028, 1, 29));
    expect(parseInstant('2100-02-29')).toBeUndefined();
    expect(parseInstant('0099-01-01')).toBe(Date.parse('0099-01-01T00:00:00Z'));
  });

  it('reads only times that it can write again: an offset must not push the year out of four digits', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('9999-12-31T23:30:00-01:00', '0000-01-01T00:30:00+01:00', '9999-12-31', '0000-01-01'),
        (text) => {
          const ms = parseInstant(text);
          if (ms !== undefined) expect(parseInstant(formatInstant(ms))).toBe(ms);
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['number', 'undefined']).toContain(typeof parseInstant(text));
      }),
    );
  });
});

describe('wherever the machine stands', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each(['America/St_Johns', 'Pacific/Kiritimati', 'Asia/Kathmandu'])(
    'in %s the same text is the same instant',
    (zone) => {
      vi.stubEnv('TZ', zone);
      expect(new Date(Date.UTC(2026, 0, 15)).getTimezoneOffset()).not.toBe(0); // the zone took effect
      expect(parseInstant('2026-01-15T09:00:00')).toBe(Date.UTC(2026, 0, 15, 9));
      expect(parseInstant('2026-01-15')).toBe(Date.UTC(2026, 0, 15));
      expect(formatInstant(Date.UTC(2026, 6, 1, 2))).toBe('2026-07-01T02:00:00.000Z');
    },
  );
});
