import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKnownFlag, knownFlags, needsConfirmation } from './flags.ts';

describe('flags (section 12)', () => {
  it('knows seven', () => {
    expect([...knownFlags].sort()).toEqual([
      'affects_others',
      'costly',
      'destructive',
      'experimental',
      'irreversible',
      'requires_confirmation',
      'time_sensitive',
    ]);
  });

  it('wants a confirmation when any of four is set, and for no other', () => {
    const serious = ['destructive', 'irreversible', 'costly', 'requires_confirmation'];
    const flags = fc.array(fc.oneof(fc.constantFrom(...knownFlags), fc.string()));
    fc.assert(
      fc.property(flags, (set) => {
        expect(needsConfirmation(set)).toBe(set.some((flag) => serious.includes(flag)));
      }),
    );
  });

  it('does not take an inherited name for a flag', () => {
    expect(isKnownFlag('constructor')).toBe(false);
    expect(isKnownFlag('Destructive')).toBe(false);
  });
});
