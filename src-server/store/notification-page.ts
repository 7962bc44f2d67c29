import type { UserId } from '#shared/protocol/ids';
import type { Status } from '#shared/protocol/lifecycle';

export type SortOrder = 'newest' | 'oldest';

/** What a client asks for (section 8) and who it is; `statuses` undefined is all of them. */
export type NotificationFilter = {
  user: UserId;
  statuses: readonly Status[] | undefined;
  serviceId: string | undefined;
  project: string | undefined;
};

/** Whether a user may see a notification: it names no recipients, or this user is one. Takes the user's id. */
export const visible = '(recipients IS NULL OR EXISTS (SELECT 1 FROM json_each(recipients) WHERE value = ?))';

/** Where a page ended: no two notifications share it, and it stays right when others arrive. */
export type Place = { sentAt: number; seq: number };

/** The parts of the query for a page. `values` belong to `where`; `after` takes `sentAt` and `seq` when there is a place. */
export function pageOf(filter: NotificationFilter, sort: SortOrder, from: Place | undefined) {
  const conditions: [sql: string, ...values: string[]][] = [[visible, filter.user]];
  if (filter.statuses)
    conditions.push([`status IN (${filter.statuses.map(() => '?').join(', ')})`, ...filter.statuses]);
  if (filter.serviceId !== undefined) conditions.push(['service_id = ?', filter.serviceId]);
  if (filter.project !== undefined) conditions.push(['project = ?', filter.project]);
  const direction = sort === 'newest' ? 'DESC' : 'ASC';
  const beyond = sort === 'newest' ? '<' : '>';
  return {
    where: conditions.map(([sql]) => sql).join(' AND '),
    values: conditions.flatMap(([, ...values]) => values),
    order: `sent_at ${direction}, seq ${direction}`,
    after: from ? `(sent_at, seq) ${beyond} (?, ?)` : 'TRUE',
  };
}
