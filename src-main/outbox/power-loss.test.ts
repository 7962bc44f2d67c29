import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AccountId, itemKey } from '#shared/inbox/item-key';
import { ActionId, NotificationId } from '#shared/protocol/ids';
import type { OutboxEntry } from './outbox-entry.ts';
import { OutboxStore, openOutboxDatabase } from './outbox-store.ts';

const walHeader = 32;
const frameBytes = 24 + 4096;

function anEntry(n: number): OutboxEntry {
  const account = AccountId.parse('local');
  const notificationId = NotificationId.parse(String(n).padStart(3, '0'));
  return {
    id: randomUUID(),
    key: itemKey(account, notificationId),
    account,
    notificationId,
    actionId: ActionId.parse('why'),
    data: 'because '.repeat(n * 40),
    words: 'because',
    flagged: false,
    savedAt: n,
    state: { at: 'queued', attempt: 0, notBefore: 0 },
  };
}

function openIn(dataFolder: string) {
  const warnings: string[] = [];
  const ports = { dataFolder, now: () => 0, onWarning: ({ id }: { id: string }) => warnings.push(id) };
  const database = openOutboxDatabase({ ...ports, onWritable: () => {}, inMemory: () => [] });
  return { database, store: new OutboxStore(database), warnings };
}

const aFolder = () => mkdtempSync(join(tmpdir(), 'triage-power-'));

test('when a write has returned it is on disk: synchronous=FULL, read back', () => {
  const { database } = openIn(aFolder());
  expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
});

test('power lost at any moment: the decisions up to some moment are there, whole, and none after it', () => {
  const folder = aFolder();
  const { store } = openIn(folder);
  /** How long the log was when each decision was said to be saved. */
  const savedAt: number[] = [];
  for (let n = 0; n < 30; n++) {
    expect(store.add(anEntry(n))).toBe(true);
    savedAt.push(statSync(join(folder, 'outbox.db-wal')).size);
  }
  const wal = readFileSync(join(folder, 'outbox.db-wal'));
  const frames = (wal.length - walHeader) / frameBytes;
  expect(frames).toBeGreaterThan(100);
  for (let frame = 0; frame <= frames; frame++) {
    for (const torn of [0, 1_000]) {
      const cut = aFolder();
      const length = Math.min(wal.length, walHeader + frame * frameBytes + torn);
      copyFileSync(join(folder, 'outbox.db'), join(cut, 'outbox.db'));
      writeFileSync(join(cut, 'outbox.db-wal'), wal.subarray(0, length));
      const after = openIn(cut);
      const found = after.store.inFlight().map(({ savedAt: n }) => n);
      expect(after.warnings).toEqual([]);
      expect(found.toSorted((a, b) => a - b)).toEqual(found.map((_, index) => index));
      expect(found.length).toBeGreaterThanOrEqual(savedAt.filter((size) => size <= length).length);
      after.database.close();
      rmSync(cut, { recursive: true });
    }
  }
});
