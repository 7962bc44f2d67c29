import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotificationId } from '../protocol/ids.ts';
import { anyText } from '../testing/any-text.ts';
import { AccountId, ItemKey, itemKey, partsOf } from './item-key.ts';

describe('the key of an item: account and id together (design.md 3)', () => {
  it('comes apart as it was put together, whatever a foreign server calls its items', () => {
    const id = anyText(1, 128);
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/), id, (account, text) => {
        const parts = { account: AccountId.parse(account), id: NotificationId.parse(text) };
        const key = itemKey(parts.account, parts.id);
        expect(ItemKey.safeParse(key).success).toBe(true);
        expect(partsOf(key)).toEqual(parts);
      }),
    );
    expect(partsOf(ItemKey.parse('local/a/b/c')).id).toBe('a/b/c');
  });

  it.each(['', 'local', '/x', 'local/', 'lo cal/x', '../x', 5, null, {}])('%o is none', (text) => {
    expect(ItemKey.safeParse(text).success).toBe(false);
  });
});
