import type { AnswerPlace } from '../history/decision-record.ts';
import type { Wait } from '../outbox/gate.ts';
import type { ReturnReason } from '../outbox/outbox.ts';
import type { ActionId, ServiceId } from '../protocol/ids.ts';
import type { Status } from '../protocol/lifecycle.ts';
import type { Notification } from '../protocol/notification.ts';
import type { Responder } from '../protocol/response.ts';
import type { Draft } from './draft.ts';
import type { AccountId, ItemKey } from './item-key.ts';
import type { Marks } from './marks.ts';

/** What an answer waits for: `resume` that its account is paused no longer. */
export type WaitsFor = Wait['for'] | 'resume';

/**
 * How this person's answer stands (design.md 3.6). Times are ms of this machine's clock. `words` says the answer as it
 * was given, e.g. "Approve Query" or "Deny: too close to the month end".
 */
export type AnswerView = { actionId: ActionId; words: string; data: unknown; savedAt: number } & (
  | { state: 'held'; sendAt: number }
  | { state: 'waiting'; waitsFor: WaitsFor; because: string | undefined; retryAt: number | undefined }
  | { state: 'sending' }
  | { state: 'accepted'; acceptedAt: number }
  | { state: 'delivered'; acceptedAt: number }
  | {
      state: 'returned';
      because: ReturnReason;
      message: string;
      code: string | undefined;
      requestId: string | undefined;
    }
);
export type AnswerState = AnswerView['state'];

/** How an item that is no longer open ended. `at` is server time in ms. */
export type Ending =
  | { how: 'answered'; at: number; byMe: boolean; responder: Responder | undefined; words: string | undefined }
  | { how: 'expired'; at: number }
  | { how: 'withdrawn'; at: number; reason: string | undefined };

/** One line of the inbox or of History. Times are server time in ms. */
export type ItemRow = {
  key: ItemKey;
  account: AccountId;
  title: string;
  serviceId: ServiceId;
  serviceName: string;
  project: string | undefined;
  timestamp: number;
  deadline: number | undefined;
  status: Status;
  flags: string[];
  /** Never seen, or not since it came back from a snooze. */
  unread: boolean;
  marks: Marks;
  hasDraft: boolean;
  answer: AnswerView | undefined;
  ending: Ending | undefined;
};

/** What an answer left behind: where on this computer it was given, and when the agent had it, in ms of server time. */
export type Trail = {
  from: AnswerPlace | undefined;
  deliveredAt: number | undefined;
};

/** Everything about one item. */
export type ItemDetail = ItemRow & {
  notification: Notification;
  /** Changes whenever what is asked changes; an answer names the revision it was given to (guarantees.md 2). */
  revision: string;
  draft: Draft;
  receivedAt: number;
  seenAt: number | undefined;
  trail: Trail;
  /** Whether this service never asked before on this account (design.md 5, origin). */
  firstFromService: boolean;
};
