import { expect, it } from 'vitest';
import type { BridgeListing } from '#shared/protocol/bridge';
import { ServiceId } from '#shared/protocol/ids';
import { fail, ok } from '#shared/result';
import { createFakeBridge, settle } from '../testing/fake-bridge.ts';
import { createBridgesStore } from './bridges.ts';

const planner: BridgeListing = {
  bridge_id: 'b1',
  kind: 'a2a',
  service_id: ServiceId.parse('s1'),
  name: 'Trip planner',
  webhook_url: 'http://127.0.0.1:4680/api/v1/bridges/a2a/b1',
  created_at: '2026-01-15T08:40:00Z',
};
const form = { kind: 'a2a', name: '', agentUrl: 'http://localhost:8000', answerUrl: '', events: '' } as const;
const token = { token: 't1', token_header: 'X-A2A-Notification-Token' };
const refused = { code: 'server/refused', message: 'There is no such bridge.' } as const;

/** The store over a server with these bridges. */
function setUp(listed: BridgeListing[] = []) {
  const fake = createFakeBridge();
  fake.answer('bridges:list', () => ok(listed));
  const bridges = createBridgesStore(fake.bridge);
  return { ...fake, bridges, now: () => bridges.store.getState() };
}

it('shows each new token until the person has put it away', async () => {
  const { answer, bridges, now } = setUp([planner]);
  answer('bridges:register', () => ok({ ...planner, ...token }));
  answer('bridges:rotate-token', () => ok({ ...token, token: 't2' }));
  expect(await bridges.register(form)).toBe(true);
  await bridges.rotate(planner);
  expect(now().bridges).toEqual([planner]);
  expect(now().issued.map((one) => [one.token, one.isNew])).toEqual([
    ['t1', true],
    ['t2', false],
  ]);
  bridges.forgetIssued('t1');
  expect(now().issued.map((one) => one.token)).toEqual(['t2']);
});

it('keeps why a bridge was refused until the form is changed, and issues nothing', async () => {
  const { answer, bridges, now } = setUp();
  answer('bridges:register', () => fail(refused));
  expect(await bridges.register(form)).toBe(false);
  expect(now()).toMatchObject({ registration: { at: 'refused', error: refused }, issued: [] });
  bridges.forgetRefusal();
  expect(now().registration).toEqual({ at: 'idle' });
});

it('says at its bridge why a change was refused, and reads the list again', async () => {
  const listed = [planner];
  const { answer, bridges, now } = setUp(listed);
  answer('bridges:remove', () => fail(refused));
  expect(await bridges.remove('b1')).toBe(false);
  expect(now().refusal).toEqual({ bridgeId: 'b1', error: refused });
  answer('bridges:remove', () => ok(undefined));
  listed.pop();
  expect(await bridges.remove('b1')).toBe(true);
  expect(now()).toMatchObject({ refusal: undefined, bridges: [] });
});

it('a list that comes late does not stand over a newer one', async () => {
  const fake = createFakeBridge();
  fake.hold('bridges:list');
  const bridges = createBridgesStore(fake.bridge);
  void bridges.read();
  void bridges.read();
  const [older, newer] = fake.callsOf('bridges:list');
  await newer?.reply(ok([planner]));
  await older?.reply(ok([]));
  await settle();
  expect(bridges.store.getState().bridges).toEqual([planner]);
});
