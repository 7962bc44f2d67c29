import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test } from 'vitest';
import { aDatabaseFile } from '#main/testing/a-database-file';
import { FakeClock } from '#main/testing/fake-clock';
import { AccountId, partsOf } from '#shared/inbox/item-key';
import { ActionId, NotificationId } from '#shared/protocol/ids';
import { Response } from '#shared/protocol/response';
import { AccountData } from '../account-data.ts';
import { DecisionLog } from '../decision-log.ts';
import { NotificationQueries } from '../notification-queries.ts';
import { type NotificationContent, NotificationStore } from '../notification-store.ts';
import { inboxSteps } from '../schema.ts';
import { keepIndex } from './keep-index.ts';
import { SearchIndex } from './search-index.ts';
import { searchAnew } from './search-schema.ts';

const account = AccountId.parse('local');
const now = new Date(2026, 0, 15, 10).getTime();
const day = 24 * 3_600_000;
const idOf = (id: string) => NotificationId.parse(id);
const kind = { synchronous: 'NORMAL', steps: inboxSteps, checkedUpToBytes: 10_000_000, indexAnew: searchAnew } as const;

function aStore(path = ':memory:', checkedUpToBytes = 10_000_000) {
  const database = aDatabaseFile(path, { ...kind, checkedUpToBytes });
  const store = new NotificationStore(database);
  const queries = new NotificationQueries(database);
  const ids = (keys: readonly string[]) => keys.map((key) => partsOf(key as never).id);
  const filter = { limit: undefined };
  return {
    database,
    store,
    queries,
    ask: (id: string, search: string, changes: Partial<NotificationContent> = {}) =>
      store.insert(account, idOf(id), content({ search, ...changes }), { status: 'delivered', at: now }, now),
    open: (search: string) => ids(queries.openOrder({ ...filter, search, accounts: [account] }, now).keys).toSorted(),
    ended: (search: string) => ids(queries.endedOrder({ ...filter, search }, now).keys),
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
    search: '',
    ...changes,
  };
}

describe('words', () => {
  test.each([
    ['grüße aus der straße', ['grusse', 'GRÜSSE', 'strasse', 'straß', 'Gru']],
    ['istanbul’da ısıtma açık', ['İstanbul', 'ISTANBUL', 'isit', 'acik', 'açık']],
    ['请部署生产环境', ['部署', '生产', '署生', '环境']],
    ['本番環境へデプロイ', ['デプロイ', '本番']],
    ['서버 배포', ['배포', '서버']],
    ['the party 🎉is on 👨‍👩‍👧', ['🎉', 'part', '👨‍👩‍👧']],
    ['roll back build_118 now', ['"roll back"', 'build_118', '118', '"back build"', 'roll now']],
    ['crème brûlée', ['creme', 'BRULEE']],
  ])('%s', (text, found) => {
    const { ask, open } = aStore();
    ask('a', text.toLocaleLowerCase('en'));
    ask('b', 'something else');
    for (const search of found) expect([search, open(search)]).toEqual([search, ['a']]);
  });

  test('what is not there is not found, and what is typed is never a command', () => {
    const { ask, open } = aStore();
    ask('a', 'roll back the build');
    for (const search of ['"back roll"', 'ack', '生', 'nothing', '"roll" -back']) expect(open(search)).toEqual([]);
    for (const search of [
      '"',
      '*',
      '" OR "',
      'roll"',
      '(',
      'NEAR(roll back)',
      "roll' --",
      '{text}: roll',
      '\0',
      '-',
      '^',
    ]) {
      expect(() => open(search)).not.toThrow();
    }
    expect(open('roll OR nothing')).toEqual([]);
    expect(open('-build')).toEqual([]);
    expect(open('-deploy')).toEqual(['a']);
  });
});

test('filters, alone and with words', () => {
  const { ask, store, open, ended } = aStore();
  const text = JSON.stringify({ actions: [{ response_type: 'multi_choice' }] });
  ask('a', 'deploy', { serviceId: 'rel-1', serviceName: 'Release Bot', project: 'Web Shop', raw: text });
  ask('b', 'deploy release', { project: 'backend' });
  for (const id of ['c', 'd', 'e']) ask(id, 'deploy');
  store.setState(account, idOf('c'), { status: 'expired', at: now - 10 * day }, now);
  store.setState(account, idOf('d'), { status: 'responded', at: now - day }, now);
  store.setAnswer(account, idOf('d'), { response: undefined, words: 'Deny', byMe: true });
  store.setState(account, idOf('e'), { status: 'completed', at: now }, now);
  const response = Response.parse({
    notification_id: 'e',
    action_id: ActionId.parse('x'),
    response_data: null,
    responded_at: '2026-01-15T09:00:00Z',
    responder: { id: 'anna.k', type: 'human' },
  });
  store.setAnswer(account, idOf('e'), { response, words: undefined, byMe: false });

  expect(open('service:release')).toEqual(['a']);
  expect(open('service:"release bot" deploy')).toEqual(['a']);
  expect(open('-service:release')).toEqual(['b']);
  expect(open('project:web')).toEqual(['a']);
  expect(open('type:multi_choice')).toEqual(['a']);
  expect(open('status:open')).toEqual(['a', 'b']);
  expect(open('status:expired')).toEqual([]);
  expect(ended('status:expired')).toEqual(['c']);
  expect(ended('-status:expired')).toEqual(['e', 'd']);
  expect(ended('answered:me')).toEqual(['d']);
  expect(ended('-answered:me deploy')).toEqual(['e', 'c']);
  expect(ended('answered:anna')).toEqual(['e']);
  expect(ended('anna')).toEqual(['e']);
  expect(ended('on:today')).toEqual(['e']);
  expect(ended('on:yesterday deploy')).toEqual(['d']);
  expect(ended('before:2026-01-10')).toEqual(['c']);
  expect(ended('after:2026-01-05')).toEqual(['e', 'd']);
  expect(ended('on:2026-01 deploy')).toEqual(['e', 'd', 'c']);
  expect(ended('on:2025')).toEqual([]);
  expect(ended('deploy')).toEqual(['e', 'd', 'c']);
});

test('the newest of very many, and how many there are', () => {
  const { database, store, queries } = aStore();
  for (let n = 0; n < 1_300; n++) {
    const state = { status: 'expired', at: now - ((n * 7) % 1_300) * 1_000 } as const;
    store.insert(account, idOf(String((n * 7) % 1_300).padStart(4, '0')), content({ search: 'common' }), state, now);
  }
  const index = new SearchIndex(database);
  while (index.isBehind) index.catchUp(500);
  const { keys, found } = queries.endedOrder({ search: 'common', limit: 3 }, now);
  expect(keys).toEqual(['local/0000', 'local/0001', 'local/0002']);
  expect(found).toEqual({ count: 1_000, isMore: true, isIndexing: false });
});

describe('what is found keeps up with', () => {
  test('an answer that is given', () => {
    const { ask, store, ended } = aStore();
    ask('a', 'deploy');
    expect(ended('month')).toEqual([]);
    store.setState(account, idOf('a'), { status: 'responded', at: now }, now);
    store.setAnswer(account, idOf('a'), { response: undefined, words: 'Deny: month end', byMe: true });
    expect(ended('month')).toEqual(['a']);
  });

  test('a question that is rewritten, also after its answer', () => {
    const { ask, store, open, ended } = aStore();
    ask('a', 'deploy');
    store.rewrite(account, idOf('a'), content({ search: 'rollback' }));
    expect([open('deploy'), open('rollback')]).toEqual([[], ['a']]);
    store.setState(account, idOf('a'), { status: 'responded', at: now }, now);
    store.setAnswer(account, idOf('a'), { response: undefined, words: 'Deny', byMe: true });
    store.rewrite(account, idOf('a'), content({ search: 'once more' }));
    expect([ended('rollback'), ended('deny'), ended('once')]).toEqual([[], ['a'], ['a']]);
  });

  test('an expiry: it leaves the inbox and is in History', () => {
    const { ask, store, open, ended } = aStore();
    ask('a', 'deploy');
    expect([open('deploy'), ended('deploy')]).toEqual([['a'], []]);
    store.setState(account, idOf('a'), { status: 'expired', at: now }, now);
    expect([open('deploy'), ended('deploy')]).toEqual([[], ['a']]);
  });

  test('retention, and an account that is erased', () => {
    const { database, ask, store, open, ended } = aStore();
    for (const id of ['a', 'b']) ask(id, 'deploy');
    store.setState(account, idOf('a'), { status: 'expired', at: now }, now);
    expect(ended('deploy')).toEqual(['a']);
    store.removeEnded(now + 1, [], 100);
    expect([ended('deploy'), ended('-x')]).toEqual([[], []]);
    expect(open('deploy')).toEqual(['b']);
    new AccountData(database, new DecisionLog(database, () => now)).erase(account, { historyKept: false });
    expect([open('deploy'), open('-x')]).toEqual([[], []]);
    for (const table of ['search_items', 'search_words_docsize']) {
      expect(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
    }
  });
});

/** A file with a history from before there was an index, as its last version wrote it. */
function anOldFile(rows: number): string {
  const path = join(mkdtempSync(join(tmpdir(), 'triage-search-')), 'inbox.db');
  const database = aDatabaseFile(path, { ...kind, steps: inboxSteps.slice(0, 2) });
  const store = new NotificationStore(database);
  database.transaction(() => {
    for (let n = 0; n < rows; n++) {
      const state = { status: 'expired', at: now + n * 1_000 } as const;
      store.insert(account, idOf(`q${n}`), content({ search: `deploy number${n}` }), state, now);
    }
  });
  database.close();
  return path;
}

describe('a file from before there was an index', () => {
  test('opens at once; it is indexed in short turns, the newest first, and says so until then', () => {
    const { database, queries, ended } = aStore(anOldFile(1_000));
    const clock = new FakeClock();
    const keeper = keepIndex({ database, clock });
    const first = queries.endedOrder({ search: 'deploy', limit: undefined }, now);
    expect(first.found).toMatchObject({ isIndexing: true });
    expect(first.keys[0]).toBe('local/q999');
    expect(first.keys.length).toBeLessThan(1_000);
    clock.pass(600_000);
    expect(clock.pending).toBe(0);
    const last = queries.endedOrder({ search: 'deploy', limit: undefined }, now);
    expect(last.found).toEqual({ count: 1_000, isMore: false, isIndexing: false });
    expect(ended('"number17"')).toEqual(['q17']);
    keeper.stop();
  });

  test('what is removed or changed meanwhile counts as it is in the end', () => {
    const { database, store, ended } = aStore(anOldFile(1_000));
    expect(ended('number999')).toEqual(['q999']);
    store.removeEnded(now + 500_000, [], 1_000);
    store.rewrite(account, idOf('q600'), content({ search: 'rewritten' }));
    const index = new SearchIndex(database);
    while (index.isBehind) index.catchUp(50);
    expect(ended('deploy')).toHaveLength(499);
    expect(ended('rewritten')).toEqual(['q600']);
  });
});

test.each<[string, string, number]>([
  ['a part of it is no part of an index', "UPDATE search_words_data SET block = x'ff00ff00' WHERE id > 10", 10_000_000],
  ['a part of it is gone', 'DELETE FROM search_words_data WHERE id > 10', 10_000_000],
  ['a part of it is gone, met while running', 'DELETE FROM search_words_data WHERE id > 10', 0],
])('an index that is damaged is built again, and nothing else is touched: %s', (_what, damage, checkedUpToBytes) => {
  const path = join(mkdtempSync(join(tmpdir(), 'triage-search-')), 'inbox.db');
  const before = aStore(path);
  for (let n = 0; n < 300; n++) before.ask(`q${n}`, `deploy ${n}`);
  expect(before.open('deploy').length).toBeGreaterThan(100);
  before.database.close();
  const other = new DatabaseSync(path);
  other.enableDefensive(false);
  other.exec(damage);
  other.close();
  const { database, open, ask } = aStore(path, checkedUpToBytes);
  ask('new', 'deploy');
  open('deploy');
  const index = new SearchIndex(database);
  while (index.isBehind) index.catchUp(100);
  expect(open('deploy')).toHaveLength(301);
  expect(database.prepare('SELECT count(*) AS n FROM notifications').get()).toEqual({ n: 301 });
});
