import { describe, expect, it } from 'vitest';
import type { ActionOf } from '#shared/protocol/action';
import type { ActionId } from '#shared/protocol/ids';
import { matchingOptions, readChoice } from './choice-input.ts';

const options = [
  { value: 'fra', label: 'Frankfurt, Germany' },
  { value: 'dub', label: 'Dublin, Ireland' },
  { value: 'sao', label: 'São Paulo' },
];
const action: ActionOf<'choice'> = {
  id: 'c' as ActionId,
  label: 'Region',
  flags: [],
  response_type: 'choice',
  options,
};

describe('a choice', () => {
  it('sends the value of the option', () => {
    expect(readChoice(action, 'dub')).toEqual({ ok: true, value: 'dub' });
  });

  it('of nothing, or of what is not offered any more, is none', () => {
    expect(readChoice(action, undefined)).toMatchObject({ error: { because: 'empty' } });
    expect(readChoice(action, 'gone')).toMatchObject({ error: { because: 'empty' } });
    expect(readChoice({ ...action, options: options.slice(0, 1) }, undefined).ok).toBe(false);
  });
});

describe('searching the options', () => {
  const found = (typed: string, chosen: string[] = []) => matchingOptions(options, typed, chosen).map((o) => o.value);

  it('finds every word in any case and order', () => {
    expect(found('germany FRANK')).toEqual(['fra']);
    expect(found('são')).toEqual(['sao']);
    expect(found('  ')).toEqual(['fra', 'dub', 'sao']);
    expect(found('moon')).toEqual([]);
  });

  it('keeps what is chosen in sight', () => {
    expect(found('dublin', ['sao'])).toEqual(['dub', 'sao']);
  });
});
