import { describe, expect, it } from 'vitest';
import type { Draft } from '#shared/inbox/draft';
import type { ActionId } from '#shared/protocol/ids';
import { OfferedAction } from '#shared/protocol/notification';
import { unsentInputs } from './unsent.ts';

const actions = [
  { id: 'why', label: 'Say why', response_type: 'text', constraints: { min_length: 100 } },
  { id: 'which', label: 'Which', response_type: 'choice', options: [{ value: 'a', label: 'The first' }] },
  { id: 'go', label: 'Go', response_type: 'simple' },
].map((raw) => OfferedAction.parse(raw));

function entered(inputs: Record<string, Draft['inputs'][ActionId]>) {
  const draft: Draft = { openAction: null, inputs: inputs as Draft['inputs'] };
  return unsentInputs(actions, draft, String);
}

describe('what was entered for a question that ended', () => {
  it('is said in words, also what was not yet a valid answer', () => {
    expect(entered({ why: 'precious words', which: 'a' })).toEqual([
      { label: 'Say why', words: 'precious words' },
      { label: 'Which', words: 'The first' },
    ]);
  });

  it('is nothing where nothing was entered', () => {
    expect(entered({ why: '', which: null })).toEqual([]);
  });
});
