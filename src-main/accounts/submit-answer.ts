import { isDeepStrictEqual } from 'node:util';
import type { OutboxEntry } from '#main/outbox/outbox-entry';
import type { SubmitReply } from '#shared/outbox/outbox';
import { Response } from '#shared/protocol/response';
import type { Account } from './account.ts';
import type { RestClient, RestFailure } from './rest-client.ts';

/**
 * Sends a decision once (section 5.6). When the server says that somebody answered already, it is asked whose answer
 * won before anything is said: after a lost reply it may be ours (design.md 3.7, section 16).
 */
export async function submitAnswer(entry: OutboxEntry, account: Account): Promise<SubmitReply> {
  const rest = account.rest();
  if (!rest) return { kind: 'unreachable', why: 'The server is starting.' };
  const { notificationId: notification_id, actionId: action_id, data: response_data } = entry;
  const reply = await rest.respond({ notification_id, action_id, response_data }, entry.id);
  if (reply.ok) return { kind: 'accepted' };
  if (reply.error.kind === 'unreachable') return reply.error;
  if (reply.error.code === 'NOTIFICATION_ALREADY_RESPONDED') return afterConflict(entry, rest, reply.error);
  if (reply.error.httpStatus === 409 || reply.error.httpStatus === 404) void account.reread(notification_id);
  return reply.error;
}

async function afterConflict(
  entry: OutboxEntry,
  rest: RestClient,
  refusal: Extract<RestFailure, { kind: 'refused' }>,
): Promise<SubmitReply> {
  const read = await rest.notification(entry.notificationId);
  const recorded = read.ok ? Response.safeParse(read.value.response).data : undefined;
  if (!recorded) return refusal;
  const wasTriedBefore = entry.state.at === 'sending' && entry.state.attempt > 0;
  const isSame = recorded.action_id === entry.actionId && isDeepStrictEqual(recorded.response_data ?? null, entry.data);
  if (wasTriedBefore && isSame) return { kind: 'accepted' };
  return { ...refusal, message: `${recorded.responder.id} answered first.` };
}
