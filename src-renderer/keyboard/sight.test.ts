import { describe, expect, it } from 'vitest';
import { disturbed, gone, isInSight, painted, type Sight, sightOf, stillMs } from './sight.ts';

const first = sightOf('local/a', 'r1');
const reworded = sightOf('local/a', 'r2');
const other = sightOf('local/b', 'r1');
const nothing: Sight = undefined;
/** When keys may answer after `at`, told at the last moment they may not and the first they may. */
const opens = (sight: Sight, what: string, at: number) => [
  isInSight(sight, what, at + stillMs - 1),
  isInSight(sight, what, at + stillMs),
];

describe('a key that answers', () => {
  it('waits for the paint, however long the question has been known', () => {
    expect(isInSight(nothing, first, 1_000_000)).toBe(false);
    expect(isInSight(painted(nothing, other, 'person', 0), first, 1_000_000)).toBe(false);
    expect(isInSight(painted(nothing, first, 'person', 0), undefined, 1_000_000)).toBe(false);
  });

  it('waits half a second after what the app opened, and not on what the person opened', () => {
    expect(opens(painted(nothing, first, 'app', 100), first, 100)).toEqual([false, true]);
    expect(isInSight(painted(nothing, first, 'person', 100), first, 100)).toBe(true);
  });

  it('waits again when the question was worded anew, also where the person had opened it', () => {
    const seen = painted(nothing, first, 'person', 0);
    expect(isInSight(seen, reworded, 5_000)).toBe(false);
    expect(opens(painted(seen, reworded, 'person', 5_000), reworded, 5_000)).toEqual([false, true]);
    expect(opens(painted(gone(seen), reworded, 'person', 5_000), reworded, 5_000)).toEqual([false, true]);
  });

  it('waits for the paint again once the question was off the screen', () => {
    const seen = painted(nothing, first, 'app', 0);
    expect(isInSight(gone(seen), first, 5_000)).toBe(false);
    expect(opens(painted(gone(seen), first, 'app', 5_000), first, 5_000)).toEqual([false, true]);
  });

  it('waits again after anything moved and after the window came to the front', () => {
    const seen = painted(nothing, first, 'person', 0);
    expect(opens(disturbed(seen, 3_000), first, 3_000)).toEqual([false, true]);
    expect(disturbed(nothing, 3_000)).toBeUndefined();
  });

  it('is not held up by the same question being drawn once more', () => {
    const seen = painted(nothing, first, 'app', 0);
    expect(painted(seen, first, 'app', 400)).toEqual(seen);
  });

  it('waits for nothing when the person goes on to another question themselves', () => {
    const seen = disturbed(painted(nothing, first, 'person', 0), 1_000);
    expect(isInSight(painted(seen, other, 'person', 1_100), other, 1_100)).toBe(true);
  });
});
