import type { ItemDetail } from '#shared/inbox/item';
import type { ItemKey } from '#shared/inbox/item-key';
import { matchesIn } from '#shared/inbox/search/highlight';
import { parseSearch, soughtWords } from '#shared/inbox/search/query';
import { snippetOf } from '#shared/inbox/search/snippet';
import type { Inbox } from './inbox.ts';

type Sought = ReturnType<typeof soughtWords>;

/** What a search found in items beyond their titles: a line around the first word that the title does not hold. */
export function snippets(inbox: Pick<Inbox, 'item'>, search: string, keys: readonly ItemKey[]) {
  const sought = soughtWords(parseSearch(search));
  if (sought.length === 0) return [];
  return keys.flatMap((key) => {
    const item = inbox.item(key);
    const text = item.ok ? snippetFor(item.value, sought) : undefined;
    return text === undefined ? [] : [{ key, text }];
  });
}

function snippetFor({ title, notification, ending, serviceName, project }: ItemDetail, sought: Sought) {
  const missing = sought.filter((word) => matchesIn(title, [word]).length === 0);
  if (missing.length === 0) return undefined;
  const { description, metadata } = notification.context;
  const answer = ending?.how === 'answered' ? [ending.words, ending.responder?.id] : [];
  const details = Object.entries(metadata).map(([name, value]) => `${name}: ${plain(value)}`);
  const texts = [...answer, description, ...details, serviceName, project];
  return snippetOf(
    texts.filter((text) => text !== undefined),
    missing,
  );
}

const plain = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
