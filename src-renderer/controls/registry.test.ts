import { describe, expect, it } from 'vitest';
import { Action } from '#shared/protocol/action';
import { validateResponse } from '#shared/validation/validate-response';
import { controlOf } from './registry.tsx';

const parsed = (action: Record<string, unknown>) => Action.parse({ id: 'x', label: 'X', ...action });
const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
];

/** One action of each type with an answer to it. */
const answered = [
  [parsed({ response_type: 'binary', options: { true_label: 'Y', false_label: 'N' } }), false],
  [parsed({ response_type: 'choice', options }), 'b'],
  [parsed({ response_type: 'multi_choice', options }), ['a', 'b']],
  [parsed({ response_type: 'text' }), 'because'],
  [parsed({ response_type: 'number' }), 0.35],
  [parsed({ response_type: 'scale', constraints: { min: 1, max: 5 } }), 4],
  [parsed({ response_type: 'datetime' }), '2026-11-22T08:30:00Z'],
] as const;

describe.each(answered)('the control of %o', (action, data) => {
  const control = controlOf(action);

  it('asks for a value and preselects none', () => {
    expect(control.asksForValue).toBe(true);
    expect(control.read(action, undefined)).toMatchObject({ ok: false, error: { because: 'empty' } });
  });

  it('puts a returned answer back as an input that means the same', () => {
    const input = control.write(action, data as Parameters<typeof control.write>[1]);
    expect(control.read(action, input)).toEqual({ ok: true, value: data });
    expect(validateResponse(action, data).ok).toBe(true);
  });

  it('takes the input of another type as none', () => {
    for (const foreign of [{ list: ['x'] }.list, 7.5, true, null]) {
      const read = control.read(action, foreign);
      if (read.ok) expect(validateResponse(action, read.value).ok).toBe(true);
    }
  });
});

describe('digits, y and n', () => {
  it('choose among options that are few enough to carry them', () => {
    const choice = parsed({ response_type: 'choice', options });
    expect(controlOf(choice).pressDigit?.(choice, undefined, 2)).toBe('b');
    expect(controlOf(choice).pressDigit?.(choice, undefined, 3)).toBeUndefined();
    const many = parsed({
      response_type: 'choice',
      options: Array.from({ length: 12 }, (_, i) => ({ value: `${i}`, label: `${i}` })),
    });
    expect(controlOf(many).pressDigit?.(many, undefined, 1)).toBeUndefined();
  });

  it('mean a side of a binary action only', () => {
    const binary = parsed({ response_type: 'binary', options: { true_label: 'Y', false_label: 'N' } });
    expect(controlOf(binary).pressYesNo?.(true)).toBe(true);
    expect(controlOf(parsed({ response_type: 'text' })).pressYesNo).toBeUndefined();
  });
});
