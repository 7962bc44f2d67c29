import type { AccountId } from '#shared/inbox/item-key';
import type { NotificationId } from '#shared/protocol/ids';
import type { StatusUpdate } from '#shared/protocol/response';

/** Where a raw notification came from: what the stream says is merged, what a read says counts (section 2.2). */
export type Source = { from: 'stream' } | { from: 'read'; startedAt: number };

/** What an account hands on, and what it asks of the inbox. The inbox knows nothing of sockets. */
export interface ItemSink {
  /** Takes notifications in, all in one write. Returns those that have to be read again, since something is missing in them. */
  take(account: AccountId, raws: readonly unknown[], source: Source): NotificationId[];
  /** Takes a change of state in. True: what is known is not enough, the notification has to be read again. */
  statusChanged(account: AccountId, update: StatusUpdate): boolean;
  /** The server does not have this notification any more (404), or not for us (403). */
  gone(account: AccountId, id: NotificationId): void;
  /** What is to be read again unless the server lists it as open: open here, or answered lately and not yet delivered. */
  unsettled(account: AccountId): NotificationId[];
  /** Whether a notification came here before a moment of this machine's clock, in ms. */
  knewBefore(account: AccountId, id: NotificationId, moment: number): boolean;
  /** Whether it ended longer ago than History is kept: such a one is not taken in, and there is no need to look behind it. */
  isOutlived(account: AccountId, raw: unknown): boolean;
  /** Open and seen by the person, which the server does not know yet. */
  unacknowledged(account: AccountId): NotificationId[];
  clockOffset(account: AccountId, offsetMs: number): void;
  /** The connection of an account changed. `reachable`: its server answers. */
  connectionChanged(account: AccountId, reachable: boolean): void;
}
