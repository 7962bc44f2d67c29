import { beforeEach, describe, expect, it } from 'vitest';
import type { ItemKey } from '#shared/inbox/item-key';
import { Presence } from './presence.ts';

const [first, second] = ['local/1', 'local/2'] as ItemKey[] as [ItemKey, ItemKey];
let focused: number | undefined;
let presence: Presence;

beforeEach(() => {
  focused = 1;
  presence = new Presence(() => focused);
  presence.looksAt(1, first);
  presence.looksAt(2, second);
});

describe('an item counts as seen', () => {
  it('in the window that has the focus, and in no other', () => {
    expect(presence.seen).toBe(first);
    focused = 2;
    expect(presence.seen).toBe(second);
    focused = undefined;
    expect(presence.seen).toBeUndefined();
    focused = 3; // a window that shows none
    expect(presence.seen).toBeUndefined();
  });

  it('never on a locked screen, and again once it is unlocked', () => {
    presence.setLocked(true);
    expect(presence.seen).toBeUndefined();
    presence.setLocked(false);
    expect(presence.seen).toBe(first);
  });

  it('never while the machine sleeps; then nobody is there at all', () => {
    expect(presence.isThere).toBe(true);
    presence.setAsleep(true);
    expect([presence.seen, presence.isThere]).toEqual([undefined, false]);
    presence.setAsleep(false);
    expect(presence.isThere).toBe(true);
    focused = undefined;
    expect(presence.isThere).toBe(false);
  });

  it('no more when its page is gone', () => {
    presence.forget(1);
    expect(presence.seen).toBeUndefined();
  });
});
