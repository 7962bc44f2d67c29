import { z } from 'zod';
import { AccountId } from '#shared/inbox/item-key';
import { NotificationId, ServiceId } from '#shared/protocol/ids';
import { Status } from '#shared/protocol/lifecycle';
import { Response } from '#shared/protocol/response';

/** A column that holds JSON. */
export const storedJson = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('no JSON');
        return z.NEVER;
      }
    })
    .pipe(schema);
const absent = <S extends z.ZodType>(schema: S) => schema.nullable().transform((value) => value ?? undefined);
const truth = z.number().transform((number) => number === 1);

/** A row of `notifications` without its raw object: what lists need. Times are ms; `*At` without "received", "seen" and "learnt" are server time. */
export const StoredRow = z
  .object({
    account: AccountId,
    id: NotificationId,
    revision: z.string(),
    title: z.string(),
    service_id: ServiceId,
    service_name: z.string(),
    project: absent(z.string()),
    timestamp: z.number(),
    deadline: absent(z.number()),
    flags: storedJson(z.array(z.string())),
    status: Status,
    status_at: z.number(),
    reason: absent(z.string()),
    learnt_at: z.number(),
    received_at: z.number(),
    seen_at: absent(z.number()),
    ended_at: absent(z.number()),
    response: absent(storedJson(Response)),
    answered_by_me: truth,
    answer_words: absent(z.string()),
  })
  .transform((row) => ({
    account: row.account,
    id: row.id,
    revision: row.revision,
    title: row.title,
    serviceId: row.service_id,
    serviceName: row.service_name,
    project: row.project,
    timestamp: row.timestamp,
    deadline: row.deadline,
    flags: row.flags,
    state: { status: row.status, at: row.status_at, reason: row.reason },
    learntAt: row.learnt_at,
    receivedAt: row.received_at,
    seenAt: row.seen_at,
    endedAt: row.ended_at,
    response: row.response,
    answeredByMe: row.answered_by_me,
    answerWords: row.answer_words,
  }));
export type StoredRow = z.infer<typeof StoredRow>;

/** A row as it stands in the file; undefined when there is none or when it makes no sense any more. */
export function readRow(row: unknown): StoredRow | undefined {
  return StoredRow.safeParse(row).data;
}

/** The columns that `StoredRow` reads. */
export const rowColumns = `account, id, revision, title, service_id, service_name, project, timestamp, deadline, flags,
  status, status_at, reason, learnt_at, received_at, seen_at, ended_at, response, answered_by_me, answer_words`;
