import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AccountRig, keyIn } from '#main/testing/account-rig';
import { forgetCache, overwrite } from '#main/testing/damage';
import { aNotification } from '#main/testing/scripted-server';
import { settled } from '#main/testing/test-engine';
import type { AccountId } from '#shared/inbox/item-key';
import { ActionId } from '#shared/protocol/ids';

// R28: an account removed while answers are in flight; data of A is never shown or sent to B.

const rollout = ActionId.parse('rollout');
const secret = 'Layoffs on Friday';
const all = { historyKept: false, discardAnswers: true };

/** Two servers with the same ids: A's questions are secret, B's are not. */
async function twoServers() {
  const rig = new AccountRig();
  const a = rig.server('a.example', 'token_a', 'token_a2');
  const b = rig.server('b.example', 'token_b');
  for (const id of ['q1', 'q2']) {
    a.ask(aNotification(id, { context: { title: secret, description: secret } }));
    b.ask(aNotification(id, { context: { title: 'Lunch?' } }));
  }
  const idA = await rig.add(a, 'token_a', { name: 'A' });
  const idB = await rig.add(b, 'token_b', { name: 'B' });
  return { rig, a, b, idA, idB };
}

const shown = (rig: AccountRig) => {
  const { inbox } = rig.engine;
  return [...inbox.order({ view: 'inbox', search: '' }).keys, ...inbox.order({ view: 'history', search: '' }).keys];
};
/** Everything that is stored of an account, outbox included. */
const leftOf = (rig: AccountRig, id: AccountId) => {
  const { store, outbox } = rig.engine;
  const items = store.accountData.openItems(id);
  const drafts = ['q1', 'q2'].map((one) => store.drafts.read(keyIn(id, one)).inputs);
  const answers = ['q1', 'q2'].flatMap((one) => outbox.find(keyIn(id, one)) ?? []);
  const marks = ['marks', 'missed', 'followed'].filter((table) => {
    return store.database.prepare(`SELECT 1 FROM ${table} WHERE account = ?`).get(id) !== undefined;
  });
  return { items, answers, history: store.accountData.counts(id).history, drafts, marks };
};
const nothing = { items: [], answers: [], history: 0, drafts: [{}, {}], marks: [] };
const holdings = (rig: AccountRig, id: AccountId) => {
  const held = rig.desk.holdings(id);
  if (!held.ok) throw new Error(held.error.message);
  return held.value;
};

test('ids that collide stay apart: an answer goes to the server of its own question only', async () => {
  const { rig, a, b, idA, idB } = await twoServers();
  expect(rig.titles().toSorted()).toEqual([secret, secret, 'Lunch?', 'Lunch?']);
  rig.submit(idB, 'q1');
  await settled();
  expect(a.answers).toEqual([]);
  expect(b.answers).toMatchObject([{ token: 'token_b', body: expect.stringContaining('"q1"') }]);
  expect(rig.engine.inbox.row(keyIn(idA, 'q1'))).toMatchObject({ title: secret, ending: undefined });
});

test('answers in flight are shown first, and stop a removal that does not discard them', async () => {
  const { rig, a, idA } = await twoServers();
  rig.takeBackMs = 5_000;
  rig.submit(idA, 'q1');
  rig.engine.inbox.saveDraft(keyIn(idA, 'q2'), { openAction: null, inputs: { [rollout]: '5' } });
  expect(holdings(rig, idA)).toEqual({
    answers: [{ key: keyIn(idA, 'q1'), title: secret, words: 'Ship it', state: 'held' }],
    open: 2,
    drafts: 1,
    history: 0,
  });
  const refused = rig.desk.remove(idA, { historyKept: false, discardAnswers: false });
  expect(refused).toMatchObject({ ok: false, error: { code: 'account/answers-in-flight' } });
  rig.clock.pass(5_000);
  await settled();
  expect(a.recorded.size).toBe(1);
  expect(holdings(rig, idA).answers).toEqual([]);
  expect(rig.desk.remove(idA, { historyKept: false, discardAnswers: false }).ok).toBe(true);
});

test('a removed account is gone from sight and disk, and its held answer is sent to nobody', async () => {
  const { rig, a, b, idA, idB } = await twoServers();
  rig.takeBackMs = 5_000;
  rig.submit(idA, 'q1');
  rig.engine.marks.pin(keyIn(idA, 'q2'), true);
  rig.engine.away.read();
  const called = a.calls.length;
  expect(rig.desk.remove(idA, all).ok).toBe(true);
  rig.clock.pass(600_000);
  await settled();
  await rig.restart();
  rig.clock.pass(600_000);
  await settled();
  expect(a.calls).toHaveLength(called);
  expect(a.openStreams).toBe(0);
  expect(b.answers).toEqual([]);
  expect(shown(rig)).toEqual([keyIn(idB, 'q1'), keyIn(idB, 'q2')]);
  expect(leftOf(rig, idA)).toEqual(nothing);
  expect(rig.gone.toSorted()).toEqual([keyIn(idA, 'q1'), keyIn(idA, 'q2')]);
  for (const name of ['tokens.json', 'accounts.json']) {
    const kept = readFileSync(join(rig.dataFolder, name), 'utf8');
    expect(kept).not.toContain(idA);
    expect(kept).toContain(idB);
  }
});

test('an outbox that is damaged later is not rebuilt with the answers of a removed account', async () => {
  const { rig, idA, idB } = await twoServers();
  rig.takeBackMs = 5_000;
  rig.submit(idA, 'q1');
  rig.submit(idB, 'q1');
  rig.desk.remove(idA, all);
  const path = join(rig.dataFolder, 'outbox.db');
  forgetCache(path);
  overwrite(path, 0, statSync(path).size, 7);
  expect(rig.engine.outbox.find(keyIn(idA, 'q1'))).toBeUndefined();
  expect(rig.warnings.list().map(({ id }) => id)).toContain('outbox-damaged');
  await rig.restart();
  expect(leftOf(rig, idA)).toEqual(nothing);
  expect(rig.engine.outbox.onTheirWay()).toEqual([keyIn(idB, 'q1')]);
});

test('removed while the answer was on its way: the late reply means nothing, to B and to A added again', async () => {
  const { rig, a, b, idA, idB } = await twoServers();
  let arrive = () => {};
  a.delay = new Promise((resolve) => {
    arrive = resolve;
  });
  rig.submit(idA, 'q1');
  await settled();
  expect(holdings(rig, idA).answers).toMatchObject([{ state: 'sending' }]);
  rig.desk.remove(idA, all);
  a.delay = undefined;
  const again = await rig.add(a, 'token_a2', { name: 'A again' });
  const asked = a.answers.length;
  arrive();
  await settled();
  rig.clock.pass(600_000);
  await settled();
  expect(again).not.toBe(idA);
  expect(a.answers).toHaveLength(asked);
  expect(a.answers.every(({ token }) => token === 'token_a')).toBe(true);
  expect(b.answers).toEqual([]);
  expect(rig.engine.inbox.row(keyIn(again, 'q2'))?.answer).toBeUndefined();
  expect(rig.engine.inbox.row(keyIn(idB, 'q1'))?.answer).toBeUndefined();
  expect(leftOf(rig, idA)).toEqual(nothing);
});

test('removed while catching up, and what the old stream still says: none of it is taken in', async () => {
  const { rig, a, idA } = await twoServers();
  const old = a.stream;
  let arrive = () => {};
  a.delay = new Promise((resolve) => {
    arrive = resolve;
  });
  a.cut();
  rig.clock.pass(60_000);
  a.stream.opened();
  rig.desk.remove(idA, all);
  arrive();
  await settled();
  for (const stream of [old, a.stream]) {
    stream.frame(JSON.stringify({ type: 'notification', data: aNotification('q9') }));
    stream.frame(JSON.stringify({ type: 'status_update', data: { notification_id: 'q1', status: 'expired' } }));
  }
  await settled();
  expect(leftOf(rig, idA)).toEqual(nothing);
});

test('added again, an account begins empty: no draft, no answer, no history of the one before', async () => {
  const { rig, a, idA } = await twoServers();
  rig.engine.inbox.saveDraft(keyIn(idA, 'q2'), { openAction: null, inputs: { [rollout]: '5' } });
  a.isReachable = false;
  rig.submit(idA, 'q1');
  await settled();
  rig.desk.remove(idA, all);
  a.isReachable = true;
  const again = await rig.add(a, 'token_a2');
  rig.clock.pass(600_000);
  await settled();
  for (const id of ['q1', 'q2']) {
    expect(rig.engine.inbox.row(keyIn(again, id))).toMatchObject({ answer: undefined, hasDraft: false, unread: true });
  }
  expect(a.recorded.size).toBe(0);
  expect(leftOf(rig, idA)).toEqual(nothing);
  expect(a.calls.filter(({ token }) => token === 'token_a2').map(({ what }) => what)).not.toContain(
    'POST /client/respond',
  );
});

test('a draft that is saved late for a removed account is kept nowhere', async () => {
  const { rig, idA } = await twoServers();
  rig.desk.remove(idA, all);
  const draft = { openAction: null, inputs: { [rollout]: 'typed last' } };
  expect(rig.engine.inbox.saveDraft(keyIn(idA, 'q2'), draft)).toMatchObject({ ok: false });
  expect(rig.engine.store.drafts.read(keyIn(idA, 'q2')).inputs).toEqual({});
});

test('history can be kept, with the name it was known by', async () => {
  const { rig, idA, idB } = await twoServers();
  rig.submit(idA, 'q1');
  await settled();
  expect(rig.desk.remove(idA, { historyKept: true, discardAnswers: false }).ok).toBe(true);
  await rig.restart();
  expect(rig.desk.former()).toEqual([{ id: idA, name: 'A' }]);
  expect(shown(rig)).toEqual([keyIn(idB, 'q1'), keyIn(idB, 'q2'), keyIn(idA, 'q1')]);
  expect(rig.engine.inbox.row(keyIn(idA, 'q1'))?.ending).toMatchObject({ how: 'answered', words: 'Ship it' });
});

test('a kill between taking an account out and erasing it is made good at the next start', async () => {
  const { rig, idA, idB } = await twoServers();
  rig.takeBackMs = 5_000;
  rig.submit(idA, 'q1');
  rig.engine.store.accountData.erase = () => {
    throw new Error('killed here');
  };
  rig.desk.remove(idA, all);
  expect(rig.titles()).toEqual(['Lunch?', 'Lunch?']);
  await rig.restart();
  expect(shown(rig)).toEqual([keyIn(idB, 'q1'), keyIn(idB, 'q2')]);
  expect(leftOf(rig, idA)).toEqual(nothing);
  expect(readFileSync(join(rig.dataFolder, 'accounts.json'), 'utf8')).not.toContain(idA);
});
