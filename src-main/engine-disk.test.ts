import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test } from 'vitest';
import type { OutboxEntry } from '#main/outbox/outbox-entry';
import { OutboxStore, openOutboxDatabase } from '#main/outbox/outbox-store';
import { aNotification } from '#main/testing/scripted-server';
import { account, keyOf, settled, TestEngine } from '#main/testing/test-engine';
import { AccountId, itemKey } from '#shared/inbox/item-key';
import { ActionId, NotificationId } from '#shared/protocol/ids';

const long = (id: string) =>
  aNotification(id, { context: { title: `Question ${id}`, description: 'x'.repeat(30_000) } });
const warningIds = (rig: TestEngine) => rig.warnings.list().map(({ id }) => id);
const noMorePages = (rig: TestEngine) => rig.engine.store.database.exec('PRAGMA max_page_count = 1');
const roomAgain = (rig: TestEngine) => rig.engine.store.database.exec('PRAGMA max_page_count = 1000000');

describe('a disk that is full (R17)', () => {
  test('a question that cannot be stored ends the stream, is not acknowledged, and comes again by itself', async () => {
    const rig = new TestEngine();
    rig.server.ask(long('a'));
    await rig.connect();
    noMorePages(rig);
    rig.server.ask(long('b'));
    rig.server.push('notification', long('b'));
    expect(rig.arrived).toEqual([keyOf('a')]);
    expect(rig.server.openStreams).toBe(0);
    expect(rig.server.sent.filter((frame) => frame.includes('acknowledge') && frame.includes('"b"'))).toEqual([]);
    expect(warningIds(rig)).toEqual(['history-disk']);
    expect(rig.warnings.list()[0]?.message).toContain('the disk is full');

    rig.clock.pass(20_000);
    rig.server.stream.opened();
    await settled();
    expect(rig.engine.accounts.get(account)?.view().connection.state).toBe('offline');
    expect(rig.engine.inbox.row(keyOf('b'))).toBeUndefined();

    roomAgain(rig);
    rig.clock.pass(40_000);
    rig.server.stream.opened();
    await settled();
    expect(rig.engine.accounts.get(account)?.view().connection.state).toBe('live');
    expect(rig.arrived).toEqual(['a', 'b'].map(keyOf));
    expect(warningIds(rig)).toEqual([]);
  });

  test('the same for server-sent events: the line ends, and the question comes once there is room', async () => {
    const rig = new TestEngine();
    rig.server.events = { write: () => {}, opened: 0 };
    await withoutWebSocket(rig, 'sse');
    noMorePages(rig);
    rig.server.ask(long('b'));
    rig.server.events.write('notification', long('b'));
    await settled();
    expect(linkOf(rig)).toMatchObject({ connection: { state: 'offline' } });
    expect(linkOf(rig)?.lastError?.why).toBe('What came could not be stored: the disk is full.');
    expect(warningIds(rig)).toEqual(['history-disk']);
    roomAgain(rig);
    rig.clock.pass(20_000);
    await settled();
    expect(linkOf(rig)).toMatchObject({ transport: 'sse', connection: { state: 'live' } });
    expect(rig.arrived).toEqual([keyOf('b')]);
    expect(warningIds(rig)).toEqual([]);
  });

  test('and for polling: the round counts for nothing, and the next one with room brings the question', async () => {
    const rig = new TestEngine();
    await withoutWebSocket(rig, 'polling');
    noMorePages(rig);
    rig.server.ask(long('b'));
    await aRound(rig);
    expect(linkOf(rig)?.lastError?.why).toBe('What came could not be stored: the disk is full.');
    expect(rig.arrived).toEqual([]);
    expect(warningIds(rig)).toEqual(['history-disk']);
    roomAgain(rig);
    await aRound(rig);
    expect(linkOf(rig)).toMatchObject({ transport: 'polling', connection: { state: 'live' } });
    expect(rig.arrived).toEqual([keyOf('b')]);
    expect(warningIds(rig)).toEqual([]);
  });

  test('a page of questions is stored whole or not at all', async () => {
    const rig = new TestEngine();
    for (const id of ['a', 'b', 'c', 'd']) rig.server.ask(long(id));
    rig.engine.store.database.exec('PRAGMA max_page_count = 40');
    await rig.connect();
    expect(rig.engine.inbox.order({ view: 'inbox', search: '' }).keys).toEqual([]);
    expect(rig.arrived).toEqual([]);
  });

  test('an answer is refused with the reason and its input kept in the window; with room it is taken', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    noMorePages(rig);
    const draft = { openAction: 'rollout' as never, inputs: { ['rollout' as never]: 'y'.repeat(50_000) } };
    expect(rig.engine.inbox.saveDraft(keyOf('a'), draft)).toMatchObject({
      ok: false,
      error: { code: 'store/not-saved', message: 'This could not be saved: the disk is full.' },
    });
    roomAgain(rig);
    expect(rig.engine.inbox.saveDraft(keyOf('a'), draft).ok).toBe(true);
  });

  test('the server has the answer although History does not take it: asked once more with the same key, and ours', async () => {
    const rig = new TestEngine();
    rig.takeBackMs = 0;
    rig.server.ask(aNotification('a'));
    await rig.connect();
    rig.engine.store.database.exec('PRAGMA query_only = ON');
    expect(rig.submit('a', 'ship').ok).toBe(true);
    await settled();
    expect(rig.answerOf('a')?.state).toBe('waiting');
    rig.engine.store.database.exec('PRAGMA query_only = OFF');
    rig.clock.pass(5_000);
    await settled();
    expect(rig.answerOf('a')?.state).toBe('accepted');
    expect(rig.endingOf('a')).toMatchObject({ how: 'answered', byMe: true });
    expect(rig.server.recorded.size).toBe(1);
  });
});

describe('the outbox on a disk that is full', () => {
  test('a decision is in the file whole or not at all, and taken once there is room', () => {
    const folder = mkdtempSync(join(tmpdir(), 'triage-full-'));
    const ports = { dataFolder: folder, now: () => 0, onWarning() {}, onWritable() {}, inMemory: () => [] };
    const database = openOutboxDatabase(ports);
    const store = new OutboxStore(database);
    expect(store.add(anEntry('1', 'small'))).toBe(true);
    database.exec('PRAGMA max_page_count = 1');
    expect(() => store.add(anEntry('2', 'w'.repeat(100_000)))).toThrow(/full/);
    const other = new DatabaseSync(join(folder, 'outbox.db'));
    expect(other.prepare('SELECT count(*) AS n FROM entries').get()).toEqual({ n: 1 });
    database.exec('PRAGMA max_page_count = 100000');
    expect(store.add(anEntry('2', 'w'.repeat(100_000)))).toBe(true);
    expect(store.inFlight()).toHaveLength(2);
  });
});

const linkOf = (rig: TestEngine) => rig.engine.accounts.get(account)?.view();

/** Live over the next best way, since something on the road refuses each upgrade. */
async function withoutWebSocket(rig: TestEngine, transport: 'sse' | 'polling'): Promise<void> {
  rig.engine.accounts.get(account)?.connect({ url: 'http://127.0.0.1:4680', token: 'token' });
  for (let attempt = 0; attempt < 5 && linkOf(rig)?.connection.state !== 'live'; attempt++) {
    if (linkOf(rig)?.transport === 'websocket') rig.server.cut({ verdict: 'retry', why: 'HTTP 400', answered: true });
    await settled();
    rig.clock.pass(2_000);
    await settled();
  }
  expect(linkOf(rig)).toMatchObject({ transport, connection: { state: 'live' } });
}

/** As long as any wait of a line that polls, in steps that let what was asked come back. */
async function aRound(rig: TestEngine): Promise<void> {
  for (let step = 0; step < 20; step++) {
    rig.clock.pass(1_000);
    await settled();
  }
}

/** A disk of its own of 1.5 MB, or, where this machine lets nobody mount, one that SQLite takes for that small. */
function aSmallDisk(rig: TestEngine): { fill: () => void; free: () => void; end: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'triage-disk-'));
  if (!succeeds('mount', '-t', 'tmpfs', '-o', 'size=1536k', 'tmpfs', folder)) {
    const limit = (pages: number) => () => rig.engine.store.database.exec(`PRAGMA max_page_count = ${pages}`);
    return { fill: limit(1), free: limit(1_000_000), end: () => {} };
  }
  rig.dataFolder = folder;
  rig.restart();
  const ballast = join(folder, 'ballast');
  return {
    fill: () => {
      const file = openSync(ballast, 'w');
      try {
        for (;;) writeSync(file, Buffer.alloc(4_096));
      } catch {
        closeSync(file); // it is full
      }
    },
    free: () => rmSync(ballast),
    end: () => expect(succeeds('umount', '--lazy', folder)).toBe(true),
  };
}

/** Takes the right to change a folder and its files away from everybody, root included, where this machine allows it. */
function frozen(folder: string): (() => void) | undefined {
  const files = () => readdirSync(folder).map((name) => join(folder, name));
  if (!succeeds('chattr', '+i', ...files(), folder)) return undefined;
  return () => expect(succeeds('chattr', '-i', folder, ...files())).toBe(true);
}

function succeeds(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('a real disk', () => {
  test('full: questions wait at the server, answers are refused with the reason; with room both go on', async () => {
    const rig = new TestEngine();
    const disk = aSmallDisk(rig);
    rig.server.ask(aNotification('a'));
    await rig.connect();
    disk.fill();
    for (const id of ['b', 'c', 'd']) rig.server.ask(long(id));
    rig.server.push('notification', long('b'));
    expect(warningIds(rig)).toContain('history-disk');
    expect(rig.engine.inbox.row(keyOf('b'))).toBeUndefined();
    disk.free();
    rig.clock.pass(20_000);
    rig.server.stream.opened();
    await settled();
    expect(rig.engine.inbox.order({ view: 'inbox', search: '' }).keys).toHaveLength(4);
    expect(warningIds(rig)).not.toContain('history-disk');
    expect(rig.submit('a', 'ship').ok).toBe(true);
    disk.end();
  });

  test('a folder that is read-only at the start: what is there is shown, nothing is taken, and it heals by itself', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    rig.server.ask(aNotification('b'));
    await rig.connect();
    rig.submit('b', 'ship');
    await stopped(rig);
    const thaw = frozen(rig.dataFolder) ?? hidden(rig);
    rig.restart();
    const refused = rig.engine.inbox.row(keyOf('a')) && rig.submit('a', 'ship');
    if (refused) expect(refused).toMatchObject({ ok: false, error: { code: 'answer/not-saved' } });
    expect(warningIds(rig)).toEqual(expect.arrayContaining(['history-unwritable', 'outbox-unwritable']));
    thaw();
    rig.clock.pass(2_000);
    await rig.connect();
    expect(warningIds(rig).filter((id) => id.endsWith('unwritable'))).toEqual([]);
    expect(rig.submit('a', 'ship').ok).toBe(true);
    rig.clock.pass(10_000);
    await settled();
    expect([...rig.server.recorded.keys()].toSorted()).toEqual(['a', 'b']);
  });

  test('data of a newer version is not touched, which is said, and nothing is taken', async () => {
    const rig = new TestEngine();
    rig.server.ask(aNotification('a'));
    await rig.connect();
    await stopped(rig);
    for (const name of ['inbox.db', 'outbox.db']) {
      const file = new DatabaseSync(join(rig.dataFolder, name));
      file.exec('PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE)');
      file.close();
    }
    const before = ['inbox.db', 'outbox.db'].map((name) => readFileSync(join(rig.dataFolder, name)));
    rig.restart();
    await rig.connect();
    expect(rig.warnings.list().map(({ message }) => message)).toEqual([
      'Nothing can be stored on this machine: it was written by a newer version of this app.',
      expect.stringContaining('Answers cannot be saved'),
      expect.stringContaining('New questions cannot be stored'),
    ]);
    expect(rig.arrived).toEqual([keyOf('a')]); // in its first life
    const after = ['inbox.db', 'outbox.db'].map((name) => readFileSync(join(rig.dataFolder, name)));
    expect(after.map((bytes, index) => bytes.equals(before[index] as Buffer))).toEqual([true, true]);
  });
});

async function stopped(rig: TestEngine): Promise<void> {
  rig.server.isReachable = false;
  const ended = rig.engine.stop(0);
  rig.clock.pass(0);
  await ended;
  rig.server.isReachable = true;
}

/** Where nobody can freeze files: a folder that cannot be made, since a file stands in its way. */
function hidden(rig: TestEngine): () => void {
  const real = rig.dataFolder;
  const obstacle = join(mkdtempSync(join(tmpdir(), 'triage-engine-')), 'file');
  writeFileSync(obstacle, '');
  rig.dataFolder = join(obstacle, 'data');
  return () => {
    rmSync(obstacle);
    cpSync(real, join(obstacle, 'data'), { recursive: true });
  };
}

function anEntry(id: string, words: string): OutboxEntry {
  const account = AccountId.parse('local');
  const notificationId = NotificationId.parse(id);
  return {
    id: randomUUID(),
    key: itemKey(account, notificationId),
    account,
    notificationId,
    actionId: ActionId.parse('ship'),
    data: null,
    words,
    flagged: false,
    savedAt: 0,
    state: { at: 'held', sendAt: 0 },
  };
}
