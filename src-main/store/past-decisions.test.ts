import { expect, test } from 'vitest';
import { aDatabaseFile } from '#main/testing/a-database-file';
import { AccountId, itemKey } from '#shared/inbox/item-key';
import { NotificationId } from '#shared/protocol/ids';
import { NotificationStore } from './notification-store.ts';
import { PastDecisions } from './past-decisions.ts';
import { inboxSteps } from './schema.ts';

const account = AccountId.parse('local');
const actions = [{ id: 'go', label: 'Go', response_type: 'simple' }];

/** A history in which each question was answered in its turn. */
function aHistory() {
  const database = aDatabaseFile(':memory:', { synchronous: 'NORMAL', steps: inboxSteps, checkedUpToBytes: 0 });
  const store = new NotificationStore(database);
  let now = 0;
  const ask = (id: string, project: string | undefined, serviceId = 'bot', owner = account) => {
    now += 1_000;
    const content = {
      raw: JSON.stringify({ id, actions }),
      ...{ revision: 'r', title: `About ${id}`, serviceId, serviceName: 'Bot', project, timestamp: now },
      ...{ deadline: undefined, flags: [], search: '' },
    };
    store.insert(owner, NotificationId.parse(id), content, { status: 'delivered', at: now }, now);
  };
  const end = (id: string, status: 'responded' | 'expired', owner = account) => {
    now += 1_000;
    store.setState(owner, NotificationId.parse(id), { status, at: now }, now);
    if (status === 'expired') return;
    const response = {
      notification_id: NotificationId.parse(id),
      ...{ action_id: 'go', response_data: null, responded_at: new Date(now).toISOString() },
      responder: { id: 'me', type: 'human' },
    };
    store.setAnswer(owner, NotificationId.parse(id), { response, words: 'Go', byMe: true } as never);
  };
  const of = (project: string | undefined) =>
    new PastDecisions(database)
      .of({ account, id: NotificationId.parse('now'), serviceId: 'bot' as never, project })
      .map(({ key }) => key);
  return { database, ask, end, of };
}
const key = (id: string) => itemKey(account, NotificationId.parse(id));

test('are the answered ones of the same account, service and project, the latest first', () => {
  const { ask, end, of } = aHistory();
  const elsewhere = AccountId.parse('far');
  for (const id of ['a', 'b', 'open', 'expired', 'now']) ask(id, 'api');
  ask('other-project', 'web');
  ask('no-project', undefined);
  ask('other-service', 'api', 'another');
  ask('other-account', 'api', 'bot', elsewhere);
  end('expired', 'expired');
  for (const id of ['b', 'a', 'other-project', 'no-project', 'other-service']) end(id, 'responded');
  end('other-account', 'responded', elsewhere);
  expect(of('api')).toEqual([key('a'), key('b')]);
  expect(of(undefined)).toEqual([key('no-project')]);
});

test('come with what was offered and what was answered', () => {
  const { ask, end, database } = aHistory();
  ask('a', 'api');
  end('a', 'responded');
  const query = { account, id: NotificationId.parse('now'), serviceId: 'bot' as never, project: 'api' };
  expect(new PastDecisions(database).of(query)).toMatchObject([
    { title: 'About a', words: 'Go', byMe: true, actionId: 'go', actions: [{ id: 'go', label: 'Go' }] },
  ]);
});

test('are found by the index of the service, whatever the length of the history', () => {
  const { database } = aHistory();
  const sql: string[] = [];
  const watched = {
    prepare: (text: string) => {
      sql.push(text);
      return database.prepare(text);
    },
  };
  new PastDecisions(watched as never);
  const plan = database
    .prepare(`EXPLAIN QUERY PLAN ${sql[0]}`)
    .all({ account, id: 'now', service: 'bot', project: null });
  const details = (plan as { detail: string }[]).map(({ detail }) => detail);
  expect(details).toContainEqual(expect.stringMatching(/USING COVERING INDEX notifications_of_service/));
  expect(details.filter((one) => one.startsWith('SCAN n'))).toEqual([]);
});
