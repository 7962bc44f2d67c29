import { expect, it } from 'vitest';
import { flagsToShow } from './flags-to-show.ts';

it('shows the gravest flag and counts the rest', () => {
  expect(flagsToShow(['experimental', 'costly', 'destructive'], 1)).toEqual({ shown: ['destructive'], more: 2 });
});

it('puts flags that the protocol does not name last, and none twice', () => {
  expect(flagsToShow(['odd', 'costly', 'odd'], 3)).toEqual({ shown: ['costly', 'odd'], more: 0 });
});
