import { expect, test } from 'vitest';
import { aDatabaseFile } from '#main/testing/a-database-file';
import { AccountId } from '#shared/inbox/item-key';
import { NotificationId } from '#shared/protocol/ids';
import type { Database, Statement } from './database.ts';
import { NotificationQueries } from './notification-queries.ts';
import { inboxSteps } from './schema.ts';

/** Runs a read and returns how SQLite goes about each statement of it. */
function plansOf(read: (queries: NotificationQueries) => unknown): string[] {
  const file = aDatabaseFile(':memory:', { synchronous: 'NORMAL', steps: inboxSteps, checkedUpToBytes: 0 });
  const plans: string[] = [];
  const explain = (sql: string, parameters: Parameters<Statement['all']>) =>
    plans.push(
      ...(file.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[]).map(
        ({ detail }) => detail,
      ),
    );
  const watched: Pick<Database, 'prepare'> = {
    prepare: (sql) => {
      const statement = file.prepare(sql);
      return {
        run: statement.run,
        get: (...parameters) => {
          explain(sql, parameters);
          return statement.get(...parameters);
        },
        all: (...parameters) => {
          explain(sql, parameters);
          return statement.all(...parameters);
        },
      };
    },
  };
  read(new NotificationQueries(watched as Database));
  return plans;
}

const accounts = [AccountId.parse('local'), AccountId.parse('far')];
const shown = { accounts, search: '', limit: 50 };
const scans = (plans: string[]) => plans.filter((one) => /^SCAN (n|notifications)\b/.test(one));

test('the first screen reads the open items out of their index alone, and never the table or the history', () => {
  const plans = plansOf((queries) => queries.openOrder(shown, 0));
  expect(plans).toContainEqual(expect.stringMatching(/^SEARCH n USING COVERING INDEX open_items \(account=\?\)/));
  expect(scans(plans)).toEqual([]);
});

test('the counts: the open ones from the same index, the history from where it is kept', () => {
  const plans = plansOf((queries) => queries.counts(accounts, 0));
  expect(plans).toContainEqual(expect.stringMatching(/^SEARCH n USING COVERING INDEX open_items/));
  expect(plans).toContainEqual('SCAN history_length'); // a table of one row
  expect(scans(plans)).toEqual([]);
});

test('Snoozed is read from the marks, and each of its items by its key', () => {
  const plans = plansOf((queries) => queries.snoozedOrder(shown, 0));
  expect(plans).toContainEqual(
    expect.stringMatching(/^SEARCH n USING INDEX sqlite_autoindex_notifications_1 \(account=\? AND id=\?\)/),
  );
  expect(scans(plans)).toEqual([]);
});

test.each<[string, (queries: NotificationQueries) => unknown]>([
  ['services of the sidebar', (queries) => queries.services(accounts)],
  ['what catching up asks for', (queries) => queries.unsettled(accounts[0] as AccountId, 0)],
  ['what was not announced yet', (queries) => queries.unnotified(accounts[0] as AccountId)],
  ['what was seen only here', (queries) => queries.seenOnlyHere(accounts[0] as AccountId)],
  ['an item of a link', (queries) => queries.withId(NotificationId.parse('a'))],
  ['a row', (queries) => queries.row('local/a' as never)],
  ['a body', (queries) => queries.raw('local/a' as never)],
])('%s: no scan of what grows', (_what, read) => {
  expect(scans(plansOf(read))).toEqual([]);
});

test('a page of History is read in the order of its index, without sorting all of it', () => {
  const plans = plansOf((queries) => queries.endedOrder({ search: '', limit: 50 }, 0));
  expect(plans).toContainEqual(expect.stringMatching(/^SCAN n USING COVERING INDEX ended_items/));
  expect(plans.filter((one) => one.includes('TEMP B-TREE'))).toEqual([]);
});

test('the inbox by its filters reads the open items out of their index, and what they are filtered by from beside it', () => {
  const search = 'service:"Bot" flag:costly type:simple project:web';
  const plans = plansOf((queries) => queries.openOrder({ ...shown, search }, 0));
  expect(plans).toContainEqual(expect.stringMatching(/^SEARCH n USING COVERING INDEX open_items \(account=\?\)/));
  expect(plans).toContainEqual(expect.stringMatching(/^SEARCH f USING PRIMARY KEY \(account=\? AND id=\?\)/));
  expect(scans(plans).filter((one) => !one.includes('USING COVERING INDEX open_items'))).toEqual([]);
});

test('History by its filters reads the narrow rows of the index in their order, never the table', () => {
  const plans = plansOf((queries) =>
    queries.endedOrder({ search: 'service:"Bot" status:expired', limit: undefined }, 0),
  );
  expect(plans).toContainEqual(expect.stringMatching(/^SEARCH n USING INTEGER PRIMARY KEY \(rowid>\? AND rowid<\?\)/));
  expect(plans.filter((one) => /\bnotifications\b/.test(one))).toEqual([]);
});
