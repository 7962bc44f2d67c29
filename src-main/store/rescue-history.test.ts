import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aDatabaseFile } from '#main/testing/a-database-file';
import { FakeClock } from '#main/testing/fake-clock';
import { AccountId } from '#shared/inbox/item-key';
import { NotificationId } from '#shared/protocol/ids';
import type { DatabaseKind } from './database.ts';
import { NotificationStore } from './notification-store.ts';
import { type RescueProgress, rescueHistory } from './rescue-history.ts';
import { inboxSteps } from './schema.ts';

const kind: DatabaseKind = { synchronous: 'NORMAL', steps: inboxSteps, checkedUpToBytes: 0 };
const account = AccountId.parse('local');
const aPath = () => join(mkdtempSync(join(tmpdir(), 'triage-rescue-')), 'inbox.db');
const idOf = (n: number) => NotificationId.parse(String(n).padStart(5, '0'));

function aHistory(size: number): string {
  const path = aPath();
  const database = aDatabaseFile(path, kind);
  const store = new NotificationStore(database);
  const content = {
    raw: '{}',
    revision: 'r',
    title: 'Ship?',
    serviceId: 'bot',
    serviceName: 'Bot',
    project: undefined,
  };
  store.together(() => {
    for (let n = 0; n < size; n++) {
      const rest = { timestamp: n, deadline: undefined, flags: [], search: 'ship?' };
      store.insert(account, idOf(n), { ...content, ...rest }, { status: 'expired', at: n }, n);
    }
  });
  store.markSeen(account, idOf(7), 77);
  database.exec(`INSERT INTO drafts VALUES ('local', '00003', '{"openAction":null,"inputs":{}}', 1);
    INSERT INTO marks (account, id, pinned_at) VALUES ('local', 'open', 9);`);
  database.close();
  return path;
}

/** A clock on which work takes time: every look at it costs 50 ms. */
class BusyClock extends FakeClock {
  override now(): number {
    return super.now() + 50 * this.#looks++;
  }
  #looks = 0;
}

test('a long history does not hold the start up: the newest first, the rest in short turns', () => {
  const kept = aHistory(3_000);
  const database = aDatabaseFile(aPath(), kind);
  const clock = new BusyClock();
  const progress: RescueProgress[] = [];
  rescueHistory({ kept, kind, database, clock }, (one) => progress.push(one));
  const [first] = progress;
  expect(first?.isDone).toBe(false);
  expect(first?.saved).toBeGreaterThan(200);
  expect(first?.saved).toBeLessThan(1_500);
  for (const table of ['drafts', 'marks']) {
    expect(database.prepare(`SELECT count(*) AS n FROM ${table}`).get(), table).toEqual({ n: 1 });
  }
  const oldest = database.prepare('SELECT min(id) AS id FROM notifications').get().id;
  expect(Number(oldest)).toBe(3_000 - (first?.saved ?? 0));

  for (let n = 0; n < 1_000 && !progress.at(-1)?.isDone; n++) clock.pass(1_000);
  expect(progress.length).toBeGreaterThan(5);
  expect(progress.at(-1)).toEqual({ saved: 3_000, isDone: true });
  expect(database.prepare('SELECT n FROM history_length').get()).toEqual({ n: 3_000 });
});

test('what the server said since counts more, and what is known only here is added to it', () => {
  const kept = aHistory(20);
  const database = aDatabaseFile(aPath(), kind);
  const store = new NotificationStore(database);
  const content = { raw: '{"new":1}', revision: 'r2', title: 'New?', serviceId: 'bot', serviceName: 'Bot' };
  const rest = { project: undefined, timestamp: 1, deadline: undefined, flags: [], search: 'new?' };
  store.insert(account, idOf(7), { ...content, ...rest }, { status: 'delivered', at: 1 }, 1);
  rescueHistory({ kept, kind, database, clock: new FakeClock() }, () => {});
  expect(store.find(account, idOf(7))).toMatchObject({ title: 'New?', state: { status: 'delivered' }, seenAt: 77 });
  expect(database.prepare('SELECT n FROM history_length').get()).toEqual({ n: 19 });
});

test('stopped in the middle, it leaves the file it reads alone', () => {
  const kept = aHistory(3_000);
  const database = aDatabaseFile(aPath(), kind);
  const clock = new BusyClock();
  const progress: RescueProgress[] = [];
  const stop = rescueHistory({ kept, kind, database, clock }, (one) => progress.push(one));
  stop();
  clock.pass(60_000);
  expect(progress).toHaveLength(1);
});
