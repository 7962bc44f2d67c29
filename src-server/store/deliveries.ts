import { z } from 'zod';
import { DeliveryKind } from '#shared/protocol/delivery';
import { NotificationId, ServiceId } from '#shared/protocol/ids';
import type { Database } from './database.ts';

/**
 * `pending`: to be tried at `nextAt`. `accepted`: the service took it. `refused`: it said it never will, or its address is
 * not allowed. `given-up`: the schedule of section 9.4 is used up. `dropped`: the service lost its callback before.
 */
export const DeliveryState = z.enum(['pending', 'accepted', 'refused', 'given-up', 'dropped']);
export type DeliveryState = z.infer<typeof DeliveryState>;

const DeliveryRow = z
  .object({
    request_id: z.string(),
    notification_id: NotificationId,
    service_id: ServiceId,
    kind: DeliveryKind,
    target: z.string().nullable(),
    body: z.instanceof(Uint8Array).transform((bytes): Buffer => Buffer.from(bytes)),
    state: DeliveryState,
    attempts: z.number(),
    next_at: z.number(),
    last_status: z.number().nullable(),
    last_error: z.string().nullable(),
    last_at: z.number().nullable(),
    created_at: z.number(),
    schedule_from: z.number(),
    place: z.number(),
  })
  .transform((row) => ({
    requestId: row.request_id,
    notificationId: row.notification_id,
    serviceId: row.service_id,
    kind: row.kind,
    /** The URL it goes to; null is the callback that the service has when it is sent. */
    target: row.target,
    body: row.body,
    state: row.state,
    attempts: row.attempts,
    nextAt: row.next_at,
    lastStatus: row.last_status,
    lastError: row.last_error,
    lastAt: row.last_at,
    createdAt: row.created_at,
    /** After how many attempts the schedule began anew, because somebody asked for it to be sent again. */
    scheduleFrom: row.schedule_from,
    /** Counts up with every delivery stored. */
    place: row.place,
  }));

/** One way in which an answer goes out (section 9): its bytes, made once, and where it is in its schedule. */
export type Delivery = z.infer<typeof DeliveryRow>;

/** What a new delivery is made of. */
export type NewDelivery = Pick<Delivery, 'requestId' | 'notificationId' | 'serviceId' | 'kind' | 'target' | 'body'>;

/** How an attempt ended and what is next. */
export type AttemptRecord = {
  state: DeliveryState;
  attempts: number;
  nextAt: number;
  lastStatus: number | null;
  lastError: string | null;
  lastAt: number;
};

const columns = `request_id, notification_id, service_id, kind, target, body, state, attempts, next_at, last_status, last_error, last_at,
  created_at, schedule_from, rowid AS place`;

/** The repository of deliveries. */
export type DeliveryStore = ReturnType<typeof createDeliveryStore>;

export function createDeliveryStore({ sqlite }: Database) {
  const insert = sqlite.prepare(
    `INSERT INTO deliveries (request_id, notification_id, service_id, kind, target, body, state, attempts, next_at, created_at)
     VALUES (?, ?, ?, ?, ?, ?, 'pending', 0, ?, ?)`,
  );
  const due = sqlite.prepare(
    `SELECT ${columns} FROM deliveries WHERE state = 'pending' AND next_at <= ?
       AND service_id NOT IN (SELECT value FROM json_each(?)) AND request_id NOT IN (SELECT value FROM json_each(?))
     ORDER BY next_at LIMIT ?`,
  );
  const nextAfter = sqlite.prepare(
    `SELECT min(next_at) AS next_at FROM deliveries WHERE state = 'pending' AND next_at > ?`,
  );
  const ofNotification = sqlite.prepare(`SELECT ${columns} FROM deliveries WHERE notification_id = ? ORDER BY rowid`);
  const record = sqlite.prepare(
    `UPDATE deliveries SET state = ?, attempts = ?, next_at = ?, last_status = ?, last_error = ?, last_at = ?
     WHERE request_id = ? AND state = 'pending'`,
  );
  const byId = sqlite.prepare(`SELECT ${columns} FROM deliveries WHERE request_id = ?`);
  const again = sqlite.prepare(
    `UPDATE deliveries SET schedule_from = CASE state WHEN 'pending' THEN schedule_from ELSE attempts END,
       state = 'pending', next_at = ? WHERE request_id = ?`,
  );
  const page = sqlite.prepare(
    `SELECT ${columns} FROM deliveries WHERE service_id = ? AND rowid < ? ORDER BY rowid DESC LIMIT ?`,
  );
  const count = sqlite.prepare('SELECT count(*) AS total FROM deliveries WHERE service_id = ?');
  const dropWebhooks = sqlite.prepare(
    `UPDATE deliveries SET state = 'dropped' WHERE service_id = ? AND kind = 'webhook' AND state = 'pending'`,
  );
  const dropAll = sqlite.prepare(`UPDATE deliveries SET state = 'dropped' WHERE service_id = ? AND state = 'pending'`);

  return {
    add: (delivery: NewDelivery, now: number): void => {
      const { requestId, notificationId, serviceId, kind, target, body } = delivery;
      insert.run(requestId, notificationId, serviceId, kind, target, body, now, now);
    },
    /** What is to be tried now, the longest due first, without these services and deliveries. */
    due: (now: number, without: { services: string[]; deliveries: string[] }, limit: number): Delivery[] =>
      due
        .all(now, JSON.stringify(without.services), JSON.stringify(without.deliveries), limit)
        .map((row) => DeliveryRow.parse(row)),
    find: (requestId: string): Delivery | undefined => {
      const row = byId.get(requestId);
      return row === undefined ? undefined : DeliveryRow.parse(row);
    },
    /** Makes it due at `now`, whatever came of it before; one that had ended starts its schedule anew. */
    sendAgain: (requestId: string, now: number): void => void again.run(now, requestId),
    /** A page of a service's deliveries, the newest first, from below `belowPlace`, and how many it has. */
    ofService: (serviceId: ServiceId, belowPlace: number, limit: number) => ({
      deliveries: page.all(serviceId, belowPlace, limit).map((row) => DeliveryRow.parse(row)),
      total: Number(count.get(serviceId)?.total),
    }),
    /** When the first pending delivery after `now` is to be tried, in ms. */
    nextAfter: (now: number): number | undefined => {
      const at = nextAfter.get(now)?.next_at;
      return typeof at === 'number' ? at : undefined;
    },
    /** All deliveries of an answer, the webhook first. */
    ofNotification: (id: NotificationId): Delivery[] => ofNotification.all(id).map((row) => DeliveryRow.parse(row)),
    record: (requestId: string, ended: AttemptRecord): void => {
      const { state, attempts, nextAt, lastStatus, lastError, lastAt } = ended;
      record.run(state, attempts, nextAt, lastStatus, lastError, lastAt, requestId);
    },
    /** Ends what is pending for a service whose callback was taken away. */
    dropWebhooks: (serviceId: ServiceId): void => void dropWebhooks.run(serviceId),
    /** Ends everything that is pending for a service: its bridge was removed. */
    dropAll: (serviceId: ServiceId): void => void dropAll.run(serviceId),
  };
}
