import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NotificationQueries } from '#main/store/notification-queries';
import { type NotificationContent, NotificationStore } from '#main/store/notification-store';
import { inboxSteps } from '#main/store/schema';
import { aDatabaseFile } from '#main/testing/a-database-file';
import { AccountId, partsOf } from '#shared/inbox/item-key';
import { NotificationId } from '#shared/protocol/ids';
import { facetStep } from './facet-step.ts';
import { SearchIndex } from './search-index.ts';

const near = AccountId.parse('near');
const far = AccountId.parse('far');
const names: Record<string, string> = { near: 'This computer', far: 'Team “A” server' };
const now = new Date(2026, 0, 15, 10).getTime();
const idOf = (id: string) => NotificationId.parse(id);

type Asked = Partial<NotificationContent> & { account?: AccountId; types?: string[] };

function aStore() {
  const database = aDatabaseFile(':memory:', { synchronous: 'NORMAL', steps: inboxSteps, checkedUpToBytes: 0 });
  const store = new NotificationStore(database);
  const queries = new NotificationQueries(database);
  const filter = { accounts: [near, far], limit: undefined, accountName: (id: string) => names[id] ?? id };
  const ids = (keys: readonly string[]) => keys.map((key) => partsOf(key as never).id);
  return {
    store,
    queries,
    filter,
    ask: (id: string, { account = near, types = ['simple'], ...changes }: Asked = {}) =>
      store.insert(account, idOf(id), content(types, changes), { status: 'delivered', at: now }, now),
    open: (search: string) => ids(queries.openOrder({ ...filter, search }, now).keys),
    ended: (search: string) => ids(queries.endedOrder({ ...filter, search }, now).keys),
  };
}

function content(types: string[], changes: Partial<NotificationContent>): NotificationContent {
  return {
    raw: JSON.stringify({ actions: types.map((response_type) => ({ response_type })) }),
    revision: 'r1',
    title: 'Ship it?',
    serviceId: 'svc-1',
    serviceName: 'Bot',
    project: undefined,
    timestamp: now,
    deadline: undefined,
    flags: [],
    search: 'ship it',
    ...changes,
  };
}

test('filters of one kind widen, kinds narrow, and a minus takes away', () => {
  const { ask, open } = aStore();
  ask('a', { serviceId: 'rel', serviceName: 'Release Bot', flags: ['costly'], project: 'Web' });
  ask('b', { serviceId: 'rel', serviceName: 'Release Bot', flags: ['affects_others'], types: ['binary', 'text'] });
  ask('c', { flags: ['costly', 'destructive'], project: 'Web Shop' });
  ask('d', { account: far, types: ['DATETIME'] });
  expect(open('service:"Release Bot"')).toEqual(['a', 'b']);
  expect(open('service:"Release Bot" service:"Bot"')).toEqual(['d', 'a', 'b', 'c']);
  expect(open('service:"Release Bot" flag:"costly"')).toEqual(['a']);
  expect(open('flag:"costly" flag:affects')).toEqual(['a', 'b', 'c']);
  expect(open('flag:costly -flag:destructive')).toEqual(['a']);
  expect(open('project:"web"')).toEqual(['a']);
  expect(open('project:web')).toEqual(['a', 'c']);
  expect(open('-project:web')).toEqual(['d', 'b']);
  expect(open('type:"datetime"')).toEqual(['d']);
  expect(open('type:text type:datetime')).toEqual(['d', 'b']);
  expect(open('account:"Team “A” server"')).toEqual(['d']);
  expect(open('-account:far')).toEqual(['a', 'b', 'c']);
  expect(open('service:"bot"')).toEqual(['d', 'c']);
  expect(open('service:"rel"')).toEqual(['a', 'b']);
  expect(open('flag:!!')).toEqual(['d', 'a', 'b', 'c']);
});

test('filters alone keep the order of the inbox and show everything, however many', () => {
  const { ask, open, queries, filter } = aStore();
  const ids = Array.from({ length: 1_200 }, (_, n) => String(n).padStart(4, '0'));
  for (const id of ids.toReversed()) {
    ask(id, { flags: id < '0003' ? ['time_sensitive'] : [], timestamp: now - (2_000 - Number(id)) * 1_000 });
  }
  ask('soon', { deadline: now + 60_000 });
  ask('other', { serviceId: 'other', serviceName: 'Other', deadline: now + 30_000 });
  expect(open('service:"bot"')).toEqual(['soon', ...ids]);
  expect(queries.openOrder({ ...filter, search: 'service:"bot"' }, now).found).toBeUndefined();
});

test('History by filters alone shows everything, too', () => {
  const { ask, store, ended } = aStore();
  for (let n = 0; n < 1_200; n++) {
    const id = String(n).padStart(4, '0');
    ask(id, { flags: ['costly'] });
    store.setState(near, idOf(id), { status: 'expired', at: now - n * 1_000 }, now);
  }
  ask('x');
  store.setState(near, idOf('x'), { status: 'invalidated', at: now }, now);
  while (ended('flag:costly').length < 1_200) expect(ended('x y')).toEqual([]);
  expect(ended('flag:costly').slice(0, 2)).toEqual(['0000', '0001']);
  expect(ended('status:expired status:withdrawn')).toHaveLength(1_201);
  expect(ended('status:withdrawn')).toEqual(['x']);
});

test('what changes is filtered as it is now: rewritten, ended, gone', () => {
  const { ask, store, open, ended } = aStore();
  ask('a', { flags: ['costly'] });
  store.rewrite(near, idOf('a'), content(['binary'], { flags: ['destructive'] }));
  expect([open('flag:costly'), open('flag:destructive'), open('type:binary')]).toEqual([[], ['a'], ['a']]);
  store.setState(near, idOf('a'), { status: 'expired', at: now }, now);
  expect([open('type:binary'), ended('type:binary')]).toEqual([[], ['a']]);
  store.removeEnded(now + 1, [], 10);
  expect(ended('type:binary')).toEqual([]);
});

test('a file from before is filtered, too: its open questions at once, its history as it is brought into the index', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'triage-filters-')), 'inbox.db');
  const kind = { synchronous: 'NORMAL', checkedUpToBytes: 0 } as const;
  const before = aDatabaseFile(path, { ...kind, steps: inboxSteps.slice(0, inboxSteps.indexOf(facetStep)) });
  const old = new NotificationStore(before);
  for (const id of ['a', 'b']) {
    old.insert(near, idOf(id), content(['binary'], { flags: ['costly'] }), { status: 'delivered', at: now }, now);
  }
  old.setState(near, idOf('b'), { status: 'expired', at: now }, now);
  before.exec(`INSERT INTO search_items SELECT 1, account, id, service_id, status, 0, timestamp, NULL, 0, ended_at
    FROM notifications WHERE id = 'b'; DELETE FROM search_queue; UPDATE search_progress SET below = 0;`);
  before.close();
  const database = aDatabaseFile(path, { ...kind, steps: inboxSteps });
  const queries = new NotificationQueries(database);
  const filter = { accounts: [near], limit: undefined, search: 'type:"binary" flag:"costly"' };
  expect(queries.openOrder(filter, now).keys).toEqual(['near/a']);
  const index = new SearchIndex(database);
  while (index.isBehind) index.catchUp(50);
  expect(queries.endedOrder(filter, now).keys).toEqual(['near/b']);
});

test('filters mean the same with words as without, whatever is asked', () => {
  const pool = ['Bot', 'Release Bot', 'bot two', 'Grüße "GmbH"', '部署'];
  const item = fc.record({
    service: fc.integer({ min: 0, max: pool.length - 1 }),
    project: fc.option(fc.constantFrom(...pool, ''), { nil: undefined }),
    flags: fc.uniqueArray(fc.constantFrom('costly', 'destructive', 'affects_others', 'own-flag')),
    types: fc.uniqueArray(fc.constantFrom('simple', 'binary', 'multi_choice', 'new_type')),
    account: fc.constantFrom(near, far),
  });
  const value = fc.constantFrom(...pool, 'costly', 'own_flag', 'multi', 'simple', 'near', 'team', 'grusse', '!!');
  const term = fc
    .record({
      name: fc.constantFrom('service', 'project', 'flag', 'type', 'account'),
      value,
      not: fc.boolean(),
      whole: fc.boolean(),
    })
    .map(({ name, value: text, not, whole }) => {
      const bare = text.replaceAll('"', '');
      return `${not ? '-' : ''}${name}:${whole ? `"${bare}"` : bare.split(' ')[0]}`;
    });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), fc.array(term, { minLength: 1, maxLength: 4 }), (items, terms) => {
      const { ask, open } = aStore();
      for (const [n, { service, ...one }] of items.entries()) {
        ask(`q${n}`, { ...one, serviceId: `s${service}`, serviceName: pool[service] ?? '' });
      }
      expect(open(`${terms.join(' ')} ship`)).toEqual(open(terms.join(' ')));
    }),
    { numRuns: 200 },
  );
});

test('what there is to filter by, with how many each filter would show beside the others', () => {
  const { ask, store, queries, filter, open } = aStore();
  ask('a', { serviceId: 'rel', serviceName: 'Release Bot', flags: ['costly'] });
  ask('b', { serviceId: 'rel', serviceName: 'Release Bot', project: 'web' });
  ask('c', { flags: ['costly'], account: far });
  ask('d', { serviceId: 'twin', serviceName: 'Bot', types: ['binary', 'text'] });
  const facetsOf = (search: string) => queries.facets('inbox', { ...filter, search }, now).facets;
  const counts = (search: string, kind: 'service' | 'flag') =>
    Object.fromEntries(facetsOf(search)[kind].map(({ value, count }) => [value, count]));
  expect(counts('', 'service')).toEqual({ 'Release Bot': 2, 'svc-1': 1, twin: 1 }); // two are called Bot
  expect(counts('flag:costly', 'service')).toEqual({ 'Release Bot': 1, 'svc-1': 1 });
  expect(counts('flag:costly', 'flag')).toEqual({ costly: 2 });
  expect(counts('ship service:rel', 'service')).toEqual({ 'Release Bot': 2, 'svc-1': 1, twin: 1 });
  for (const { value, count } of facetsOf('').service) expect(open(`service:"${value}"`)).toHaveLength(count);
  expect(facetsOf('').account).toEqual([
    { value: 'This computer', name: 'This computer', count: 3 },
    { value: 'Team “A” server', name: 'Team “A” server', count: 1 },
  ]);
  store.setState(near, idOf('a'), { status: 'expired', at: now }, now);
  const history = queries.facets('history', { ...filter, search: '' }, now);
  expect(history).toMatchObject({ statuses: { expired: 1 }, isCut: false });
  expect(history.facets.service).toEqual([{ value: 'Release Bot', name: 'Release Bot', count: 1 }]);
});
