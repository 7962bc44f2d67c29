import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  filtersOf,
  filterTermOf,
  filterText,
  isOnlyFilter,
  onlyFilter,
  toggledFilter,
  withFilter,
  withoutFilters,
} from './edit-query.ts';
import { facetNames, parseSearch } from './query.ts';

describe('filters of a search', () => {
  it('are put in and taken out, and leave the rest as it was typed', () => {
    expect(withFilter('deploy', 'service', 'Release Bot')).toBe('deploy service:"Release Bot" ');
    expect(toggledFilter('deploy service:"release bot" -x', 'service', 'Release Bot')).toBe('deploy -x');
    expect(toggledFilter('', 'status', 'expired')).toBe('status:expired ');
    expect(toggledFilter('a status:expired', 'status', 'expired')).toBe('a');
    expect(withoutFilters('a service:"b" -flag:c "d e" after:7d')).toBe('a "d e"');
    expect(withoutFilters('service:"b" flag:"c"', ['flag'])).toBe('service:"b"');
  });

  it('are the only ones of their kind, or none any more', () => {
    const only = onlyFilter('x service:"a" service:"b" flag:"c"', 'service', 'a', ['service']);
    expect(only).toBe('x flag:"c" service:"a" ');
    expect(isOnlyFilter(only, 'service', 'A', ['service'])).toBe(true);
    expect(isOnlyFilter(`${only} service:"b"`, 'service', 'a', ['service'])).toBe(false);
    expect(onlyFilter(only, 'service', 'a', ['service'])).toBe('x flag:"c"');
  });

  it('are not what is left out, nor what is only the beginning of a value', () => {
    expect(filterTermOf('-service:"a"', 'service', 'a')).toBeUndefined();
    expect(filterTermOf('service:a', 'service', 'a')).toBeUndefined();
    expect(filterTermOf('service:"a', 'service', 'a')).toBeUndefined();
  });

  it('stand for their value whatever it holds, after whatever was typed', () => {
    const typed = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('"open', 'service:', '-', 'a "b'));
    const value = fc.oneof(fc.string({ minLength: 1, maxLength: 20 }), fc.constantFrom('a "b" c', 'x:y', '-z', ' q '));
    fc.assert(
      fc.property(typed, fc.constantFrom(...facetNames), value, (text, kind, one) => {
        fc.pre(one.replaceAll('"', '').trim() !== '' && !text.includes('\0'));
        const next = withFilter(text, kind, one);
        const added = parseSearch(next).at(-1);
        expect(added?.asked).toEqual({ by: kind, text: one.replaceAll('"', ''), isPrefix: false });
        expect(filterTermOf(next, kind, one)).toBeDefined();
        expect(next).toContain(filterText(kind, one));
        expect(filterTermOf(withoutFilters(next), kind, one)).toBeUndefined();
        expect(filtersOf(withoutFilters(next))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
