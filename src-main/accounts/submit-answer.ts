import { isDeepStrictEqual } from 'node:util';
import type { OutboxEntry } from '#main/outbox/outbox-entry';
import { isAboutToken, type SubmitReply } from '#shared/outbox/outbox';
import { parseInstant } from '#shared/protocol/instant';
import { Response } from '#shared/protocol/response';
import { words } from '#shared/words/words';
import type { Account } from './account.ts';
import type { RestFailure } from './rest-client.ts';

/** By how much the server's time may be misjudged here, in ms. */
const clockToleranceMs = 2_000;

type Refusal = Extract<RestFailure, { kind: 'refused' }>;

/**
 * Sends a decision once (section 5.6). When the server says that somebody answered already, it is asked whose answer
 * won before anything is said: after a lost reply it may be ours (design.md 3.7, section 16).
 */
export async function submitAnswer(entry: OutboxEntry, account: Account): Promise<SubmitReply> {
  const rest = account.rest();
  if (!rest) return { kind: 'unreachable', why: words.faults.starting };
  const tokenRefused = account.tokenRefusal();
  const { notificationId: notification_id, actionId: action_id, data: response_data } = entry;
  const reply = await rest.respond({ notification_id, action_id, response_data }, entry.id);
  if (reply.ok) return { kind: 'accepted' };
  if (reply.error.kind === 'unreachable') return reply.error;
  const { httpStatus, code, message } = reply.error;
  if (isAboutToken(httpStatus, code)) {
    const isOfThisToken = tokenRefused(httpStatus === 401 ? 'unauthorized' : 'forbidden', message);
    return isOfThisToken ? reply.error : { kind: 'unreachable', why: words.faults.tokenChanged };
  }
  if (code === 'NOTIFICATION_ALREADY_RESPONDED') return afterConflict(entry, account, reply.error);
  if ([403, 404, 409].includes(httpStatus)) void account.reread(notification_id);
  return reply.error;
}

async function afterConflict(entry: OutboxEntry, account: Account, refusal: Refusal): Promise<SubmitReply> {
  const read = await account.read(entry.notificationId);
  if (!read.ok) {
    if (read.error.kind === 'refused' && [403, 404].includes(read.error.httpStatus)) return refusal;
    const why = read.error.kind === 'unreachable' ? read.error.why : read.error.message;
    return { kind: 'unclear', why };
  }
  const recorded = Response.safeParse(read.value.response).data;
  const savedAt = entry.savedAt + account.view().clockOffsetMs;
  return recorded && isOurs(recorded, entry, savedAt) ? { kind: 'accepted' } : refusal;
}

/**
 * Only a decision that was tried before can be the one that is recorded, and none is recorded before it is made:
 * `savedAt`, in the server's time, in ms.
 */
function isOurs(recorded: Response, { state, actionId, data }: OutboxEntry, savedAt: number): boolean {
  const wasTriedBefore = state.at === 'sending' && state.attempt > 0;
  const isSame = recorded.action_id === actionId && isDeepStrictEqual(recorded.response_data ?? null, data);
  const respondedAt = parseInstant(recorded.responded_at) ?? savedAt;
  return wasTriedBefore && isSame && respondedAt >= savedAt - clockToleranceMs;
}
