import { z } from 'zod';
import { NotificationId } from '#shared/protocol/ids';
import { BridgeId } from '../bridges/settings.ts';
import type { Database } from './database.ts';

const TaskRow = z
  .object({
    bridge_id: BridgeId,
    task_id: z.string(),
    mark: z.string().nullable(),
    notification_id: NotificationId.nullable(),
    calls: z.number(),
    attempts: z.number(),
    place: z.number(),
  })
  .transform((row) => ({
    bridgeId: row.bridge_id,
    taskId: row.task_id,
    /** Tells one state of the task from the next; null before it was read for the first time. */
    mark: row.mark,
    /** The item made for that state, if it asks for one. */
    notificationId: row.notification_id,
    /** How often somebody said that the task has changed. */
    calls: row.calls,
    /** How often reading it has failed in a row. */
    attempts: row.attempts,
    place: row.place,
  }));

/** A task of an A2A agent that we were told about, as it was when it was last read. */
export type WatchedTask = z.infer<typeof TaskRow>;

const columns = 'bridge_id, task_id, mark, notification_id, calls, attempts, rowid AS place';

/** The repository of watched A2A tasks. */
export type A2aTaskStore = ReturnType<typeof createA2aTaskStore>;

export function createA2aTaskStore({ sqlite }: Database) {
  const call = sqlite.prepare(
    `INSERT INTO a2a_tasks (bridge_id, task_id, calls, look_at) VALUES (?, ?, 1, ?)
     ON CONFLICT (bridge_id, task_id) DO UPDATE SET calls = calls + 1, attempts = 0, look_at = excluded.look_at`,
  );
  const due = sqlite.prepare(
    `SELECT ${columns} FROM a2a_tasks WHERE look_at <= ? AND bridge_id NOT IN (SELECT value FROM json_each(?))
       AND rowid NOT IN (SELECT value FROM json_each(?))
     ORDER BY look_at LIMIT ?`,
  );
  const nextAfter = sqlite.prepare('SELECT min(look_at) AS look_at FROM a2a_tasks WHERE look_at > ?');
  const find = sqlite.prepare(`SELECT ${columns} FROM a2a_tasks WHERE bridge_id = ? AND task_id = ?`);
  const enter = sqlite.prepare(
    'UPDATE a2a_tasks SET mark = ?, notification_id = ? WHERE bridge_id = ? AND task_id = ?',
  );
  const looked = sqlite.prepare(
    'UPDATE a2a_tasks SET attempts = ?, look_at = ? WHERE bridge_id = ? AND task_id = ? AND calls = ?',
  );

  const forget = sqlite.prepare('DELETE FROM a2a_tasks WHERE bridge_id = ? AND task_id = ? AND calls = ?');

  return {
    /** Somebody says that a task has changed: it is to be read at `now`. */
    call: (bridgeId: BridgeId, taskId: string, now: number): void => void call.run(bridgeId, taskId, now),
    find: (bridgeId: BridgeId, taskId: string): WatchedTask | undefined => {
      const row = find.get(bridgeId, taskId);
      return row === undefined ? undefined : TaskRow.parse(row);
    },
    /** Those to be read now, the longest due first, without these bridges and places. */
    due: (now: number, without: { bridges: BridgeId[]; places: number[] }, limit: number): WatchedTask[] =>
      due
        .all(now, JSON.stringify(without.bridges), JSON.stringify(without.places), limit)
        .map((row) => TaskRow.parse(row)),
    nextAfter: (now: number): number | undefined => {
      const at = nextAfter.get(now)?.look_at;
      return typeof at === 'number' ? at : undefined;
    },
    /** The task is in another state; `notificationId` is the item it will have. */
    enter: ({ bridgeId, taskId }: WatchedTask, mark: string, notificationId: NotificationId | null): void =>
      void enter.run(mark, notificationId, bridgeId, taskId),
    /** The agent knows no such task, and nothing was ever made of it. */
    forget: ({ bridgeId, taskId, calls }: WatchedTask): void => void forget.run(bridgeId, taskId, calls),
    /** The task was read, or could not be; it is read again at `lookAt`, or earlier if it was called meanwhile. */
    looked: ({ bridgeId, taskId, calls }: WatchedTask, attempts: number, lookAt: number | null): void =>
      void looked.run(attempts, lookAt, bridgeId, taskId, calls),
  };
}
