import type { OutboxEntry } from '#main/outbox/outbox-entry';
import type { StoredRow } from '#main/store/stored-notification';
import type { AnswerPlace } from '#shared/history/decision-record';
import { answerWords } from '#shared/inbox/answer-words';
import { heldTogetherMs } from '#shared/inbox/batch';
import { itemKey } from '#shared/inbox/item-key';
import { sendTime } from '#shared/outbox/outbox';
import { needsConfirmation } from '#shared/protocol/flags';
import type { ActionId } from '#shared/protocol/ids';
import { isOpen } from '#shared/protocol/lifecycle';
import { isReadableVersion, type Notification } from '#shared/protocol/notification';
import { type AppError, fail, ok, type Result } from '#shared/result';
import { validateResponse } from '#shared/validation/validate-response';
import { describeViolation } from '#shared/validation/violation';
import { words } from '#shared/words/words';

/** What the person did: which action of which revision, with what value, whether they confirmed it, and where. */
export type AnswerGiven = {
  revision: string;
  actionId: ActionId;
  data?: unknown;
  confirmed: boolean;
  from?: AnswerPlace;
  /** It is one of so many that are given together. */
  together?: number;
};

/** What the decision is checked against. `now` is this machine's clock, `serverNow` the server's, both in ms. */
export type DecisionFacts = {
  row: StoredRow;
  notification: Notification;
  id: string;
  now: number;
  serverNow: number;
  takeBackMs: number;
  timeWords: (ms: number) => string;
};

/** Turns what a person did into a decision that may be sent, or says why it may not. Pure. */
export function decide(given: AnswerGiven, facts: DecisionFacts): Result<OutboxEntry> {
  const { row, notification, id, now, serverNow, takeBackMs, timeWords } = facts;
  const closed = whyClosed(row, serverNow);
  if (closed) return fail(closed);
  if (given.revision !== row.revision) {
    return fail({
      code: 'item/changed',
      message: words.decisions.changed,
      hint: words.decisions.changedHint,
    });
  }
  const action = notification.actions.find((one) => one.id === given.actionId);
  if (!action || action.response_type === 'unanswerable' || !isReadableVersion(notification.version)) {
    return fail({ code: 'answer/invalid', message: words.decisions.notAnswerable });
  }
  const valid = validateResponse(action, given.data);
  if (!valid.ok) return fail({ code: 'answer/invalid', message: describeViolation(valid.error, timeWords) });
  const flagged = needsConfirmation(action.flags);
  if (flagged && !given.confirmed) {
    return fail({ code: 'answer/unconfirmed', message: words.decisions.needsConfirmation });
  }
  const heldMs = given.together === undefined ? takeBackMs : heldTogetherMs(takeBackMs, given.together);
  const deadline = row.deadline === undefined ? undefined : row.deadline - (serverNow - now);
  return ok({
    id,
    key: itemKey(row.account, row.id),
    account: row.account,
    notificationId: row.id,
    actionId: given.actionId,
    data: valid.value,
    words: answerWords(action, valid.value, timeWords),
    flagged,
    savedAt: now,
    ...(given.from && { from: given.from }),
    state: { at: 'held', sendAt: sendTime(now, heldMs, deadline) },
  });
}

function whyClosed({ state, deadline }: StoredRow, serverNow: number): AppError | undefined {
  if (isOpen(state.status) && (deadline === undefined || serverNow < deadline)) return undefined;
  switch (state.status) {
    case 'responded':
    case 'completed':
      return { code: 'item/closed', message: words.decisions.answered };
    case 'invalidated':
      return { code: 'item/closed', message: words.decisions.withdrawn };
    default:
      return { code: 'item/closed', message: words.decisions.expired };
  }
}
