import type { ItemSink, Source } from '#main/accounts/item-sink';
import type { Logger } from '#main/logging/logger';
import type { InboxDatabase } from '#main/store/inbox-database';
import type { StorageTrouble } from '#main/store/storage-trouble';
import type { StoredRow } from '#main/store/stored-notification';
import type { Clock } from '#main/time/clock';
import { answerWords } from '#shared/inbox/answer-words';
import { type AccountId, type ItemKey, itemKey, partsOf } from '#shared/inbox/item-key';
import type { NotificationId } from '#shared/protocol/ids';
import { parseInstant } from '#shared/protocol/instant';
import { isObject, nestsDeeperThan } from '#shared/protocol/json-shape';
import { isOpen, type KnownState, mergeState, overrideState } from '#shared/protocol/lifecycle';
import { Notification } from '#shared/protocol/notification';
import type { StatusUpdate } from '#shared/protocol/response';
import { maxNesting } from '#shared/protocol/send';
import { contentOf, lacksBodies } from './content.ts';
import { goneReason } from './gone-reason.ts';

/** For this long after an answer each connection asks whether the service has got it, in ms. */
const deliverySoughtMs = 24 * 3_600_000;
const dayMs = 24 * 3_600_000;

export type IntakePorts = {
  store: InboxDatabase;
  storage: StorageTrouble;
  clock: Clock;
  /** The server's time of an account, in ms. */
  serverNow: (account: AccountId) => number;
  timeWords: (ms: number) => string;
  /** For how many days History is kept; null is for ever. */
  historyDays: () => number | null;
  onChanged: (key: ItemKey) => void;
  onArrived: (key: ItemKey) => void;
  /** An item can no longer be answered, or its state says so once more. */
  onClosed: (key: ItemKey, state: KnownState) => void;
  onClockOffset: () => void;
  onConnection: (account: AccountId, reachable: boolean) => void;
  log: Logger;
};

/** Takes in what accounts hear, merges it into the store by the rules of section 2.2, and says what changed. */
export class Intake implements ItemSink {
  readonly #ports: IntakePorts;

  constructor(ports: IntakePorts) {
    this.#ports = ports;
  }

  take(account: AccountId, raws: readonly unknown[], source: Source): NotificationId[] {
    const { store, storage } = this.#ports;
    const taken = storage.watch(() =>
      store.notifications.together(() => raws.map((raw) => this.#takeOne(account, raw, source))),
    );
    for (const { told } of taken) told();
    return taken.flatMap(({ incomplete }) => incomplete ?? []);
  }

  statusChanged(account: AccountId, update: StatusUpdate): boolean {
    const known = this.#ports.store.notifications.find(account, update.notification_id);
    if (!known) return true;
    const at = parseInstant(update.timestamp) ?? this.#ports.serverNow(account);
    const heard = { status: update.status, at, reason: update.reason ?? undefined };
    const next = mergeState(known.state, heard);
    if (next === known.state) return false;
    this.#setState(account, known.id, next);
    this.#tellState(itemKey(account, known.id), next);
    // "completed" may be the first that is heard of an answer, too: the message between was lost.
    const isAnswered = next.status === 'responded' || next.status === 'completed';
    return isAnswered && known.response === undefined && !known.answeredByMe;
  }

  gone(account: AccountId, id: NotificationId): void {
    const known = this.#ports.store.notifications.find(account, id);
    if (!known || !isOpen(known.state.status)) return;
    const at = this.#ports.serverNow(account);
    const state: KnownState = { status: 'invalidated', at, reason: goneReason };
    this.#setState(account, id, state);
    this.#tellState(itemKey(account, id), state);
  }

  unsettled(account: AccountId): NotificationId[] {
    const { store, clock } = this.#ports;
    return store.queries.unsettled(account, clock.now() - deliverySoughtMs).map((key) => partsOf(key).id);
  }

  knewBefore(account: AccountId, id: NotificationId, moment: number): boolean {
    const known = this.#ports.store.notifications.find(account, id);
    return known !== undefined && known.receivedAt < moment;
  }

  isOutlived(account: AccountId, raw: unknown): boolean {
    const notification = readNotification(raw);
    return notification !== undefined && this.#isOutlived(account, notification);
  }

  unacknowledged(account: AccountId): NotificationId[] {
    return this.#ports.store.queries.seenOnlyHere(account).map((key) => partsOf(key).id);
  }

  clockOffset(account: AccountId, offsetMs: number): void {
    this.#ports.storage.spare(() => this.#ports.store.notifications.setClockOffset(account, offsetMs));
    this.#ports.onClockOffset();
  }

  connectionChanged(account: AccountId, reachable: boolean): void {
    this.#ports.onConnection(account, reachable);
  }

  /** What retention removed, or would, does not come in again: a server may list it for ever. */
  #isOutlived(account: AccountId, { status, response, deadline, timestamp }: Notification): boolean {
    const { historyDays, serverNow } = this.#ports;
    const days = historyDays();
    if (days === null || isOpen(status)) return false;
    const ended = response?.responded_at ?? (status === 'expired' ? deadline : undefined) ?? timestamp;
    const endedAt = ended === undefined ? undefined : parseInstant(ended);
    return endedAt !== undefined && endedAt < serverNow(account) - days * dayMs;
  }

  #setState(account: AccountId, id: NotificationId, state: KnownState): void {
    const { storage, store, clock } = this.#ports;
    storage.watch(() => store.notifications.setState(account, id, state, clock.now()));
  }

  #takeOne(account: AccountId, raw: unknown, source: Source): { told: () => void; incomplete?: NotificationId } {
    const notification = readNotification(raw);
    if (!notification || !isObject(raw)) {
      this.#ports.log.warn('a notification could not be read', { account });
      return { told: () => {} };
    }
    const known = this.#ports.store.notifications.find(account, notification.id);
    if (!known && this.#isOutlived(account, notification)) return { told: () => {} };
    const told = known
      ? this.#update(account, known, raw, notification, source)
      : this.#insert(account, raw, notification);
    this.#recordAnswer(account, notification);
    return source.from === 'stream' && lacksBodies(notification) ? { told, incomplete: notification.id } : { told };
  }

  #insert(account: AccountId, raw: Record<string, unknown>, notification: Notification): () => void {
    const { store, clock, serverNow, onChanged, onArrived } = this.#ports;
    const key = itemKey(account, notification.id);
    const state = this.#stateOf(account, notification);
    store.notifications.insert(
      account,
      notification.id,
      contentOf(raw, notification, serverNow(account)),
      state,
      clock.now(),
    );
    return () => {
      onChanged(key);
      if (isOpen(state.status)) onArrived(key);
    };
  }

  #update(
    account: AccountId,
    known: StoredRow,
    raw: Record<string, unknown>,
    notification: Notification,
    source: Source,
  ): () => void {
    const { store, clock, onChanged } = this.#ports;
    const key = itemKey(account, known.id);
    const content = contentOf(raw, notification, known.timestamp);
    const isStripped = source.from === 'stream' && lacksBodies(notification);
    const isOther = content.revision !== known.revision && !isStripped;
    if (isOther) store.notifications.rewrite(account, known.id, content);
    const heard = this.#stateOf(account, notification);
    const next =
      source.from === 'stream'
        ? mergeState(known.state, heard)
        : overrideState(known.state, known.learntAt, sameTime(known.state, heard), source.startedAt);
    const isMoved = next.status !== known.state.status;
    if (isMoved) store.notifications.setState(account, known.id, next, clock.now());
    return () => {
      if (isMoved) this.#tellState(key, next);
      else if (isOther) onChanged(key);
      if (!isMoved && !isOpen(next.status)) this.#ports.onClosed(key, next);
    };
  }

  #recordAnswer(account: AccountId, { id, response, actions }: Notification): void {
    if (!response) return;
    const action = actions.find((one) => one.id === response.action_id);
    const words = action && answerWords(action, response.response_data ?? null, this.#ports.timeWords);
    const known = this.#ports.store.notifications.find(account, id);
    if (known?.response === undefined) {
      this.#ports.store.notifications.setAnswer(account, id, { response, words, byMe: false });
      this.#ports.onChanged(itemKey(account, id)); // whose answer it was is news, also when its state was known
    }
  }

  /** A notification names its state but not since when; the answer and the deadline tell where they can. */
  #stateOf(account: AccountId, { status, response, deadline, timestamp }: Notification): KnownState {
    const now = this.#ports.serverNow(account);
    const told = status === 'expired' ? deadline : isOpen(status) ? timestamp : response?.responded_at;
    return { status, at: (told === undefined ? undefined : parseInstant(told)) ?? now };
  }

  #tellState(key: ItemKey, state: KnownState): void {
    this.#ports.onChanged(key);
    if (!isOpen(state.status)) this.#ports.onClosed(key, state);
  }
}

function readNotification(raw: unknown): Notification | undefined {
  if (!isObject(raw) || nestsDeeperThan(raw, maxNesting + 2)) return undefined;
  return Notification.safeParse(raw).data;
}

/** A read that repeats the known state does not move its time or take its reason away. */
function sameTime(known: KnownState, read: KnownState): KnownState {
  return known.status === read.status ? known : read;
}
