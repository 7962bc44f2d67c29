import { describe, expect, it } from 'vitest';
import { Draft, emptyDraft } from './draft.ts';

describe('a draft', () => {
  it('keeps what each control holds', () => {
    const draft = { openAction: 'a', inputs: { a: '0,', b: true, c: ['x'], d: null, e: 4 } };
    expect(Draft.parse(draft)).toEqual(draft);
    expect(Draft.parse(emptyDraft)).toEqual(emptyDraft);
  });

  it.each([
    {},
    { openAction: '', inputs: {} },
    { openAction: null, inputs: { a: {} } },
    { openAction: null, inputs: { '': 'x' } },
    null,
  ])('%o is none', (raw) => {
    expect(Draft.safeParse(raw).success).toBe(false);
  });

  it('a key named __proto__ reaches no prototype', () => {
    const result = Draft.safeParse(JSON.parse('{"openAction": null, "inputs": {"__proto__": ["x"]}}'));
    expect(Array.isArray(result.data?.inputs)).toBe(false);
    expect(Object.getPrototypeOf(result.data?.inputs ?? {})).toBe(Object.prototype);
  });
});
