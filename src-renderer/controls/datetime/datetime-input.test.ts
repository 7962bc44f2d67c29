import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Action, type ActionOf } from '#shared/protocol/action';
import {
  boundsWords,
  fieldBounds,
  formatLocal,
  parseLocal,
  readDatetime,
  relativeWords,
  sentWords,
} from './datetime-input.ts';

const aDatetime = (constraints = {}) =>
  Action.parse({ id: 'd', label: 'Schedule', response_type: 'datetime', constraints }) as ActionOf<'datetime'>;
const utc = (text: string) => Date.parse(text);

beforeEach(() => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  return () => vi.unstubAllEnvs();
});

describe('a local time', () => {
  it('is sent in UTC to the second', () => {
    expect(readDatetime(aDatetime(), '2026-11-22T09:30')).toEqual({ ok: true, value: '2026-11-22T08:30:00Z' });
    expect(readDatetime(aDatetime(), '2026-07-22T09:30:15')).toEqual({ ok: true, value: '2026-07-22T07:30:15Z' });
  });

  it('is asked for while there is none', () => {
    for (const input of [undefined, '', 5]) {
      expect(readDatetime(aDatetime(), input)).toMatchObject({ error: { because: 'empty' } });
    }
  });

  it('that does not exist is refused', () => {
    expect(parseLocal('2026-03-29T02:30')).toMatchObject({ error: expect.stringContaining('clocks go forward') });
    expect(parseLocal('2026-02-30T12:00').ok).toBe(false);
    expect(parseLocal('12026-02-03T12:00').ok).toBe(false);
    expect(parseLocal('tomorrow').ok).toBe(false);
  });

  it('comes back as it was written', () => {
    for (const text of ['2026-11-22T09:30', '2026-07-22T09:30:15', '0999-01-01T00:00']) {
      const read = parseLocal(text);
      expect(read.ok && formatLocal(read.value)).toBe(text);
    }
  });

  it('outside the bounds is named with the bound in local words', () => {
    const action = aDatetime({ min: '2026-11-22T08:00:00Z', max: '2026-11-28T22:30:00Z' });
    expect(readDatetime(action, '2026-11-22T09:00').ok).toBe(true);
    expect(readDatetime(action, '2026-11-22T08:59', 'en-GB')).toMatchObject({
      error: { because: 'invalid', message: expect.stringMatching(/not be before Sun,? 22 Nov 2026,? (at )?09:00/) },
    });
    expect(readDatetime(action, '2026-11-28T23:30').ok).toBe(true);
    expect(readDatetime(action, '2026-11-28T23:31').ok).toBe(false);
  });
});

describe('the bounds', () => {
  it('guide the field to whole minutes within them', () => {
    const action = aDatetime({ min: '2026-11-22T08:00:01Z', max: '2026-11-28T22:30:59+00:00' });
    expect(fieldBounds(action)).toEqual({ min: '2026-11-22T09:01', max: '2026-11-28T23:30' });
    expect(fieldBounds(aDatetime())).toEqual({ min: undefined, max: undefined });
  });

  it('are said in local time', () => {
    const now = utc('2026-11-20T00:00:00Z');
    expect(boundsWords(aDatetime({ max: '2026-11-28T22:30:59Z' }), now, 'en-GB')).toMatch(
      /^Up to Sat,? 28 Nov,? (at )?23:30\.$/,
    );
    expect(boundsWords(aDatetime(), now)).toBe('');
  });
});

describe('what is sent', () => {
  it('names the day where it is another than the local one', () => {
    expect(sentWords(utc('2026-11-22T08:30:00Z'))).toBe('Sent as 08:30 UTC.');
    expect(sentWords(utc('2026-11-21T23:30:00Z'))).toBe('Sent as 2026-11-21 23:30 UTC.');
  });
});

describe('how far away it is', () => {
  const now = utc('2026-11-22T08:00:00Z');
  it.each([
    ['2026-11-22T18:00:00Z', 'in 10 h'],
    ['2026-11-22T08:05:00Z', 'in 5 min'],
    ['2026-11-22T08:00:20Z', 'now'],
    ['2026-11-25T08:00:00Z', 'in 3 d'],
    ['2026-11-22T06:00:00Z', '2 h ago'],
  ])('%s is %j', (text, words) => {
    expect(relativeWords(utc(text), now)).toBe(words);
  });
});
