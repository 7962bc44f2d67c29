import { describe, expect, it } from 'vitest';
import { knownFlags } from '#shared/protocol/flags';
import { flagBadge, flagNote, flagSentence } from './flags.ts';

describe('flags in words', () => {
  it('say each of the seven in words, and an unknown one by its name', () => {
    for (const flag of knownFlags) {
      expect(flagBadge(flag)).toMatch(/^[a-z][a-z -]+$/);
      expect(flagSentence(flag)).toMatch(/^[A-Z].*\.$/);
    }
    expect(flagBadge('x-new')).toBe('x-new');
    expect(flagSentence('x-\u202enew')).toContain('⟨U+202E⟩');
  });

  it.each([
    [['irreversible', 'affects_others'], 'cannot be undone and affects other people. You will be asked to confirm.'],
    [
      ['destructive', 'irreversible', 'costly'],
      'destroys or overwrites something, cannot be undone and costs money, computing or time. You will be asked to confirm.',
    ],
    [['requires_confirmation'], 'asks to be confirmed. You will be asked to confirm.'],
    [['costly', 'x-new'], 'costs money, computing or time. You will be asked to confirm.'],
    [['affects_others', 'experimental', 'time_sensitive'], undefined],
    [[], undefined],
  ])('of %j note %j', (flags, note) => {
    expect(flagNote(flags)).toBe(note);
  });
});
