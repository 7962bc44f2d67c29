import { expect, test } from 'vitest';
import { aNotification } from '#main/testing/scripted-server';
import { keyOf, settled, TestEngine } from '#main/testing/test-engine';

const day = 24 * 3_600_000;

/** 250 questions that ended on the first day, one that is still open, and one whose answer never got through. */
async function aHistory(): Promise<TestEngine> {
  const rig = new TestEngine();
  rig.takeBackMs = 0;
  const ids = Array.from({ length: 250 }, (_, n) => `q${n}`);
  for (const id of [...ids, 'open', 'on-its-way', 'half-typed']) rig.server.ask(aNotification(id));
  await rig.connect();
  rig.server.isReachable = false;
  rig.submit('on-its-way', 'ship');
  await settled();
  rig.engine.inbox.saveDraft(keyOf('half-typed'), { openAction: null, inputs: { ['rollout' as never]: '2' } });
  for (const id of [...ids, 'on-its-way', 'half-typed']) {
    const status = id === 'on-its-way' ? 'responded' : 'expired';
    rig.server.push('status_update', { notification_id: id, status, timestamp: '2026-01-15T09:00:00Z' });
  }
  rig.engine.accounts.disconnect();
  return rig;
}

const historyOf = (rig: TestEngine) => rig.engine.inbox.order({ view: 'history', search: '' }).keys;

test('for ever means for ever', async () => {
  const rig = await aHistory();
  rig.clock.pass(4_000 * day);
  expect(historyOf(rig)).toHaveLength(252);
});

test('what is older than wanted goes once a day, in steps; open items, answers on their way and drafts stay', async () => {
  const rig = await aHistory();
  rig.historyDays = 30;
  rig.clock.pass(29 * day);
  expect(historyOf(rig)).toHaveLength(252);
  rig.clock.pass(2 * day - 300);
  const heard: unknown[] = [];
  rig.engine.feed.onFlush((keys) => heard.push(keys));
  rig.clock.pass(10_000);
  expect(historyOf(rig).toSorted()).toEqual(['half-typed', 'on-its-way'].map(keyOf).toSorted());
  expect(rig.engine.inbox.order({ view: 'inbox', search: '' }).keys).toEqual([keyOf('open')]);
  expect(rig.engine.inbox.counts().history).toBe(2);
  expect(rig.engine.outbox.find(keyOf('on-its-way'))).toBeDefined();
});

test('it begins half a minute after the start, not while the app starts', async () => {
  const rig = await aHistory();
  rig.historyDays = 30;
  rig.restart();
  rig.clock.pass(40 * day);
  rig.restart();
  rig.clock.pass(29_999);
  rig.historyDays = 1;
  expect(historyOf(rig).length).toBeLessThanOrEqual(252);
  rig.clock.pass(1_000);
  expect(historyOf(rig)).toHaveLength(2);
});

test('the space is given back, little by little', async () => {
  const rig = await aHistory();
  const pages = () => rig.engine.store.database.prepare('PRAGMA page_count').get().page_count;
  const before = pages();
  rig.historyDays = 30;
  rig.clock.pass(32 * day);
  expect(historyOf(rig)).toHaveLength(2);
  expect(rig.engine.store.database.prepare('PRAGMA auto_vacuum').get()).toEqual({ auto_vacuum: 2 });
  expect(pages()).toBeLessThan(before / 2);
});

test('a disk that does not take it is no trouble: it is tried again the next day', async () => {
  const rig = await aHistory();
  rig.historyDays = 30;
  rig.engine.store.database.exec('PRAGMA query_only = ON');
  rig.clock.pass(32 * day);
  expect(historyOf(rig)).toHaveLength(252);
  rig.engine.store.database.exec('PRAGMA query_only = OFF');
  rig.clock.pass(day + 10_000);
  expect(historyOf(rig)).toHaveLength(2);
});

test('what retention removed is not read in again, however much of it the server still lists, and costs one page', async () => {
  const rig = await aHistory();
  rig.historyDays = 30;
  rig.clock.pass(32 * day);
  expect(historyOf(rig)).toHaveLength(2);
  for (const id of ['half-typed', 'on-its-way']) rig.server.ask(aNotification(id, { status: 'expired' }));
  for (let n = 0; n < 250; n++) {
    rig.server.notifications.delete(`q${n}`); // the newest stand at the end
    const end = n % 3;
    const responded_at = '2026-01-15T09:00:00Z';
    rig.server.ask(
      aNotification(`q${n}`, {
        status: end === 0 ? 'responded' : end === 1 ? 'expired' : 'invalidated',
        ...(end === 0 && {
          response: { notification_id: `q${n}`, action_id: 'ship', response_data: null, responded_at },
        }),
        ...(end === 1 && { timestamp: '2026-01-14T09:00:00Z', deadline: '2026-01-15T09:00:00Z' }),
      }),
    );
  }
  rig.server.listsWhatEnded = true;
  rig.server.isReachable = true;
  rig.restart();
  rig.server.requests.length = 0;
  rig.arrived.length = 0;
  await rig.connect();
  expect(historyOf(rig).toSorted()).toEqual(['half-typed', 'on-its-way'].map(keyOf).toSorted());
  expect(rig.arrived).toEqual([]);
  expect(rig.server.requests.filter((one) => one === 'GET /client/notifications')).toHaveLength(2);

  // Somebody hears of one of them once more, and what ended lately still comes in.
  rig.server.push('status_update', { notification_id: 'q0', status: 'completed', timestamp: '2026-01-16T09:00:00Z' });
  const lately = new Date(rig.clock.now() - 29 * day).toISOString();
  rig.server.ask(aNotification('lately', { status: 'expired', timestamp: lately, deadline: lately }));
  rig.server.push('status_update', { notification_id: 'lately', status: 'expired', timestamp: lately });
  await settled();
  expect(historyOf(rig).toSorted()).toEqual(['half-typed', 'lately', 'on-its-way'].map(keyOf).toSorted());
});
