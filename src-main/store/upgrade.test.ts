import { copyFileSync, existsSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test, vi } from 'vitest';
import { AccountId } from '#shared/inbox/item-key';
import { closeWhole, type DatabaseKind, openDatabase, type RawDatabase } from './database.ts';
import { DatabaseFile } from './database-file.ts';
import { NotificationQueries } from './notification-queries.ts';
import { inboxSteps } from './schema.ts';

/** Every connection tells of each step of each statement while somebody listens. */
const hook = vi.hoisted((): { onStep: (() => void) | undefined } => ({ onStep: undefined }));
vi.mock('@photostructure/sqlite', async (original) => {
  const real = await original<typeof import('@photostructure/sqlite')>();
  class WatchedDatabase extends real.DatabaseSync {
    constructor(path: string) {
      super(path);
      if (!hook.onStep) return;
      this.setAuthorizer(() => {
        hook.onStep?.();
        return real.constants.SQLITE_OK;
      });
    }
  }
  return { ...real, DatabaseSync: WatchedDatabase };
});

// Files as earlier versions of this app wrote them (800fd0b to b109b13 wrote version 1), never changed again.
const version1 = `
  CREATE TABLE accounts (account TEXT PRIMARY KEY, clock_offset_ms INTEGER NOT NULL) STRICT;
  CREATE TABLE notifications (account TEXT NOT NULL, id TEXT NOT NULL, raw TEXT NOT NULL, revision TEXT NOT NULL,
    title TEXT NOT NULL, service_id TEXT NOT NULL, service_name TEXT NOT NULL, project TEXT, timestamp INTEGER NOT NULL,
    deadline INTEGER, flags TEXT NOT NULL, time_sensitive INTEGER NOT NULL, status TEXT NOT NULL,
    status_at INTEGER NOT NULL, reason TEXT, learnt_at INTEGER NOT NULL, open INTEGER NOT NULL,
    received_at INTEGER NOT NULL, seen_at INTEGER, notified_at INTEGER, ended_at INTEGER, response TEXT,
    answered_by_me INTEGER NOT NULL DEFAULT 0, answer_words TEXT, search TEXT NOT NULL, PRIMARY KEY (account, id)) STRICT;
  CREATE INDEX open_notifications ON notifications (deadline) WHERE open = 1;
  CREATE INDEX ended_notifications ON notifications (ended_at) WHERE open = 0;
  CREATE INDEX notifications_of_service ON notifications (account, service_id, received_at);
  CREATE TABLE drafts (account TEXT NOT NULL, id TEXT NOT NULL, draft TEXT NOT NULL, saved_at INTEGER NOT NULL,
    PRIMARY KEY (account, id)) STRICT;
  INSERT INTO accounts VALUES ('local', 40);
  INSERT INTO drafts VALUES ('local', 'a', '{"openAction":"why","inputs":{"why":"half typed"}}', 5);
  INSERT INTO notifications (account, id, raw, revision, title, service_id, service_name, timestamp, flags,
    time_sensitive, status, status_at, learnt_at, open, received_at, ended_at, search) VALUES
    ('local', 'a', '{"id":"a"}', 'r', 'Open?', 'bot', 'Bot', 1, '[]', 0, 'delivered', 1, 1, 1, 1, NULL, 'open?'),
    ('local', 'b', '{"id":"b"}', 'r', 'Over?', 'bot', 'Bot', 1, '[]', 0, 'expired', 2, 2, 0, 1, 2, 'over?'),
    ('local', 'c', '{"id":"c"}', 'r', 'Done?', 'bot', 'Bot', 1, '[]', 0, 'completed', 3, 3, 0, 1, 3, 'done?');
  PRAGMA user_version = 1;`;

const local = AccountId.parse('local');
const kind: DatabaseKind = { synchronous: 'NORMAL', steps: inboxSteps, checkedUpToBytes: 1_000_000 };
const aFolder = () => mkdtempSync(join(tmpdir(), 'triage-upgrade-'));

function fileOf(version: string): string {
  const path = join(aFolder(), 'inbox.db');
  const old = new DatabaseSync(path);
  old.exec(`PRAGMA journal_mode = WAL; ${version}`);
  closeWhole(old);
  return path;
}

function open(path: string): DatabaseFile {
  return new DatabaseFile({ path, kind, now: () => 0, onBegunAnew: () => {}, onTrouble: () => {} });
}

/** Everything a person would miss, whichever version holds it. */
function contentOf(database: Pick<RawDatabase, 'prepare'>): unknown[] {
  const all = (sql: string) => database.prepare(sql).all();
  return [
    all('SELECT account, id, raw, status, open, ended_at FROM notifications ORDER BY id'),
    all('SELECT * FROM drafts'),
    all('SELECT * FROM accounts'),
  ];
}

/** The plan of a file: its tables, indexes and triggers. */
function planOf(database: Pick<RawDatabase, 'prepare'>): unknown[] {
  return database.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY name').all();
}

test('version 1 is brought to this one with everything in it, and works', () => {
  const path = fileOf(version1);
  const before = contentOf(new DatabaseSync(path));
  const database = open(path);
  expect(contentOf(database as never)).toEqual(before);
  const queries = new NotificationQueries(database);
  expect(queries.counts([local], 0)).toEqual({ open: 1, dueSoon: 0, snoozed: 0, history: 2 });
  expect(queries.endedOrder({ search: '', limit: undefined }, 0).keys).toEqual(['local/c', 'local/b']);
});

test('an upgraded file and a new one have the same plan', () => {
  const fresh = planOf(openDatabase(join(aFolder(), 'new.db'), kind, 0).database);
  expect(namesOf(planOf(openDatabase(fileOf(version1), kind, 0).database))).toEqual(namesOf(fresh));
});

test.each([
  ['nothing', ''],
  ['version 1', version1],
])(
  'an upgrade from %s that is killed at any statement goes on at the next start as if nothing had been',
  (from, version) => {
    const path = version === '' ? join(aFolder(), 'inbox.db') : fileOf(version);
    const before = version === '' ? undefined : contentOf(new DatabaseSync(path));
    const plan = planOf(openDatabase(join(aFolder(), 'new.db'), kind, 0).database);
    const leftBehind = atEveryStatement(path, () => closeWhole(openDatabase(path, kind, 0).database));
    expect(leftBehind.length).toBeGreaterThan(from === 'nothing' ? 60 : 30);
    const versions = new Set<number>();
    for (const killed of leftBehind) {
      const found = new DatabaseSync(killed);
      versions.add((found.prepare('PRAGMA user_version').get() as { user_version: number }).user_version);
      if (before) expect(contentOf(found)).toEqual(before);
      found.close();
      const { database, setAside } = openDatabase(killed, kind, 0);
      expect(setAside).toBeUndefined();
      expect(namesOf(planOf(database))).toEqual(namesOf(plan));
      expect(database.prepare('SELECT n FROM history_length').all()).toEqual([{ n: before ? 2 : 0 }]);
      if (before) expect(contentOf(database)).toEqual(before);
      database.close();
    }
    expect([...versions].toSorted()).toEqual(
      inboxSteps
        .map((_, n) => n)
        .concat(inboxSteps.length)
        .slice(from === 'nothing' ? 0 : 1),
    );
  },
  60_000,
);

const namesOf = (plan: unknown[]) => plan.map((one) => (one as { name: string }).name);

/**
 * Runs something and returns copies of its file, taken at each step of each of its statements: what a process that was
 * killed there would have left behind, since SQLite's writes are with the system by then.
 */
function atEveryStatement(path: string, run: () => void): string[] {
  const copies: string[] = [];
  const copy = () => {
    if (!existsSync(path) || statSync(path).size === 0) return;
    const killed = join(aFolder(), 'inbox.db');
    for (const tail of ['', '-wal']) if (existsSync(path + tail)) copyFileSync(path + tail, killed + tail);
    copies.push(killed);
  };
  hook.onStep = copy;
  run();
  hook.onStep = undefined;
  copy();
  return copies;
}
