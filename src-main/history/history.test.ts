import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LogReader } from '#main/history/log-reader';
import { verifyHistory } from '#main/history/verify-history';
import { aNotification } from '#main/testing/scripted-server';
import { account, keyOf, settled, TestEngine } from '#main/testing/test-engine';
import { readRecord } from '#shared/history/decision-record';
import { fromCsv, fromJson } from '#shared/history/export-row';
import type { HistoryVerdict } from '#shared/history/verdict';
import { NotificationId } from '#shared/protocol/ids';
import { exportHistory } from './export-history.ts';
import { HistoryDesk } from './history-desk.ts';

const day = 24 * 3_600_000;

/** Five questions: two answered here, one elsewhere, one expired, one open. */
async function aHistory(): Promise<TestEngine> {
  const rig = new TestEngine();
  rig.takeBackMs = 0;
  for (const id of ['a', 'b', 'elsewhere', 'late', 'open']) {
    rig.server.ask(aNotification(id, { context: { title: `=Title of ${id}` } }));
  }
  await rig.connect();
  rig.submit('a', 'ship');
  await settled();
  rig.submit('b', 'rollout', 25);
  await settled();
  end(rig, 'elsewhere', 'responded');
  end(rig, 'late', 'expired');
  await settled();
  return rig;
}

function end(rig: TestEngine, id: string, status: string): void {
  rig.server.push('status_update', { notification_id: id, status, timestamp: '2026-01-15T09:00:00Z' });
  rig.server.notifications.delete(id);
}

function verdictOf(rig: TestEngine): HistoryVerdict {
  const steps = verifyHistory(rig.engine.store);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function recordsOf(rig: TestEngine) {
  const rows = new LogReader(rig.engine.store.database).rowsAfter(0, 1000);
  return rows.map(({ record }) => (record === null ? undefined : readRecord(record)));
}

const sql = (rig: TestEngine, text: string) => rig.engine.store.database.exec(text);
const faults = (rig: TestEngine) => verdictOf(rig).faults;

test('what ends is recorded, with who answered, from where and when; nothing was altered', async () => {
  const rig = await aHistory();
  const verdict = verdictOf(rig);
  expect(verdict).toMatchObject({ decisions: 4, faults: [], faultCount: 0, removed: 0, since: undefined });
  const latest = (id: string) => rig.engine.store.decisions.latest(account, id);
  expect(latest('a')).toMatchObject({
    outcome: { status: 'responded', by_me: true },
    given: { action: 'ship', answered_at: expect.any(Number), accepted_at: expect.any(Number) },
  });
  expect(latest('elsewhere')).toMatchObject({ outcome: { by_me: false } });
  expect(latest('elsewhere')?.given).toBeUndefined();
  expect(latest('late')?.outcome.status).toBe('expired');
  expect(latest('open')).toBeUndefined();
});

test('a delivery is a record of its own, which keeps where the answer was given', async () => {
  const rig = await aHistory();
  const before = recordsOf(rig).length;
  end(rig, 'b', 'completed');
  await settled();
  expect(recordsOf(rig)).toHaveLength(before + 1);
  expect(recordsOf(rig).at(-1)).toMatchObject({ outcome: { status: 'completed' }, given: { action: 'rollout' } });
  expect(verdictOf(rig)).toMatchObject({ decisions: 4, faultCount: 0 });
  end(rig, 'b', 'completed'); // heard once more
  expect(recordsOf(rig)).toHaveLength(before + 1);
});

describe('behind the app’s back', () => {
  test.each([
    ['title', "title = 'Other'", ['title']],
    ['answer', "answer_words = 'Hold'", ['words']],
    ['status', "status = 'expired'", ['status']],
    ['who it was', 'answered_by_me = 0', ['by_me']],
    ['the end', 'ended_at = ended_at + 1', ['ended_at']],
    ['what was asked', `raw = replace(raw, 'Title of a', 'Title of b')`, ['question']],
    ['what was asked, in a form that is no JSON', `raw = 'x'`, ['question']],
    ['the row itself', `flags = 'x'`, ['row']],
  ])('the item’s %s was changed: named, with what differs', async (_what, change, parts) => {
    const rig = await aHistory();
    sql(rig, `UPDATE notifications SET ${change} WHERE id = 'a'`);
    expect(faults(rig)).toEqual([expect.objectContaining({ what: 'item-altered', key: keyOf('a'), parts })]);
  });

  test('an item was deleted, another was put in', async () => {
    const rig = await aHistory();
    sql(rig, `DELETE FROM notifications WHERE id = 'a'`);
    sql(rig, `UPDATE notifications SET open = 0 WHERE id = 'open'`);
    expect(faults(rig)).toMatchObject([
      { what: 'item-missing', key: keyOf('a') },
      { what: 'unrecorded', key: keyOf('open') },
    ]);
  });

  test('a record was altered, deleted or emptied', async () => {
    const rig = await aHistory();
    sql(rig, `UPDATE decisions SET record = replace(record, '"by_me":true', '"by_me":false') WHERE seq = 1`);
    expect(faults(rig)).toMatchObject([{ what: 'altered', from: 1, to: 1, at: expect.any(Number) }]);
    sql(rig, 'DELETE FROM decisions WHERE seq = 2');
    sql(rig, 'UPDATE decisions SET record = NULL WHERE seq = 3');
    expect(faults(rig).map(({ what }) => what)).toEqual(['altered', 'missing', 'emptied', 'unrecorded']);
  });
});

test('retention takes the content out of the front, and the rest can still be verified', async () => {
  const rig = await aHistory();
  rig.engine.accounts.disconnect();
  rig.clock.pass(40 * day);
  rig.server.ask(aNotification('new'));
  await rig.connect();
  rig.submit('new', 'ship');
  await settled();
  rig.historyDays = 30;
  rig.clock.pass(2 * day);
  const verdict = verdictOf(rig);
  expect(verdict).toMatchObject({ decisions: 1, faultCount: 0, since: expect.any(Number) });
  expect(recordsOf(rig).map((one) => one?.kind)).toEqual(['decision', 'removed']);
  expect(JSON.stringify(recordsOf(rig))).not.toContain('"late"');
  sql(rig, 'DELETE FROM decisions WHERE seq = (SELECT min(seq) FROM decisions)');
  expect(faults(rig)).toMatchObject([{ what: 'missing' }, { what: 'unrecorded', key: keyOf('new') }]);
});

test('an account that is removed leaves numbers and hashes, and nothing of what it was', async () => {
  const rig = await aHistory();
  rig.engine.store.accountData.erase(account, { historyKept: false });
  expect(verdictOf(rig)).toMatchObject({ decisions: 0, faultCount: 0 });
  expect(recordsOf(rig).map((one) => one?.kind)).toEqual(['removed']);
});

test('killed between the ending and its record: both are there, or neither', async () => {
  const rig = await aHistory();
  const { store } = rig.engine;
  const count = () => store.database.prepare('SELECT count(*) AS n FROM decisions').get().n;
  const before = count();
  sql(rig, `CREATE TRIGGER power_cut BEFORE INSERT ON decisions BEGIN SELECT raise(ROLLBACK, 'cut'); END`);
  const id = NotificationId.parse('open');
  expect(() => store.notifications.setState(account, id, { status: 'expired', at: 1 }, 1)).toThrow('cut');
  expect([rig.endingOf('open'), count()]).toEqual([undefined, before]);
  sql(rig, 'DROP TRIGGER power_cut');
  store.notifications.setState(account, id, { status: 'expired', at: 1 }, 1);
  expect([rig.endingOf('open')?.how, count()]).toEqual(['expired', before + 1]);
  expect(verdictOf(rig).faultCount).toBe(0);
});

test('a damaged file: a new chain begins with a note, and what was saved is recorded again', async () => {
  const rig = await aHistory();
  sql(rig, 'PRAGMA wal_checkpoint(TRUNCATE)');
  rig.restartOnCopy((folder) => {
    const path = join(folder, 'inbox.db');
    const bytes = readFileSync(path);
    bytes.fill(0x55, 0, 100); // the header
    writeFileSync(path, bytes);
  });
  rig.clock.pass(60_000);
  expect(readdirSync(rig.dataFolder).length).toBeGreaterThan(2);
  expect(recordsOf(rig)[0]).toMatchObject({ kind: 'begun-anew', seq: 1 });
  expect(recordsOf(rig)[1]).toMatchObject({ kind: 'decision', late: true });
  expect(verdictOf(rig)).toMatchObject({ decisions: 4, faultCount: 0 });
});

test('what ended before the log began is recorded late, once', async () => {
  const rig = await aHistory();
  sql(rig, 'DELETE FROM decisions; DELETE FROM decision_chain');
  sql(rig, `INSERT INTO decision_chain VALUES (0, '${'0'.repeat(64)}', 0, '${'0'.repeat(64)}', NULL, 0)`);
  expect(verdictOf(rig)).toMatchObject({ decisions: 4, faultCount: 0 });
  expect(recordsOf(rig)).toMatchObject(Array(4).fill({ late: true }));
  sql(rig, `UPDATE notifications SET open = 0 WHERE id = 'open'`);
  expect(faults(rig)).toMatchObject([{ what: 'unrecorded' }]);
});

describe('an export', () => {
  const aPath = () => join(mkdtempSync(join(tmpdir(), 'triage-export-')), 'history');

  test.each([
    ['csv', fromCsv],
    ['json', fromJson],
  ] as const)('to %s says what the log says, and is read back', async (format, read) => {
    const rig = await aHistory();
    const path = aPath();
    const answerTo = (key: ReturnType<typeof keyOf>) => rig.engine.outbox.find(key);
    const counts = await exportHistory(rig.engine.store.database, answerTo, { path, format, only: undefined });
    const text = readFileSync(path, 'utf8');
    const rows = read(text) ?? [];
    expect(rows).toHaveLength(counts.rows);
    expect(rows.filter((row) => row.is_last).map((row) => row.notification_id)).toEqual([
      'a',
      'b',
      'elsewhere',
      'late',
    ]);
    expect(counts.decisions).toBe(4);
    expect(rows.find(({ notification_id, status }) => notification_id === 'b' && status === 'responded')).toMatchObject(
      {
        title: '=Title of b',
        action_id: 'rollout',
        value: '25',
        answered_by_me: true,
        recorded_at: expect.stringMatching(/^2026-01-15T/),
      },
    );
    const other = format === 'csv' ? 'json' : 'csv';
    const again = aPath();
    await exportHistory(rig.engine.store.database, answerTo, { path: again, format: other, only: undefined });
    expect((other === 'csv' ? fromCsv : fromJson)(readFileSync(again, 'utf8'))).toEqual(rows);
    if (format === 'csv') expect(text.startsWith('\uFEFFseq,')).toBe(true);
  });

  test('of what is filtered has these items alone; of nothing it is an empty file that is read as such', async () => {
    const rig = await aHistory();
    const path = aPath();
    const { clock, engine, log } = rig;
    const desk = new HistoryDesk({ engine, clock, askWhere: async () => path, log });
    const result = desk.export('json', { search: 'elsewhere' });
    await settled();
    for (let n = 0; n < 20; n++) clock.pass(100);
    expect(await result).toEqual({ ok: true, value: { decisions: 1 } });
    expect(new Set(fromJson(readFileSync(path, 'utf8'))?.map((row) => row.notification_id))).toEqual(
      new Set(['elsewhere']),
    );
    const none = desk.export('json', { search: 'nothing like it' });
    await settled();
    for (let n = 0; n < 20; n++) clock.pass(100);
    expect(await none).toEqual({ ok: true, value: { decisions: 0 } });
    expect(fromJson(readFileSync(path, 'utf8'))).toEqual([]);
  });

  test('that the disk refuses leaves no half file, and says why', async () => {
    const rig = await aHistory();
    const { clock, engine, log } = rig;
    const desk = new HistoryDesk({ engine, clock, askWhere: async () => '/nowhere/at/all.csv', log });
    expect(await desk.export('csv', undefined)).toMatchObject({ ok: false, error: { code: 'history/not-exported' } });
  });
});
