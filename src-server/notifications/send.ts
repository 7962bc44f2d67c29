import { randomUUID } from 'node:crypto';
import { type Fault, fault } from '#shared/protocol/error';
import type { NotificationId } from '#shared/protocol/ids';
import { formatInstant, parseInstant } from '#shared/protocol/instant';
import { isObject } from '#shared/protocol/json-shape';
import { maxNotificationBytes, type NotificationDraft, parseSend } from '#shared/protocol/send';
import { fail, ok, type Result } from '#shared/result';
import { sameDigest } from '../keys/digest.ts';
import type { Service } from '../store/services.ts';
import { resumeFor } from '../webhooks/resume.ts';
import { contentDigest } from './content-digest.ts';
import type { Desk } from './desk.ts';
import { parseRecipients } from './recipients.ts';

/** What a send led to (section 5.3); `repeated` when the same notification had been sent before (section 16). */
export type Sent = { id: NotificationId; createdAt: number; repeated: boolean };

/** Fields that only the server adds to what clients get: a service cannot forge an answer or a change of status. */
const serversOwn = new Set(['service', 'status', 'response', 'status_update']);
/** Fields that are between the service and the server: they are stored apart and clients never get them. */
const notForClients = new Set(['resume']);

/**
 * Takes a notification from a service (sections 5.3, 10, 16). Faults: SERVICE_SUSPENDED, those of `parseSend`,
 * `parseRecipients` and `resumeFor`, PAYLOAD_TOO_LARGE, and NOTIFICATION_ALREADY_EXISTS when the id is taken by other content or another service.
 */
export function send(desk: Desk, service: Service, body: unknown): Result<Sent, Fault> {
  const { store, clock, news } = desk;
  if (service.suspended) {
    return fail(
      fault('SERVICE_SUSPENDED', 'The administrator has suspended this service.', { service_id: service.id }),
    );
  }
  const now = clock.now();
  const before = isObject(body) && typeof body.id === 'string' ? store.notifications.find(body.id.toLowerCase()) : null;
  const own = before?.serviceId === service.id ? before : undefined;
  // What was accepted once is judged by the clock of that time, or its repetition would fail after the deadline.
  const parsed = parseSend(body, service.id, own?.createdAt ?? now);
  if (!parsed.ok) return parsed;
  const digest = contentDigest(parsed.value.wire);
  if (own && sameDigest(own.contentDigest, digest)) return ok({ id: own.id, createdAt: own.createdAt, repeated: true });
  if (before) {
    const message = 'A different notification with this id exists.';
    return fail(fault('NOTIFICATION_ALREADY_EXISTS', message, { path: 'id', notification_id: before.id }));
  }
  const recipients = parseRecipients(parsed.value.wire.recipients, desk.isUser);
  if (!recipients.ok) return recipients;
  const resume = resumeFor(parsed.value.wire, service, desk.onLoopback);
  if (!resume.ok) return resume;
  const draft = complete(parsed.value, now);
  if (Buffer.byteLength(JSON.stringify(draft.body)) > maxNotificationBytes) {
    const details = { limit: maxNotificationBytes };
    return fail(fault('PAYLOAD_TOO_LARGE', `A notification has at most ${maxNotificationBytes} bytes.`, details));
  }
  const { id, sentAt } = draft;
  const { deadline, project } = parsed.value;
  const extensions = { recipients: recipients.value, resume: resume.value };
  const fresh = { id, serviceId: service.id, sentAt, createdAt: now, deadline, project, ...extensions };
  store.notifications.add({ ...fresh, contentDigest: digest, body: draft.body });
  const stored = store.notifications.find(id);
  if (!stored) throw new Error(`The notification ${id} was stored and cannot be read.`);
  news.publish({ type: 'arrived', notification: stored });
  return ok({ id, createdAt: now, repeated: false });
}

/** Supplies what the sender may leave out: `id`, `version` and `timestamp` (section 10), in the order of that section. */
function complete({ wire }: NotificationDraft, now: number) {
  const id = (typeof wire.id === 'string' ? wire.id : randomUUID()) as NotificationId;
  const timestamp = typeof wire.timestamp === 'string' ? wire.timestamp : formatInstant(now);
  const rest = Object.entries(wire).filter(([name]) => !serversOwn.has(name) && !notForClients.has(name));
  const body = { id, version: wire.version, timestamp, ...Object.fromEntries(rest) };
  return { id, sentAt: parseInstant(timestamp) ?? now, body };
}
