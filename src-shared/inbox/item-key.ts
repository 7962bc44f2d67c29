import { z } from 'zod';
import type { NotificationId } from '../protocol/ids.ts';

/** An account of this app: a server and who we are there. Ids are ours and hold no slash. */
export const AccountId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .brand<'AccountId'>();
export type AccountId = z.infer<typeof AccountId>;

/** The account of the server that comes with the app. */
export const localAccount = AccountId.parse('local');

/** Ids of notifications may collide between servers, so everything in the app is keyed by account and id together. */
export const ItemKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}\/.{1,256}$/s)
  .brand<'ItemKey'>();
export type ItemKey = z.infer<typeof ItemKey>;

export function itemKey(account: AccountId, id: NotificationId): ItemKey {
  return `${account}/${id}` as ItemKey;
}

export function partsOf(key: ItemKey): { account: AccountId; id: NotificationId } {
  const slash = key.indexOf('/');
  return { account: key.slice(0, slash) as AccountId, id: key.slice(slash + 1) as NotificationId };
}
