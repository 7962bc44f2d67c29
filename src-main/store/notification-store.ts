import { z } from 'zod';
import type { GivenHere } from '#shared/history/decision-record';
import { AccountId, type ItemKey, itemKey } from '#shared/inbox/item-key';
import { NotificationId } from '#shared/protocol/ids';
import { isOpen, type KnownState, type Status } from '#shared/protocol/lifecycle';
import type { Response } from '#shared/protocol/response';
import type { Database } from './database.ts';
import type { DecisionLog } from './decision-log.ts';
import { readRow, rowColumns, type StoredRow } from './stored-notification.ts';

/** What is written of a notification: the raw object and what is drawn from it for lists and search. */
export type NotificationContent = {
  raw: string;
  revision: string;
  title: string;
  serviceId: string;
  serviceName: string;
  project: string | undefined;
  timestamp: number;
  deadline: number | undefined;
  flags: readonly string[];
  search: string;
};

/** A recorded answer: as the server holds it, in words, and whether it was given here, and how. */
export type RecordedAnswer = {
  response: Response | undefined;
  words: string | undefined;
  byMe: boolean;
  given?: GivenHere;
};

type Written = { account: AccountId; id: NotificationId; given?: GivenHere };

const Removed = z.object({ account: AccountId, id: NotificationId });

const open = (status: Status) => (isOpen(status) ? 1 : 0);

// A row is there under this key only when it could not be read (readRow).
const everyColumnIsNew = `raw = excluded.raw, revision = excluded.revision, title = excluded.title,
  service_id = excluded.service_id, service_name = excluded.service_name, project = excluded.project,
  timestamp = excluded.timestamp, deadline = excluded.deadline, flags = excluded.flags,
  time_sensitive = excluded.time_sensitive, search = excluded.search, status = excluded.status,
  status_at = excluded.status_at, reason = excluded.reason, learnt_at = excluded.learnt_at, open = excluded.open,
  received_at = excluded.received_at, ended_at = excluded.ended_at, response = NULL`;

/** The writes to `inbox.db`. The only writer of this file. How an item ends is recorded in `log`, in the same transaction. */
export class NotificationStore {
  readonly #database: Database;
  readonly #onChanged: () => void;
  readonly #log: DecisionLog | undefined;
  readonly #statements;
  /** What the transaction that runs has written so far of items that may have ended. */
  #written: Map<ItemKey, Written> | undefined;

  /** `onChanged`: something that can be searched for has changed. */
  constructor(database: Database, { log, onChanged = () => {} }: { log?: DecisionLog; onChanged?: () => void } = {}) {
    this.#database = database;
    this.#log = log;
    this.#onChanged = onChanged;
    this.#statements = {
      find: database.prepare(`SELECT ${rowColumns} FROM notifications WHERE account = ? AND id = ?`),
      insert: database.prepare(`INSERT INTO notifications
        (account, id, raw, revision, title, service_id, service_name, project, timestamp, deadline, flags,
         time_sensitive, search, status, status_at, reason, learnt_at, open, received_at, ended_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (account, id) DO UPDATE SET ${everyColumnIsNew}`),
      rewrite: database.prepare(`UPDATE notifications SET raw = ?, revision = ?, title = ?, service_id = ?,
        service_name = ?, project = ?, timestamp = ?, deadline = ?, flags = ?, time_sensitive = ?, search = ?
        WHERE account = ? AND id = ?`),
      state: database.prepare(`UPDATE notifications SET status = ?, status_at = ?, reason = ?, learnt_at = ?, open = ?,
        ended_at = CASE WHEN ? = 1 THEN NULL ELSE coalesce(ended_at, ?) END WHERE account = ? AND id = ?`),
      answer: database.prepare(`UPDATE notifications SET response = coalesce(?, response),
        answer_words = coalesce(?, answer_words), answered_by_me = max(answered_by_me, ?),
        search = search || coalesce(?, '') WHERE account = ? AND id = ?`),
      seen: database.prepare('UPDATE notifications SET seen_at = ? WHERE account = ? AND id = ? AND seen_at IS NULL'),
      removeEnded: database.prepare(`DELETE FROM notifications WHERE rowid IN (SELECT n.rowid FROM notifications n
        WHERE n.open = 0 AND n.ended_at < ? AND n.account || '/' || n.id NOT IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM drafts d WHERE d.account = n.account AND d.id = n.id) LIMIT ?)
        RETURNING account, id`),
      notified: database.prepare('UPDATE notifications SET notified_at = ? WHERE account = ? AND id = ?'),
      offset: database.prepare(`INSERT INTO accounts (account, clock_offset_ms) VALUES (?, ?)
        ON CONFLICT (account) DO UPDATE SET clock_offset_ms = excluded.clock_offset_ms`),
    };
  }

  find(account: AccountId, id: NotificationId): StoredRow | undefined {
    const row = this.#statements.find.get(account, id);
    return readRow(row);
  }

  insert(account: AccountId, id: NotificationId, content: NotificationContent, state: KnownState, now: number): void {
    const { status, at, reason } = state;
    const endedAt = isOpen(status) ? null : at;
    const columns = columnsOf(content);
    const { insert } = this.#statements;
    const run = () => insert.run(account, id, ...columns, status, at, reason ?? null, now, open(status), now, endedAt);
    if (isOpen(status)) run();
    else this.#recorded({ account, id }, run);
    this.#onChanged();
  }

  rewrite(account: AccountId, id: NotificationId, content: NotificationContent): void {
    this.#recorded({ account, id }, () => this.#statements.rewrite.run(...columnsOf(content), account, id));
    this.#onChanged();
  }

  setState(account: AccountId, id: NotificationId, { status, at, reason }: KnownState, learntAt: number): void {
    const isOpenNow = open(status);
    this.#recorded({ account, id }, () =>
      this.#statements.state.run(status, at, reason ?? null, learntAt, isOpenNow, isOpenNow, at, account, id),
    );
    this.#onChanged();
  }

  setAnswer(account: AccountId, id: NotificationId, { response, words, byMe, given }: RecordedAnswer): void {
    const searched = words === undefined ? null : `\n${words.toLocaleLowerCase('en')}`;
    const stored = response === undefined ? null : JSON.stringify(response);
    this.#recorded(given ? { account, id, given } : { account, id }, () =>
      this.#statements.answer.run(stored, words ?? null, byMe ? 1 : 0, searched, account, id),
    );
    this.#onChanged();
  }

  /** Returns whether this was the first time it was seen. */
  markSeen(account: AccountId, id: NotificationId, now: number): boolean {
    return Number(this.#statements.seen.run(now, account, id).changes) === 1;
  }

  /** Remembers that the native notification of an item was decided, so that it is decided once. */
  markNotified(account: AccountId, id: NotificationId, now: number): void {
    this.#statements.notified.run(now, account, id);
  }

  /** Removes so many at most of what ended before a time and has no draft; returns what is gone. */
  removeEnded(before: number, except: readonly ItemKey[], limit: number): ItemKey[] {
    const removed = this.#database.transaction(() => {
      const rows = z.array(Removed).parse(this.#statements.removeEnded.all(before, JSON.stringify(except), limit));
      const keys = rows.map(({ account, id }) => itemKey(account, id));
      this.#log?.forget(keys);
      return keys;
    });
    this.#onChanged();
    return removed;
  }

  setClockOffset(account: AccountId, offsetMs: number): void {
    this.#statements.offset.run(account, Math.round(offsetMs));
  }

  /** Runs several writes as one: a page of notifications costs one commit. */
  together<T>(run: () => T): T {
    if (this.#written) return run();
    return this.#database.transaction(() => {
      const written = new Map<ItemKey, Written>();
      this.#written = written;
      try {
        const value = run();
        for (const { account, id, given } of written.values()) this.#log?.record(account, id, given ? { given } : {});
        return value;
      } finally {
        this.#written = undefined;
      }
    });
  }

  /** One record for all that a transaction writes of an item. */
  #recorded(item: Written, run: () => void): void {
    this.together(() => {
      run();
      const key = itemKey(item.account, item.id);
      this.#written?.set(key, { ...this.#written.get(key), ...item });
    });
  }
}

function columnsOf(content: NotificationContent) {
  return [
    content.raw,
    content.revision,
    content.title,
    content.serviceId,
    content.serviceName,
    content.project ?? null,
    content.timestamp,
    content.deadline ?? null,
    JSON.stringify(content.flags),
    content.flags.includes('time_sensitive') ? 1 : 0,
    content.search,
  ] as const;
}
