import { Acknowledge, Envelope } from '#shared/protocol/envelope';
import { type Fault, fault } from '#shared/protocol/error';
import type { UserId } from '#shared/protocol/ids';
import { errorBody } from '../http/reply.ts';
import { acknowledge } from '../notifications/acknowledge.ts';
import type { Desk } from '../notifications/desk.ts';
import { type StreamEvent, streamEvent } from './stream-event.ts';

/** What is done about a message: nothing more, an `error` frame in return, or the end (close code 4400). */
export type Handled = { done: true } | { error: StreamEvent } | { malformed: true };

/** Takes one text frame of a client (sections 6.2 and 6.3). Unknown types are ignored. */
export function handleClientMessage(desk: Desk, user: UserId, text: string, requestId: () => string): Handled {
  const envelope = Envelope.safeParse(parseJson(text));
  if (!envelope.success) return { malformed: true };
  if (envelope.data.type !== 'acknowledge') return { done: true };
  const named = Acknowledge.safeParse(envelope.data.data);
  if (!named.success) {
    const path = 'data.notification_id';
    return errorFrame(fault('MISSING_REQUIRED_FIELD', `The field "${path}" is required.`, { path }), requestId());
  }
  const acknowledged = acknowledge(desk, named.data.notification_id, user);
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
