import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { KeptLog } from '#main/testing/kept-log';
import { MemoryOutboxStore } from '#main/testing/memory-outbox-store';
import { AccountId, itemKey } from '#shared/inbox/item-key';
import { answersAtOnce } from '#shared/outbox/gate';
import type { SubmitReply } from '#shared/outbox/outbox';
import { ActionId, NotificationId } from '#shared/protocol/ids';
import { Outbox } from './outbox.ts';

const account = AccountId.parse('local');
const many = 10_000;

/** The most writes that one turn of the event loop may wait for: each costs a few milliseconds of disk. */
const writesInATurn = 12;

async function drain({ flagged }: { flagged: boolean }) {
  const now = Date.parse('2026-01-15T09:00:00Z');
  const store = new MemoryOutboxStore();
  for (let n = 0; n < many; n++) {
    const notificationId = NotificationId.parse(`q${n}`);
    store.add({
      id: randomUUID(),
      key: itemKey(account, notificationId),
      account,
      notificationId,
      actionId: ActionId.parse('ship'),
      data: null,
      words: 'Ship it',
      flagged,
      savedAt: now - 3_600_000 + n,
      state: { at: 'queued', attempt: 1, notBefore: now },
    });
  }
  store.writes = 0;
  const arrived: string[] = [];
  let out = 0;
  let mostOut = 0;
  let longestMs = 0;
  let mostWrites = 0;
  const measured = (run: () => void) => {
    const [before, writes] = [process.cpuUsage(), store.writes];
    run();
    longestMs = Math.max(longestMs, cpuMsSince(before));
    mostWrites = Math.max(mostWrites, store.writes - writes);
  };
  const outbox = new Outbox({
    store,
    clock: {
      now: () => now,
      monotonic: () => now,
      at: (when, run) => (when > now ? () => {} : soon(() => measured(run))),
      after: (ms, run) => (ms > 0 ? () => {} : soon(() => measured(run))),
    },
    random: () => 0.5,
    isOfThisRun: () => true,
    isItemOpen: () => true,
    onDisk: () => {},
    onMoved: () => {},
    onAccepted: () => {},
    log: new KeptLog(),
    submit: async ({ notificationId }): Promise<SubmitReply> => {
      out += 1;
      mostOut = Math.max(mostOut, out);
      arrived.push(notificationId);
      await new Promise((resolve) => setImmediate(resolve));
      out -= 1;
      return { kind: 'accepted' };
    },
  });
  measured(() => outbox.online(account));
  while (outbox.onTheirWay().length > 0) await new Promise((resolve) => setImmediate(resolve));
  return { arrived, mostOut, mostWrites, longestMs };
}

function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function soon(run: () => void): () => void {
  const turn = setImmediate(run);
  return () => clearImmediate(turn);
}

test('ten thousand answers after an outage go in their order, a few at once, and never hold the event loop', async () => {
  const { arrived, mostOut, mostWrites, longestMs } = await drain({ flagged: false });
  process.stdout.write(`${many} answers drained, longest turn ${longestMs.toFixed(1)} ms of CPU\n`);
  expect(arrived).toEqual(Array.from({ length: many }, (_, n) => `q${n}`));
  expect(mostOut).toBe(answersAtOnce);
  expect(mostWrites).toBeLessThanOrEqual(writesInATurn);
});

test('ten thousand that waited too long to go without a word come back in small turns', async () => {
  const { arrived, mostWrites } = await drain({ flagged: true });
  expect(arrived).toEqual([]);
  expect(mostWrites).toBeLessThanOrEqual(writesInATurn);
});
