import { readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forgetCache, overwrite } from '#main/testing/damage';
import { aNotification } from '#main/testing/scripted-server';
import { account, keyOf, settled, TestEngine } from '#main/testing/test-engine';
import { NotificationId } from '#shared/protocol/ids';

const pageBytes = 4096;
const ids = (count: number, prefix = 'q') => Array.from({ length: count }, (_, n) => `${prefix}${n}`);

/** An inbox with history, a draft, and an answer that could not go yet; its log put into the main file unless told. */
async function aLife({ entries = 60, checkpoint = true, padding = 200 } = {}): Promise<TestEngine> {
  const rig = new TestEngine();
  rig.takeBackMs = 0;
  for (const id of ids(entries)) {
    rig.server.ask(aNotification(id, { context: { title: `Question ${id}`, description: 'x'.repeat(padding) } }));
  }
  await rig.connect();
  for (const id of ids(entries).slice(20)) {
    rig.server.push('status_update', { notification_id: id, status: 'expired', timestamp: '2026-01-15T09:00:00Z' });
    rig.server.notifications.delete(id);
  }
  rig.engine.inbox.see(keyOf('q3'));
  rig.server.isReachable = false;
  rig.server.cut();
  rig.engine.inbox.saveDraft(keyOf('q1'), { openAction: 'rollout' as never, inputs: { ['rollout' as never]: '2' } });
  expect(rig.submit('q0', 'rollout', 25).ok).toBe(true);
  await settled();
  if (checkpoint) rig.engine.store.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return rig;
}

async function backOnline(rig: TestEngine): Promise<void> {
  rig.server.isReachable = true;
  await rig.connect();
  rig.clock.pass(30_000);
  await settled();
}

function expectWholeInbox(rig: TestEngine): void {
  const { keys } = rig.engine.inbox.order({ view: 'inbox', search: '' });
  expect(keys.toSorted()).toEqual(ids(20).slice(1).map(keyOf).toSorted());
  expect(rig.engine.inbox.rows(keys)).toHaveLength(19);
  expect(rig.server.recorded.get('q0')?.body).toMatchObject({ action_id: 'rollout', response_data: 25 });
  expect(rig.server.requests.filter((one) => one === 'POST /client/respond').length).toBeGreaterThan(0);
}

const inbox = (folder: string) => join(folder, 'inbox.db');
const middle = (path: string) => Math.floor(statSync(path).size / pageBytes / 2) * pageBytes;

describe('a history that is damaged at the start (R18)', () => {
  test.each<[string, (folder: string) => void]>([
    ['its header', (folder) => overwrite(inbox(folder), 0, 100, 0)],
    ['its first page', (folder) => overwrite(inbox(folder), 0, pageBytes, 7)],
    ['a page in the middle', (folder) => overwrite(inbox(folder), middle(inbox(folder)), pageBytes, 7)],
    ['its end, which is cut off', (folder) => truncateSync(inbox(folder), middle(inbox(folder)) + 100)],
    ['everything, the file being empty', (folder) => truncateSync(inbox(folder), 0)],
    ['everything, being another kind of file', (folder) => writeFileSync(inbox(folder), 'no database'.repeat(2_000))],
  ])('%s: set aside, said, rebuilt, the answer kept', async (_what, spoil) => {
    const rig = await aLife();
    const before = performance.now();
    rig.restartOnCopy(spoil);
    rig.engine.inbox.rows(rig.engine.inbox.order({ view: 'inbox', search: '', limit: 50 }).keys);
    expect(performance.now() - before).toBeLessThan(3_000);
    const warning = rig.warnings.list().find(({ id }) => id === 'history-damaged');
    expect(warning?.hint).toMatch(/inbox\.db\.damaged-2026-01-15T09-/);
    expect(readdirSync(rig.dataFolder)).toContainEqual(expect.stringMatching(/^inbox\.db\.damaged-2026/));
    expect(rig.answerOf('q0')?.state ?? rig.engine.outbox.find(keyOf('q0'))?.state.at).toMatch(/waiting|queued/);
    await backOnline(rig);
    expectWholeInbox(rig);
  });

  test.each<[string, (folder: string) => void]>([
    ['missing', (folder) => rmSync(`${inbox(folder)}-wal`)],
    ['cut off', (folder) => truncateSync(`${inbox(folder)}-wal`, 10_000)],
    ['damaged', (folder) => overwrite(`${inbox(folder)}-wal`, 32 + 24 + 300, 20_000, 9)],
  ])('a log that is %s costs no open question and no answer', async (_what, spoil) => {
    const rig = await aLife({ checkpoint: false });
    rig.restartOnCopy(spoil);
    await backOnline(rig);
    expectWholeInbox(rig);
  });

  test.each<[string, number]>([
    ['a page in the middle', 1],
    ['the first page', 0],
  ])(
    'what can be read is saved when %s is gone: drafts, what was seen, and nearly all of History',
    async (_what, page) => {
      const rig = await aLife({ entries: 400 });
      rig.restartOnCopy((folder) => {
        const path = inbox(folder);
        overwrite(path, page === 0 ? 0 : middle(path), pageBytes, 7);
      });
      expect(rig.engine.inbox.order({ view: 'history', search: '' }).keys.length).toBeGreaterThan(340);
      expect(rig.engine.store.drafts.read(keyOf('q1')).inputs).toEqual({ rollout: '2' });
      expect(rig.engine.store.queries.row(keyOf('q3'))?.seenAt).toBeDefined();
      await backOnline(rig);
      expectWholeInbox(rig);
    },
  );
});

describe('damage that is met while running', () => {
  test('in a file too large to be read through: healed by the statement that meets it, and the accounts ask again', async () => {
    const rig = await aLife({ entries: 3_000, padding: 6_000 });
    rig.restartOnCopy((folder) => {
      const path = inbox(folder);
      expect(statSync(path).size).toBeGreaterThan(16 * 1024 * 1024);
      for (let n = 0; n < 40; n++) overwrite(path, (40 + n) * pageBytes, pageBytes, 7);
    });
    expect(rig.warnings.list()).toEqual([]);
    await backOnline(rig);
    rig.engine.inbox.rows(ids(3_000).map(keyOf));
    expect(rig.warnings.list().map(({ id }) => id)).toEqual(['history-damaged']);
    rig.clock.pass(30_000);
    rig.server.stream.opened();
    await settled();
    expectWholeInbox(rig);
    expect(rig.engine.inbox.order({ view: 'history', search: '' }).keys.length).toBeGreaterThan(2_800);
    expect(rig.engine.accounts.get(account)?.view().connection.state).toBe('live');
  }, 60_000);

  test('a write that meets it is done in the new file, and what was lost comes from the server again at once', async () => {
    const rig = await aLife({ entries: 30 });
    await backOnline(rig);
    const path = inbox(rig.dataFolder);
    forgetCache(path);
    overwrite(path, pageBytes, statSync(path).size - pageBytes, 7);
    rig.server.ask(aNotification('new'));
    rig.server.push('notification', aNotification('new'));
    await settled();
    expect(rig.engine.inbox.row(keyOf('new'))).toMatchObject({ title: 'Question new' });
    expect(rig.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    expect(rig.engine.inbox.order({ view: 'inbox', search: '' }).keys).toEqual([keyOf('new')]);
    const streams = rig.server.streams.length;
    rig.clock.pass(1_000);
    expect(rig.server.streams).toHaveLength(streams + 1);
    rig.server.stream.opened();
    await settled();
    const open = rig.engine.inbox.order({ view: 'inbox', search: '' }).keys;
    expect(open.toSorted()).toEqual(['new', ...ids(20).slice(1)].map(keyOf).toSorted());
  });

  test('a row whose content makes no sense is taken from the server again', async () => {
    const rig = await aLife();
    await backOnline(rig);
    const spoil = rig.engine.store.database.prepare(
      "UPDATE notifications SET flags = '[' || x'00', raw = '{' WHERE id = 'q5'",
    );
    spoil.run();
    expect(rig.engine.inbox.item(keyOf('q5')).ok).toBe(false);
    expect(rig.engine.inbox.rows([keyOf('q5')])).toEqual([]);
    await rig.engine.accounts.get(account)?.reread(NotificationId.parse('q5'));
    expect(rig.engine.inbox.item(keyOf('q5')).ok).toBe(true);
  });

  test('a disk that damages every new file is not filled with files', async () => {
    const rig = await aLife();
    const spoil = () => {
      forgetCache(inbox(rig.dataFolder));
      overwrite(inbox(rig.dataFolder), 0, statSync(inbox(rig.dataFolder)).size, 7);
    };
    for (let n = 0; n < 5; n++) {
      try {
        spoil();
        rig.engine.inbox.order({ view: 'history', search: '' });
      } catch {
        // it says so instead
      }
    }
    const kept = readdirSync(rig.dataFolder).filter((name) => /damaged-.*Z(-\d+)?$/.test(name));
    expect(kept).toHaveLength(1);
  });
});

describe('a damaged outbox', () => {
  const outbox = (folder: string) => join(folder, 'outbox.db');

  async function manyAnswers(): Promise<TestEngine> {
    const rig = new TestEngine();
    rig.takeBackMs = 0;
    for (const id of ids(200)) rig.server.ask(aNotification(id));
    await rig.connect();
    rig.server.isReachable = false;
    for (const id of ids(200)) expect(rig.submit(id, 'rollout', 25).ok).toBe(true);
    await settled();
    return rig;
  }

  test.each<[string, (path: string) => void, number]>([
    ['its header', (path) => overwrite(path, 0, 100, 0), 200],
    ['its first page', (path) => overwrite(path, 0, pageBytes, 7), 200],
    ['a page in the middle', (path) => overwrite(path, middle(path), pageBytes, 7), 170],
    ['its second half', (path) => truncateSync(path, middle(path)), 10],
  ])('%s: what can be read goes on its way, and how much that is gets said', async (_what, spoil, least) => {
    const rig = await manyAnswers();
    await closed(rig);
    rig.restartOnCopy((folder) => spoil(outbox(folder)));
    const warning = rig.warnings.list().find(({ id }) => id === 'outbox-damaged');
    const saved = Number(/(\d+) answers on their way were saved/.exec(warning?.message ?? '')?.[1]);
    expect(saved).toBeGreaterThanOrEqual(least);
    expect(warning?.hint).toMatch(/outbox\.db\.damaged-2026/);
    await backOnline(rig);
    expect(rig.server.recorded.size).toBe(saved);
  });

  test('damage while running costs nothing: what is in flight is in memory, too', async () => {
    const rig = await manyAnswers();
    const path = outbox(rig.dataFolder);
    forgetCache(path);
    overwrite(path, 0, statSync(path).size, 7);
    rig.clock.pass(20_000);
    await settled();
    await backOnline(rig);
    expect(rig.warnings.list().map(({ id }) => id)).toContain('outbox-damaged');
    expect(rig.server.recorded.size).toBe(200);
    rig.restart();
    expect(rig.engine.outbox.find(keyOf('q7'))?.state.at).toBe('accepted');
  });

  async function closed(rig: TestEngine): Promise<void> {
    const stopped = rig.engine.stop(0);
    rig.clock.pass(0);
    await stopped;
  }
});
