import { Acknowledge, Envelope } from '#shared/protocol/envelope';
import { type Fault, fault } from '#shared/protocol/error';
import type { UserId } from '#shared/protocol/ids';
import { tooMany } from '../http/refusal.ts';
import { errorBody } from '../http/reply.ts';
import { acknowledge } from '../notifications/acknowledge.ts';
import type { Desk } from '../notifications/desk.ts';
import { type StreamEvent, streamEvent } from './stream-event.ts';

/** What is done about a message: nothing more, an `error` frame in return, or the end (close code 4400). */
export type Handled = { done: true } | { error: StreamEvent } | { malformed: true };

/** Who sends a frame, and how long they have to wait before they may acknowledge, in ms; undefined: not at all. */
export type Sender = { user: UserId; waitToAcknowledge: () => number | undefined };

/**
 * Takes one text frame of a client (sections 6.2 and 6.3). Unknown types are ignored. Acknowledging counts against the
 * same limit as over REST (section 15).
 */
export function handleClientMessage(desk: Desk, sender: Sender, text: string, requestId: () => string): Handled {
  const envelope = Envelope.safeParse(parseJson(text));
  if (!envelope.success) return { malformed: true };
  if (envelope.data.type !== 'acknowledge') return { done: true };
  const named = Acknowledge.safeParse(envelope.data.data);
  if (!named.success) {
    const path = 'data.notification_id';
    return errorFrame(fault('MISSING_REQUIRED_FIELD', `The field "${path}" is required.`, { path }), requestId());
  }
  const waitMs = sender.waitToAcknowledge();
  if (waitMs !== undefined) {
    const { fault: refused, retryAfterS } = tooMany('That is more than this server takes in this time.', waitMs);
    const about = { notification_id: named.data.notification_id, retry_after: retryAfterS };
    return errorFrame({ ...refused, details: about }, requestId());
  }
  const acknowledged = acknowledge(desk, named.data.notification_id, sender.user);
  if (acknowledged.ok) return { done: true };
  const { details, ...refusal } = acknowledged.error;
  const about = { ...details, notification_id: named.data.notification_id };
  return errorFrame({ ...refusal, details: about }, requestId());
}

function errorFrame(refusal: Fault, requestId: string): Handled {
  return { error: streamEvent('error', errorBody(refusal, requestId)) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
