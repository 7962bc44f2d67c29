import { z } from 'zod';
import type { PastDecision } from '#shared/inbox/earlier';
import { AccountId, itemKey } from '#shared/inbox/item-key';
import { NotificationId } from '#shared/protocol/ids';
import { Notification } from '#shared/protocol/notification';
import { Response } from '#shared/protocol/response';
import type { Database } from './database.ts';
import { type StoredRow, storedJson } from './stored-notification.ts';

/** As many of a service's latest questions are looked through, and as many decisions handed over. */
const lookedThrough = 500;
const handedOver = 20;

const Row = z.object({
  account: AccountId,
  id: NotificationId,
  title: z.string(),
  ended_at: z.number(),
  answered_by_me: z.number(),
  answer_words: z.string().nullable(),
  response: storedJson(Response).nullable().catch(null),
  actions: storedJson(z.unknown()).nullable().catch(null),
});

/** The latest answered questions of the service and project of another one, the latest first. */
export class PastDecisions {
  readonly #of;

  constructor(database: Database) {
    // The inner select reads its index alone, so that the rows of a large history stay unread.
    this.#of =
      database.prepare(`SELECT n.account, n.id, n.title, n.ended_at, n.answered_by_me, n.answer_words, n.response,
        json_extract(n.raw, '$.actions') AS actions
      FROM notifications n WHERE n.rowid IN (SELECT rowid FROM notifications
        WHERE account = :account AND service_id = :service ORDER BY received_at DESC LIMIT ${lookedThrough})
        AND n.open = 0 AND n.status IN ('responded', 'completed') AND n.project IS :project AND n.id <> :id
        AND n.ended_at IS NOT NULL
      ORDER BY n.ended_at DESC LIMIT ${handedOver}`);
  }

  of({ account, id, serviceId, project }: Pick<StoredRow, 'account' | 'id' | 'serviceId' | 'project'>): PastDecision[] {
    return this.#of.all({ account, id, service: serviceId, project: project ?? null }).flatMap((raw) => {
      const row = Row.safeParse(raw);
      return row.success ? decisionOf(row.data) : [];
    });
  }
}

function decisionOf(row: z.infer<typeof Row>): PastDecision {
  const { response } = row;
  return {
    key: itemKey(row.account, row.id),
    title: row.title,
    at: row.ended_at,
    words: row.answer_words ?? undefined,
    byMe: row.answered_by_me === 1,
    actionId: response?.action_id,
    data: response?.response_data,
    actions: Notification.parse({ id: row.id, actions: row.actions }).actions,
  };
}
