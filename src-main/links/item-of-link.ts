import type { Inbox } from '#main/inbox/inbox';
import type { ItemLink } from '#main/start-options';
import type { AccountId, ItemKey } from '#shared/inbox/item-key';
import { itemKey, partsOf } from '#shared/inbox/item-key';

/** Asks the person which of several accounts is meant; undefined when they thought better of it. */
export type AskWhich = (accounts: readonly { id: AccountId; name: string }[]) => Promise<AccountId | undefined>;

/** Finds the item that a link names. A bare id that several accounts hold asks which (design.md 2). */
export async function itemOfLink(
  link: ItemLink,
  inbox: Inbox,
  nameOf: (account: AccountId) => string,
  ask: AskWhich,
): Promise<ItemKey | undefined> {
  if (link.account !== undefined) {
    const key = itemKey(link.account, link.id);
    return inbox.row(key) && key;
  }
  const keys = inbox.withId(link.id);
  if (keys.length <= 1) return keys[0];
  const holders = keys.map((key) => partsOf(key).account);
  const named = holders.map((id) => ({ id, name: nameOf(id) }));
  const chosen = await ask(named);
  return chosen && itemKey(chosen, link.id);
}
