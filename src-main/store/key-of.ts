import { z } from 'zod';
import { AccountId, type ItemKey, itemKey } from '#shared/inbox/item-key';
import { NotificationId } from '#shared/protocol/ids';

const Key = z.object({ account: AccountId, id: NotificationId });

/** The key in a row of `account` and `id`. */
export function keyOf(row: unknown): ItemKey {
  const { account, id } = Key.parse(row);
  return itemKey(account, id);
}
