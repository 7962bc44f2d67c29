import { isDeepStrictEqual } from 'node:util';
import type { Outbox } from '#main/outbox/outbox';
import type { OutboxEntry } from '#main/outbox/outbox-entry';
import { holdsInput } from '#main/store/draft-store';
import type { InboxDatabase } from '#main/store/inbox-database';
import { asksForWords, type Order } from '#main/store/notification-queries';
import type { AccountNames } from '#main/store/search/facet-values';
import { diskTrouble, troubleWords } from '#main/store/sqlite-faults';
import type { StoredRow } from '#main/store/stored-notification';
import type { Clock } from '#main/time/clock';
import type { AccountHold } from '#shared/inbox/account';
import type { Draft, DraftInput } from '#shared/inbox/draft';
import { type EarlierDecisions, earlierDecisions } from '#shared/inbox/earlier';
import type { AnswerView, ItemDetail, ItemRow } from '#shared/inbox/item';
import { type AccountId, type ItemKey, partsOf } from '#shared/inbox/item-key';
import type { FacetsView } from '#shared/inbox/search/found';
import { parseSearch } from '#shared/inbox/search/query';
import { isInFlight } from '#shared/outbox/outbox';
import type { NotificationId } from '#shared/protocol/ids';
import { isOpen } from '#shared/protocol/lifecycle';
import { Notification } from '#shared/protocol/notification';
import { fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';
import { answerViewOf, endingOf } from './answer-view.ts';
import type { ChangeFeed } from './change-feed.ts';
import { type AnswerGiven, decide } from './decide.ts';
import { notFound, notStored } from './inbox-errors.ts';
import { trailOf } from './trail.ts';

export type InboxPorts = {
  store: InboxDatabase;
  outbox: Outbox;
  feed: ChangeFeed;
  clock: Clock;
  newId: () => string;
  /** The accounts of this run. */
  accounts: () => AccountId[];
  /** What the person calls an account, for filters. */
  accountName?: AccountNames | undefined;
  serverNow: (account: AccountId) => number;
  /** Why nothing is sent to an account of this run. */
  holdOf: (account: AccountId) => AccountHold | undefined;
  acknowledge: (account: AccountId, id: NotificationId) => void;
  takeBackMs: () => number;
  timeWords: (ms: number) => string;
};

export type OrderQuery = {
  view: 'inbox' | 'snoozed' | 'history';
  search: string;
  limit?: number | undefined;
};

/** A search for words hands over this many at most, the newest: nobody reads more. Filters alone hand over everything. */
const mostFound = 500;

/**
 * A decision that came back only to be confirmed once more keeps its `Idempotency-Key`: a request of before may have been
 * recorded after all (section 16).
 */
function isConfirmedAgain({ state, actionId, data }: OutboxEntry, given: AnswerGiven): boolean {
  if (state.at !== 'returned' || state.because !== 'confirm-again') return false;
  return actionId === given.actionId && isDeepStrictEqual(data ?? null, given.data ?? null);
}

/** The inbox as the window, the tray and native notifications use it: every read of items, and every act on them. */
export class Inbox {
  readonly #ports: InboxPorts;

  constructor(ports: InboxPorts) {
    this.#ports = ports;
  }

  order({ view, search, limit: most }: OrderQuery): Order {
    const { store, accounts, accountName, clock } = this.#ports;
    const now = clock.now();
    const limit = asksForWords(parseSearch(search)) ? Math.min(most ?? mostFound, mostFound) : most;
    const filter = { search, limit, ...(accountName && { accountName }) };
    if (view === 'history') return store.queries.endedOrder(filter, now);
    const open = { ...filter, accounts: accounts() };
    return view === 'snoozed' ? store.queries.snoozedOrder(open, now) : store.queries.openOrder(open, now);
  }

  /** What a view can be filtered by, and how many items each filter would show. */
  facets(view: OrderQuery['view'], search: string): FacetsView {
    const { store, accounts, accountName, clock } = this.#ports;
    const filter = { search, accounts: accounts(), ...(accountName && { accountName }) };
    return store.queries.facets(view, filter, clock.now());
  }

  /** How many open items each of these searches finds. */
  countOpen(searches: readonly string[]): { count: number; isMore: boolean }[] {
    return searches.map((search) => {
      const { keys, found } = this.order({ view: 'inbox', search });
      return found ? { count: found.count, isMore: found.isMore } : { count: keys.length, isMore: false };
    });
  }

  rows(keys: readonly ItemKey[]): ItemRow[] {
    return keys.flatMap((key) => this.row(key) ?? []);
  }

  row(key: ItemKey): ItemRow | undefined {
    const row = this.#ports.store.queries.row(key);
    return row && this.#rowView(key, row);
  }

  item(key: ItemKey): Result<ItemDetail> {
    const row = this.#ports.store.queries.row(key);
    const raw = this.#ports.store.queries.raw(key);
    if (!row || raw === undefined) return fail(notFound());
    return ok({
      ...this.#rowView(key, row),
      notification: { ...Notification.parse(raw), status: row.state.status, response: row.response },
      revision: row.revision,
      draft: this.#ports.store.drafts.read(key),
      receivedAt: row.receivedAt,
      seenAt: row.seenAt,
      trail: trailOf(row, this.#ports.outbox.find(key), this.#ports.store.decisions.latest(row.account, row.id)),
      firstFromService: this.#ports.store.queries.isFirstOfService(row),
    });
  }

  /** What was decided before for the service and project of an item. */
  earlier(key: ItemKey): Result<EarlierDecisions> {
    const { queries, past } = this.#ports.store;
    const row = queries.row(key);
    const raw = queries.raw(key);
    if (!row || raw === undefined) return fail(notFound());
    return ok(earlierDecisions(Notification.parse(raw).actions, past.of(row)));
  }

  /** The person has the item before them. */
  see(key: ItemKey): Result<undefined> {
    const { account, id } = partsOf(key);
    const row = this.#ports.store.queries.row(key);
    if (!row) return fail(notFound());
    const { store, clock } = this.#ports;
    try {
      const isBackUnseen = store.marks.look(key, clock.now());
      if (!store.notifications.markSeen(account, id, clock.now()) && !isBackUnseen) return ok(undefined);
    } catch (thrown) {
      return notStored(thrown);
    }
    this.#ports.feed.changed(key);
    if (isOpen(row.state.status)) this.#ports.acknowledge(account, id);
    return ok(undefined);
  }

  /** Takes a decision: checked, written to disk, then said to be saved (design.md 3, Answers). */
  submit(key: ItemKey, given: AnswerGiven): Result<AnswerView> {
    const row = this.#ports.store.queries.row(key);
    const raw = this.#ports.store.queries.raw(key);
    if (!row || raw === undefined) return fail(notFound());
    const { outbox, clock, newId, serverNow, takeBackMs, timeWords } = this.#ports;
    const standing = outbox.find(key);
    if (standing && isInFlight(standing.state)) {
      return fail({ code: 'answer/in-flight', message: words.decisions.onItsWay });
    }
    const entry = decide(given, {
      row,
      notification: Notification.parse(raw),
      id: standing && isConfirmedAgain(standing, given) ? standing.id : newId(),
      now: clock.now(),
      serverNow: serverNow(row.account),
      takeBackMs: takeBackMs(),
      timeWords,
    });
    if (!entry.ok) return entry;
    return this.#save(key, row, entry.value);
  }

  /** Takes an answer back while no byte of it was sent; what was typed is in the draft again. */
  undo(key: ItemKey): Result<undefined> {
    switch (this.#ports.outbox.takeBack(key)) {
      case 'taken-back':
        this.#ports.feed.changed(key);
        return ok(undefined);
      case 'too-late':
        return fail({ code: 'answer/too-late-to-undo', message: words.decisions.tooLateToUndo });
      case 'disk-refused':
        return fail({
          code: 'answer/not-saved',
          message: words.decisions.undoRefused,
          hint: words.decisions.undoRefusedHint,
          retryable: true,
        });
    }
  }

  saveDraft(key: ItemKey, draft: Draft): Result<undefined> {
    if (!this.#ports.store.queries.row(key)) return fail(notFound());
    const hadInput = holdsInput(this.#ports.store.drafts.read(key));
    try {
      this.#ports.store.drafts.write(key, draft, this.#ports.clock.now());
    } catch (thrown) {
      return notStored(thrown);
    }
    if (hadInput !== holdsInput(draft)) this.#ports.feed.changed(key);
    return ok(undefined);
  }

  /** Every item of this run's accounts, or in History, that has this id. */
  withId(id: NotificationId): ItemKey[] {
    return this.#ports.store.queries.withId(id);
  }

  counts() {
    return this.#ports.store.queries.counts(this.#ports.accounts(), this.#ports.clock.now());
  }

  services() {
    return this.#ports.store.queries.services(this.#ports.accounts());
  }

  #save(key: ItemKey, row: StoredRow, entry: OutboxEntry): Result<AnswerView> {
    const { outbox, feed, store, clock } = this.#ports;
    // Kept as a draft until the server has it: an answer that is taken back or comes back finds its input here.
    const draft = store.drafts.read(key);
    try {
      if (entry.data !== null && draft.inputs[entry.actionId] === undefined) {
        const inputs = { ...draft.inputs, [entry.actionId]: entry.data as DraftInput };
        store.drafts.write(key, { openAction: entry.actionId, inputs }, clock.now());
      }
      if (!outbox.add(entry)) {
        return fail({ code: 'item/closed', message: words.decisions.youAnswered });
      }
    } catch (thrown) {
      const trouble = diskTrouble(thrown);
      return fail({
        code: 'answer/not-saved',
        message: trouble ? words.decisions.notSavedSince(troubleWords(trouble)) : words.decisions.notSaved,
        hint: words.decisions.notSavedHint,
        retryable: true,
      });
    }
    feed.changed(key);
    return ok(this.#answerView(outbox.find(key) ?? entry, row));
  }

  #answerView(entry: OutboxEntry, row: StoredRow): AnswerView {
    const { outbox, holdOf } = this.#ports;
    return answerViewOf(entry, row, { gate: outbox.gateOf(row.account), hold: holdOf(row.account) });
  }

  #rowView(key: ItemKey, row: StoredRow): ItemRow {
    const entry = this.#ports.outbox.find(key);
    const ending = endingOf(row);
    const marks = this.#ports.store.marks.find(key);
    const isTaken = ending !== undefined || (entry !== undefined && isInFlight(entry.state));
    return {
      key,
      account: row.account,
      title: row.title || words.answers.untitled,
      serviceId: row.serviceId,
      serviceName: row.serviceName,
      project: row.project,
      timestamp: row.timestamp,
      deadline: row.deadline,
      status: row.state.status,
      flags: row.flags,
      unread: row.seenAt === undefined || marks.isReturnUnseen,
      marks,
      hasDraft: !isTaken && holdsInput(this.#ports.store.drafts.read(key)),
      answer: entry && this.#answerView(entry, row),
      ending,
    };
  }
}
