import type { Engine } from '#main/engine';
import type { OutboxEntry } from '#main/outbox/outbox-entry';
import type { AccountHoldings } from '#shared/inbox/account';
import type { AccountId } from '#shared/inbox/item-key';

/** What this machine holds of an account: the answers on their way, and how much else. */
export function holdingsOf(id: AccountId, { outbox, inbox, store }: Engine): AccountHoldings {
  const answers = outbox.inFlightOf(id).map(({ key, words, state }) => ({
    key,
    title: inbox.row(key)?.title ?? '',
    words,
    state: stateOf(state),
  }));
  return { answers, open: store.accountData.openItems(id).length, ...store.accountData.counts(id) };
}

function stateOf({ at }: OutboxEntry['state']): 'held' | 'waiting' | 'sending' {
  return at === 'held' || at === 'sending' ? at : 'waiting';
}
