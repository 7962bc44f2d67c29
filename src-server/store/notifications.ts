import { z } from 'zod';
import { ActionId, NotificationId, ServiceId, UserId } from '#shared/protocol/ids';
import { Status } from '#shared/protocol/lifecycle';
import { Responder } from '#shared/protocol/response';
import { Resume } from '../webhooks/resume-template.ts';
import type { Database } from './database.ts';
import { json } from './json.ts';
import { type NotificationFilter, type Place, pageOf, type SortOrder, visible } from './notification-page.ts';

/** The recorded answer of a notification (section 13.1). */
const Answer = z.object({
  action_id: ActionId,
  response_data: z.unknown(),
  responded_at: z.string(),
  responder: Responder,
});
export type Answer = z.infer<typeof Answer>;

const Recipients = json(z.array(UserId)).nullable();

/** The stored wire form: what was sent, without `service` and `status`, which are added when it is read. */
const Body = z.looseObject({
  context: z.record(z.string(), z.unknown()),
  actions: z.array(z.record(z.string(), z.unknown())),
});

const NotificationRow = z
  .object({
    seq: z.number(),
    id: NotificationId,
    service_id: ServiceId,
    status: Status,
    status_at: z.number(),
    reason: z.string().nullable(),
    sent_at: z.number(),
    created_at: z.number(),
    deadline: z.number().nullable(),
    content_digest: z.instanceof(Uint8Array),
    body: json(Body),
    response: json(Answer).nullable(),
    answer_key: z.instanceof(Uint8Array).nullable(),
    recipients: Recipients,
    resume: json(Resume).nullable(),
  })
  .transform((row) => ({
    seq: row.seq,
    id: row.id,
    serviceId: row.service_id,
    status: row.status,
    /** When the status was entered, ms. */
    statusAt: row.status_at,
    reason: row.reason ?? undefined,
    /** Its `timestamp`, by which clients sort, ms. */
    sentAt: row.sent_at,
    createdAt: row.created_at,
    deadline: row.deadline ?? undefined,
    contentDigest: row.content_digest,
    body: row.body,
    answer: row.response ?? undefined,
    answerKey: row.answer_key ?? undefined,
    /** The only users it is for; undefined is everyone. */
    recipients: row.recipients ?? undefined,
    /** Where its answer resumes a workflow; never shown to clients, the URL may be all it takes. */
    resume: row.resume ?? undefined,
  }));

/** A notification as it is stored. Times are ms since 1970. */
export type StoredNotification = z.infer<typeof NotificationRow>;

export type NewNotification = {
  id: NotificationId;
  serviceId: ServiceId;
  sentAt: number;
  createdAt: number;
  deadline: number | undefined;
  project: string | undefined;
  recipients: readonly UserId[] | undefined;
  contentDigest: Buffer;
  body: object;
  resume?: Resume | undefined;
};

const columns =
  'seq, id, service_id, status, status_at, reason, sent_at, created_at, deadline, content_digest, body, response, answer_key, recipients, resume';

/** The repository of notifications. */
export type NotificationStore = ReturnType<typeof createNotificationStore>;

export function createNotificationStore({ sqlite }: Database) {
  const byId = sqlite.prepare(`SELECT ${columns} FROM notifications WHERE id = ?`);
  const insert = sqlite.prepare(
    `INSERT INTO notifications (id, service_id, status, status_at, sent_at, created_at, deadline, project,
       recipients, resume, content_digest, body) VALUES (?, ?, 'created', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const setStatus = sqlite.prepare('UPDATE notifications SET status = ?, status_at = ?, reason = ? WHERE id = ?');
  const setAnswer = sqlite.prepare(
    `UPDATE notifications SET status = 'responded', status_at = ?, response = ?, answer_key = ? WHERE id = ?`,
  );
  const undelivered = sqlite.prepare(
    `SELECT ${columns} FROM notifications WHERE status = 'created' AND seq > ? AND ${visible} ORDER BY seq LIMIT ?`,
  );
  const overdue = sqlite.prepare(
    `SELECT id, deadline, recipients FROM notifications WHERE deadline <= ? AND deadline IS NOT NULL
       AND status IN ('created', 'delivered', 'acknowledged') ORDER BY deadline LIMIT ?`,
  );
  const nearest = sqlite.prepare(
    `SELECT min(deadline) AS deadline FROM notifications
       WHERE deadline IS NOT NULL AND status IN ('created', 'delivered', 'acknowledged')`,
  );
  const openOf = sqlite.prepare(
    `SELECT id FROM notifications WHERE service_id = ? AND status IN ('created', 'delivered', 'acknowledged')`,
  );
  const Overdue = z
    .object({ id: NotificationId, deadline: z.number(), recipients: Recipients })
    .transform((row) => ({ ...row, recipients: row.recipients ?? undefined }));

  return {
    find: (id: string): StoredNotification | undefined => {
      const row = byId.get(id);
      return row === undefined ? undefined : NotificationRow.parse(row);
    },
    add: (one: NewNotification): void => {
      const { id, serviceId, createdAt, sentAt, deadline, project, recipients, resume, contentDigest, body } = one;
      const texts = [recipients, resume].map((value) => (value === undefined ? null : JSON.stringify(value)));
      const optional = [deadline ?? null, project ?? null, ...texts] as const;
      insert.run(id, serviceId, createdAt, sentAt, createdAt, ...optional, contentDigest, JSON.stringify(body));
    },
    setStatus: (id: NotificationId, status: Status, at: number, reason?: string): void =>
      void setStatus.run(status, at, reason ?? null, id),
    setAnswer: (id: NotificationId, answer: Answer, at: number, key: Buffer | undefined): void =>
      void setAnswer.run(at, JSON.stringify(answer), key ?? null, id),
    /** Those still `created` that a user may see, in the order of their arrival, from after the one numbered `afterSeq`. */
    undelivered: (user: UserId, afterSeq: number, limit: number): StoredNotification[] =>
      undelivered.all(afterSeq, user, limit).map((row) => NotificationRow.parse(row)),
    /** The ids of a service's open ones. */
    openOf: (serviceId: ServiceId): NotificationId[] =>
      openOf.all(serviceId).map((row) => NotificationId.parse(row.id)),
    /** Open ones whose deadline has come, the earliest first. */
    overdue: (now: number, limit: number) => overdue.all(now, limit).map((row) => Overdue.parse(row)),
    /** The nearest deadline of all open ones, in ms. */
    nearestDeadline: (): number | undefined => {
      const at = nearest.get()?.deadline;
      return typeof at === 'number' ? at : undefined;
    },
    /** A page of those that match, from after `from`, and how many match in all. */
    page: (filter: NotificationFilter, sort: SortOrder, from: Place | undefined, limit: number) => {
      const { where, values, order, after } = pageOf(filter, sort, from);
      const rows = sqlite
        .prepare(`SELECT ${columns} FROM notifications WHERE ${where} AND ${after} ORDER BY ${order} LIMIT ?`)
        .all(...values, ...(from ? [from.sentAt, from.seq] : []), limit);
      const total = sqlite.prepare(`SELECT count(*) AS total FROM notifications WHERE ${where}`).get(...values)?.total;
      return { notifications: rows.map((row) => NotificationRow.parse(row)), total: Number(total) };
    },
  };
}
