import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aDatabaseFile } from '#main/testing/a-database-file';
import { AccountId, itemKey } from '#shared/inbox/item-key';
import { compareUrgency } from '#shared/inbox/urgency';
import { NotificationId } from '#shared/protocol/ids';
import { MarkStore } from './marks/mark-store.ts';
import { NotificationQueries } from './notification-queries.ts';
import { type NotificationContent, NotificationStore } from './notification-store.ts';
import { inboxSteps } from './schema.ts';

const account = AccountId.parse('local');
const now = Date.parse('2026-01-15T09:00:00Z');
const hour = 3_600_000;

function aStore() {
  const database = aDatabaseFile(':memory:', { synchronous: 'NORMAL', steps: inboxSteps, checkedUpToBytes: 0 });
  return {
    store: new NotificationStore(database),
    queries: new NotificationQueries(database),
    marks: new MarkStore(database),
  };
}

function content(changes: Partial<NotificationContent> = {}): NotificationContent {
  return {
    raw: '{}',
    revision: 'r1',
    title: 'Ship it?',
    serviceId: 'bot',
    serviceName: 'Bot',
    project: undefined,
    timestamp: now,
    deadline: undefined,
    flags: [],
    search: 'ship it?\nbot',
    ...changes,
  };
}

const all = { accounts: [account], search: '', limit: undefined };
const delivered = { status: 'delivered', at: now } as const;

test('the order of the inbox is compareUrgency’s, with servers whose clocks differ', () => {
  const item = fc.record({
    deadline: fc.option(fc.integer({ min: now - hour, max: now + 3 * hour }), { nil: undefined }),
    timeSensitive: fc.boolean(),
    timestamp: fc.integer({ min: now - hour, max: now }),
    pinned: fc.boolean(),
    returnedAt: fc.option(fc.constantFrom(now - hour, now - 5), { nil: undefined }),
    account: fc.constantFrom('near', 'far'),
  });
  const offsets: Record<string, number> = { near: 0, far: 7 * hour };
  fc.assert(
    fc.property(fc.array(item, { maxLength: 30 }), (items) => {
      const { store, queries, marks } = aStore();
      for (const [id, offset] of Object.entries(offsets)) store.setClockOffset(AccountId.parse(id), offset);
      const stored = items.map((one, index) => {
        const owner = AccountId.parse(one.account);
        const id = NotificationId.parse(String(index).padStart(3, '0'));
        const deadline = one.deadline === undefined ? undefined : one.deadline + (offsets[one.account] ?? 0);
        const flags = one.timeSensitive ? ['time_sensitive'] : [];
        store.insert(owner, id, content({ deadline, flags, timestamp: one.timestamp }), delivered, now);
        const key = itemKey(owner, id);
        if (one.returnedAt !== undefined) {
          marks.snooze(key, one.returnedAt, one.returnedAt - 1);
          marks.giveBack([owner], one.returnedAt);
        }
        if (one.pinned) marks.pin(key, now);
        return { ...one, key };
      });
      const byUrgency = compareUrgency(now);
      const expected = stored.toSorted((a, b) => byUrgency(a, b) || (a.key < b.key ? -1 : 1)).map(({ key }) => key);
      const accounts = Object.keys(offsets).map((id) => AccountId.parse(id));
      const order = queries.openOrder({ ...all, accounts }, now);
      expect(order.keys).toEqual(expected);
      expect(order.pinned).toBe(items.filter((one) => one.pinned).length);
    }),
    { numRuns: 200 },
  );
});

test('History holds what is no longer open, the newest ending first, and times beside keys', () => {
  const { store, queries } = aStore();
  for (const [id, at] of [
    ['a', now + 1],
    ['b', now + 3],
    ['c', now + 2],
  ] as const) {
    store.insert(account, NotificationId.parse(id), content(), delivered, now);
    store.setState(account, NotificationId.parse(id), { status: 'expired', at }, now);
  }
  store.insert(account, NotificationId.parse('open'), content(), delivered, now);
  expect(queries.endedOrder(all, now)).toEqual({
    keys: ['local/b', 'local/c', 'local/a'],
    times: [now + 3, now + 2, now + 1],
  });
  expect(queries.endedOrder({ ...all, limit: 1 }, now).keys).toEqual(['local/b']);
  expect(queries.counts([account], now)).toEqual({ open: 1, dueSoon: 0, snoozed: 0, history: 3 });
});

test('search finds every word wherever it begins, whatever its accents, and signs only part words', () => {
  const { store, queries } = aStore();
  const texts = {
    a: 'deploy 100% of build_118',
    b: 'deploy 1000 of build-118',
    c: 'Grüße vom\nSERVICE'.toLocaleLowerCase('en'),
  };
  for (const [id, search] of Object.entries(texts))
    store.insert(account, NotificationId.parse(id), content({ search }), delivered, now);
  const found = (search: string) => queries.openOrder({ ...all, search }, now).keys.toSorted();
  expect(found('118 DEPLOY')).toEqual(['local/a', 'local/b']);
  expect(found('100%')).toEqual(['local/a']);
  expect(found('build_118')).toEqual(['local/a', 'local/b']);
  expect(found('GRÜSSE')).toEqual(['local/c']);
  expect(found('grüße service')).toEqual(['local/c']);
  expect(found('deploy nothing')).toEqual([]);
});

test('an answer can be searched for in History', () => {
  const { store, queries } = aStore();
  const id = NotificationId.parse('a');
  store.insert(account, id, content(), { status: 'responded', at: now }, now);
  store.setAnswer(account, id, { response: undefined, words: 'Deny: too close to the month end', byMe: true });
  expect(queries.endedOrder({ ...all, search: 'month end' }, now).keys).toEqual(['local/a']);
});

test('items of accounts that are not in this run stay out of the inbox', () => {
  const { store, queries } = aStore();
  store.insert(AccountId.parse('gone'), NotificationId.parse('a'), content(), delivered, now);
  expect(queries.openOrder(all, now).keys).toEqual([]);
  expect(queries.counts([account], now).open).toBe(0);
});

test('a service’s first question is known as such', () => {
  const { store, queries } = aStore();
  store.insert(account, NotificationId.parse('a'), content(), delivered, now);
  store.insert(account, NotificationId.parse('b'), content(), delivered, now + 1);
  const firsts = ['local/a', 'local/b'].map((key) => {
    const row = queries.row(key as never);
    return row && queries.isFirstOfService(row);
  });
  expect(firsts).toEqual([true, false]);
});
