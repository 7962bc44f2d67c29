import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FakeClock } from '#main/testing/fake-clock';
import { KeptLog } from '#main/testing/kept-log';
import { settled } from '#main/testing/test-engine';
import { AccountId, itemKey } from '#shared/inbox/item-key';
import type { OutboxState, SubmitReply } from '#shared/outbox/outbox';
import { ActionId, NotificationId } from '#shared/protocol/ids';
import { Outbox } from './outbox.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { OutboxStore, openOutboxDatabase } from './outbox-store.ts';

const account = AccountId.parse('local');

function anEntry(id: string, now: number, changes: Partial<OutboxEntry> = {}): OutboxEntry {
  const notificationId = NotificationId.parse(id);
  return {
    id: randomUUID(),
    key: itemKey(account, notificationId),
    account,
    notificationId,
    actionId: ActionId.parse('ship'),
    data: null,
    words: 'Ship it',
    flagged: false,
    savedAt: now,
    state: { at: 'held', sendAt: now + 5_000 },
    ...changes,
  };
}

/** A disk that can be full. */
class FlakyStore extends OutboxStore {
  isFull = false;
  override setState(entry: OutboxEntry, state: OutboxState): OutboxEntry {
    if (this.isFull) throw new Error('database or disk is full');
    return super.setState(entry, state);
  }
}

function aRig() {
  const clock = new FakeClock();
  const folder = mkdtempSync(join(tmpdir(), 'triage-outbox-'));
  const attempts: string[] = [];
  const troubles: (string | undefined)[] = [];
  const log = new KeptLog();
  const rig = {
    clock,
    attempts,
    troubles,
    log,
    reply: async (): Promise<SubmitReply> => ({ kind: 'accepted' }),
    store: new FlakyStore(
      openOutboxDatabase({
        dataFolder: folder,
        now: () => clock.now(),
        onWarning() {},
        onWritable() {},
        inMemory: () => [],
      }),
    ),
    start: () =>
      new Outbox({
        store: rig.store,
        clock,
        random: () => 1,
        submit: (entry) => {
          attempts.push(entry.id);
          return rig.reply();
        },
        isOfThisRun: () => true,
        isItemOpen: () => true,
        onDisk: (trouble) => troubles.push(trouble),
        onMoved: () => {},
        onAccepted: () => {},
        log,
      }),
  };
  return rig;
}

test('every attempt of one decision carries the same key, with full jitter between them', async () => {
  const rig = aRig();
  const outbox = rig.start();
  rig.reply = async () => ({ kind: 'unreachable', why: 'down' });
  const entry = anEntry('a', rig.clock.now());
  outbox.add(entry);
  rig.clock.pass(5_000);
  const waits: number[] = [];
  for (let n = 0; n < 8; n++) {
    await settled();
    const state = outbox.find(entry.key)?.state;
    if (state?.at !== 'queued') throw new Error('expected it to wait');
    waits.push(state.notBefore - rig.clock.now());
    rig.clock.pass(state.notBefore - rig.clock.now());
  }
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  expect(new Set(rig.attempts)).toEqual(new Set([entry.id]));
});

test('a decision is on disk when adding it returns, and durable as the file is', () => {
  const rig = aRig();
  const entry = anEntry('a', rig.clock.now());
  expect(rig.start().add(entry)).toBe(true);
  expect(rig.store.find(entry.key)).toEqual(entry);
});

test('there is one decision for an item, unless it came back', async () => {
  const rig = aRig();
  const outbox = rig.start();
  expect(outbox.add(anEntry('a', rig.clock.now()))).toBe(true);
  expect(outbox.add(anEntry('a', rig.clock.now()))).toBe(false);
  outbox.itemClosed(itemKey(account, NotificationId.parse('a')), 'expired');
  expect(outbox.add(anEntry('a', rig.clock.now()))).toBe(true);
});

test('a kill while sending counts as an attempt: it is sent again, and a closed item is not taken for lost', async () => {
  const rig = aRig();
  rig.reply = () => new Promise(() => {});
  const entry = anEntry('a', rig.clock.now());
  rig.start().add(entry);
  rig.clock.pass(5_000);
  const again = rig.start();
  again.itemClosed(entry.key, 'responded'); // it may be ours: the next attempt tells
  expect(again.find(entry.key)?.state).toMatchObject({ at: 'queued', attempt: 1 });
  rig.reply = async () => ({ kind: 'accepted' });
  again.run();
  await settled();
  expect(again.find(entry.key)?.state.at).toBe('accepted');
  expect(rig.attempts).toEqual([entry.id, entry.id]);
});

test('a full disk is said, nothing is sent that is not written, and it heals by itself', async () => {
  const rig = aRig();
  const outbox = rig.start();
  const entry = anEntry('a', rig.clock.now());
  outbox.add(entry);
  rig.store.isFull = true;
  rig.clock.pass(7_000);
  expect(rig.attempts).toEqual([]);
  expect(rig.troubles.at(-1)).toBe('database or disk is full');
  rig.store.isFull = false;
  rig.clock.pass(2_000);
  await settled();
  expect(rig.troubles.at(-1)).toBeUndefined();
  expect(outbox.find(entry.key)?.state.at).toBe('accepted');
});

test('a reply that cannot be written is asked for again with the same key', async () => {
  const rig = aRig();
  const outbox = rig.start();
  const entry = anEntry('a', rig.clock.now());
  outbox.add(entry);
  rig.reply = async () => {
    rig.store.isFull = rig.attempts.length === 1;
    return { kind: 'accepted' };
  };
  rig.clock.pass(5_000);
  await settled();
  expect(outbox.find(entry.key)?.state.at).toBe('queued');
  rig.store.isFull = false;
  rig.clock.pass(2_000);
  await settled();
  expect(outbox.find(entry.key)?.state.at).toBe('accepted');
  expect(rig.attempts).toEqual([entry.id, entry.id]);
});

test('a submit that throws is a bug in the log and an attempt that failed', async () => {
  const rig = aRig();
  const outbox = rig.start();
  rig.reply = () => Promise.reject(new Error('bug'));
  const entry = anEntry('a', rig.clock.now());
  outbox.add(entry);
  rig.clock.pass(5_000);
  await settled();
  expect(outbox.find(entry.key)?.state.at).toBe('queued');
  expect(rig.log.lines[0]?.facts?.reason).toBe('bug');
});
