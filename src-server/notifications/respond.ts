import { randomUUID } from 'node:crypto';
import { Action } from '#shared/protocol/action';
import { type Fault, fault } from '#shared/protocol/error';
import { formatInstant } from '#shared/protocol/instant';
import type { Responder, RespondReply } from '#shared/protocol/response';
import { fail, ok, type Result } from '#shared/result';
import { validateResponse } from '#shared/validation/validate-response';
import { codeOfViolation, violationOnTheWire } from '#shared/validation/violation';
import { deliveriesOf } from '../deliveries/of-answer.ts';
import { digestOf, sameDigest } from '../keys/digest.ts';
import type { Answer, StoredNotification } from '../store/notifications.ts';
import { closedFault } from './closed.ts';
import type { Desk } from './desk.ts';
import { findVisible } from './find.ts';

/** One person's decision; `idempotencyKey` is the one they sent with it, if any (section 16). */
export type Submission = {
  notificationId: string;
  actionId: string;
  responseData: unknown;
  hasResponseData: boolean;
  responder: Responder;
  idempotencyKey: string | undefined;
};

/**
 * Records the one answer of a notification, and its deliveries with it, in one transaction (sections 2.2, 5.6, 11, 16).
 * The same `Idempotency-Key` of the same user repeats the first reply. Faults: NOTIFICATION_NOT_FOUND,
 * NOTIFICATION_ACCESS_DENIED, the three 409s, INVALID_ACTION_ID, MISSING_REQUIRED_FIELD, INVALID_RESPONSE_DATA, CONSTRAINT_VIOLATION.
 */
export function respond(desk: Desk, submission: Submission): Result<RespondReply, Fault> {
  const key = answerKey(submission);
  // Finding may expire it, which is committed and told on its own. Nothing runs between here and the commit below.
  const found = findVisible(desk, submission.notificationId, submission.responder.id);
  if (!found.ok) return found;
  const decided = desk.store.transaction(() => decide(desk, found.value, submission, key));
  if (!decided.ok) return decided;
  const { id, answer, at, recorded, delivery } = decided.value;
  if (recorded)
    desk.news.publish({ type: 'changed', change: { id, status: 'responded', at, recipients: found.value.recipients } });
  if (delivery) desk.news.publish({ type: 'delivery-stored' });
  const { action_id, responded_at } = answer;
  return ok({ notification_id: id, action_id, status: 'responded', responded_at });
}

type Decided = { id: StoredNotification['id']; answer: Answer; at: number; recorded: boolean; delivery: boolean };

function decide(
  desk: Desk,
  notification: StoredNotification,
  submission: Submission,
  key: Buffer | undefined,
): Result<Decided, Fault> {
  const { id, statusAt, answer: earlier, answerKey: earlierKey } = notification;
  if (earlier && key && earlierKey && sameDigest(key, earlierKey)) {
    return ok({ id, answer: earlier, at: statusAt, recorded: false, delivery: false });
  }
  const closed = closedFault(notification, true);
  if (closed) return fail(closed);
  const data = checkedData(notification, submission);
  if (!data.ok) return data;
  const at = desk.clock.now();
  const answer: Answer = {
    action_id: data.value.actionId,
    response_data: data.value.responseData,
    responded_at: formatInstant(at),
    responder: submission.responder,
  };
  desk.store.notifications.setAnswer(id, answer, at, key);
  return ok({ id, answer, at, recorded: true, delivery: storeDeliveries(desk, notification, answer, at) });
}

function checkedData({ id, body }: StoredNotification, submission: Submission) {
  const raw = body.actions.find((one) => one.id === submission.actionId);
  if (!raw) {
    const details = { path: 'action_id', notification_id: id, action_id: submission.actionId };
    return fail(fault('INVALID_ACTION_ID', 'This notification has no such action.', details));
  }
  const action = Action.parse(raw);
  const about = { path: 'response_data', notification_id: id, action_id: action.id };
  if (!submission.hasResponseData && action.response_type !== 'simple') {
    return fail(fault('MISSING_REQUIRED_FIELD', 'The field "response_data" is required for this action.', about));
  }
  const valid = validateResponse(action, submission.responseData);
  if (valid.ok) return ok({ actionId: action.id, responseData: valid.value });
  const { error: violation } = valid;
  return fail(fault(codeOfViolation(violation), violationOnTheWire(violation), { ...about, violation }));
}

/** Returns whether there is anything to deliver. */
function storeDeliveries({ store }: Desk, notification: StoredNotification, answer: Answer, now: number): boolean {
  const { id: notificationId, serviceId } = notification;
  const deliveries = deliveriesOf(store, notification, answer);
  for (const one of deliveries) {
    const requestId = `req_${randomUUID().replaceAll('-', '')}`;
    store.deliveries.add({ requestId, notificationId, serviceId, ...one }, now);
  }
  return deliveries.length > 0;
}

/** Keys are the user's own: another user's equal key means nothing. */
function answerKey({ idempotencyKey, responder }: Submission): Buffer | undefined {
  return idempotencyKey === undefined ? undefined : digestOf(JSON.stringify([responder.id, idempotencyKey]));
}
