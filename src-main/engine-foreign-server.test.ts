import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { webSocketOpener } from '#main/accounts/stream-socket';
import { createEngine, type Engine } from '#main/engine';
import { networkWith } from '#main/network/testing/test-network';
import { FakeClock } from '#main/testing/fake-clock';
import { KeptLog } from '#main/testing/kept-log';
import { type Habits, MinimalServer, minimalToken } from '#main/testing/minimal-server';
import { aNotification } from '#main/testing/scripted-server';
import { account, keyOf } from '#main/testing/test-engine';
import { Warnings } from '#main/warnings';
import { ActionId } from '#shared/protocol/ids';

// The real engine against a server that has nothing of ours, over real sockets. Only its waiting is on a clock of the test.

const running: { engine: Engine; server: MinimalServer }[] = [];
afterEach(async () => {
  for (const { engine, server } of running.splice(0)) {
    engine.accounts.disconnect();
    engine.outbox.close();
    await server.stop();
  }
});

class Rig {
  readonly clock = new FakeClock(Date.now());
  readonly arrived: string[] = [];
  readonly engine: Engine;
  server: MinimalServer;

  private constructor(server: MinimalServer) {
    this.server = server;
    this.engine = createEngine({
      dataFolder: mkdtempSync(join(tmpdir(), 'triage-foreign-')),
      clock: this.clock,
      random: () => 0.5,
      newId: randomUUID,
      fetch,
      openStream: webSocketOpener(networkWith({})),
      takeBackMs: () => 0,
      timeWords: (ms) => new Date(ms).toISOString(),
      warnings: new Warnings(() => {}),
      log: new KeptLog(),
      onArrived: (key) => this.arrived.push(key),
      onClosed: () => {},
      onChanged: () => {},
    });
    running.push({ engine: this.engine, server });
  }

  static async start(habits: Habits = {}, asked: Record<string, unknown>[] = []): Promise<Rig> {
    const rig = new Rig(await MinimalServer.start(habits));
    for (const one of asked) rig.server.ask(one);
    rig.engine.accounts.add(account).connect({ url: rig.server.url, token: minimalToken });
    return rig;
  }

  view() {
    return this.engine.accounts.get(account)?.view();
  }

  /** Until it is live; the clock goes on in small steps meanwhile, so that what waits gets its turn. */
  async live(): Promise<void> {
    await vi.waitFor(
      () => {
        if (this.view()?.connection.state === 'offline') this.clock.pass(500);
        expect(this.view()?.connection.state).toBe('live');
      },
      { timeout: 10_000, interval: 10 },
    );
  }

  open(): string[] {
    return this.engine.inbox.order({ view: 'inbox', search: '' }).keys.toSorted();
  }

  statusOf(id: string) {
    return this.engine.inbox.row(keyOf(id))?.status;
  }
}

const soon = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });
const keys = (...ids: string[]) => ids.map(keyOf).toSorted();

describe('a conforming server without any extension of ours', () => {
  test('list, stream, answer: everything a person needs works', async () => {
    const rig = await Rig.start({}, [aNotification('a'), aNotification('old', { status: 'responded' })]);
    await rig.live();
    rig.server.ask(aNotification('b', { status: 'created' }));
    await soon(() => expect(rig.open()).toEqual(keys('a', 'b')));
    expect(rig.arrived.toSorted()).toEqual(keys('a', 'b'));
    const item = rig.engine.inbox.item(keyOf('b'));
    const revision = item.ok ? item.value.revision : '';
    rig.engine.inbox.submit(keyOf('b'), { revision, actionId: ActionId.parse('rollout'), data: 25, confirmed: false });
    rig.clock.pass(1);
    await soon(() =>
      expect(rig.server.answers).toEqual([{ notification_id: 'b', action_id: 'rollout', response_data: 25 }]),
    );
    await soon(() => expect(rig.open()).toEqual(keys('a')));
  });

  test.each([
    ['pages', (next: number | undefined) => (next === undefined ? null : `c${next}`)],
    ['empty cursors at the end', (next: number | undefined) => (next === undefined ? '' : `c${next}`)],
    ['a cursor that never ends', (next: number | undefined) => `c${next ?? 0}`],
    ['the last cursor over and over', (next: number | undefined) => `c${next ?? 4}`],
  ])('a list with %s is read to its end, once', async (_what, cursorOf) => {
    const asked = ['a', 'b', 'c', 'd', 'e'].map((id) => aNotification(id));
    const rig = await Rig.start({ pages: { size: 2, cursorOf } }, asked);
    await rig.live();
    expect(rig.open()).toEqual(keys('a', 'b', 'c', 'd', 'e'));
    expect(rig.server.requests.filter((one) => one === 'GET /notifications').length).toBeLessThanOrEqual(5);
  });

  test('after an outage: what is new comes, what vanished is asked for one by one, nothing is guessed', async () => {
    const rig = await Rig.start({}, [aNotification('a'), aNotification('b')]);
    await rig.live();
    rig.server.notifications.delete('a');
    rig.server.notifications.set('c', aNotification('c'));
    rig.server.cut();
    await soon(() => expect(rig.view()?.connection.state).toBe('offline'));
    await rig.live();
    expect(rig.open()).toEqual(keys('b', 'c'));
    expect(rig.engine.inbox.row(keyOf('a'))?.ending).toMatchObject({ how: 'withdrawn' });
    expect(rig.server.requests).toContain('GET /notifications/a');
    expect(rig.arrived.toSorted()).toEqual(keys('a', 'b', 'c'));
  });

  test('a state that nobody knows is asked about, and closes the item only when the server stands by it', async () => {
    const rig = await Rig.start({}, [aNotification('a'), aNotification('b')]);
    await rig.live();
    rig.server.notifications.set('a', aNotification('a', { status: 'escalated' }));
    for (const notification_id of ['a', 'b'])
      rig.server.tell('status_update', { notification_id, status: 'escalated' });
    await soon(() => expect(rig.open()).toEqual(keys('b')));
    expect(rig.statusOf('b')).toBe('delivered');
    expect(rig.server.requests).toContain('GET /notifications/b');
  });

  test('a refused token is said, and asked for no more', async () => {
    const server = await MinimalServer.start();
    const rig = await Rig.start();
    rig.engine.accounts.get(account)?.connect({ url: server.url, token: 'wrong' });
    await soon(() => expect(rig.view()?.connection).toEqual({ state: 'refused', because: 'unauthorized' }));
    const { length } = server.requests;
    rig.clock.pass(3_600_000);
    rig.engine.noticed('retry-now');
    expect(server.requests).toHaveLength(length);
    await server.stop();
  });
});

describe('when WebSocket is blocked', () => {
  const blocked = { refusesUpgradesWith: 400 };

  test('server-sent events carry the stream, from where they were cut', async () => {
    const rig = await Rig.start({ ...blocked, hasEvents: true }, [aNotification('a')]);
    await rig.live();
    expect(rig.view()).toMatchObject({ transport: 'sse' });
    rig.server.ask(aNotification('b'));
    await soon(() => expect(rig.open()).toEqual(keys('a', 'b')));
    rig.server.cut();
    await soon(() => expect(rig.view()?.connection.state).toBe('offline'));
    await rig.live();
    expect(rig.view()).toMatchObject({ transport: 'sse' });
    expect(rig.server.requests).toContain('EVENTS after 1');
    expect(rig.server.streams).toEqual({ websocket: 0, sse: 1 });
  });

  test('without them it polls: what is new comes with the next round, what was answered elsewhere goes', async () => {
    const rig = await Rig.start(blocked, [aNotification('a')]);
    await rig.live();
    expect(rig.view()).toMatchObject({ transport: 'polling', lastError: { why: expect.stringContaining('HTTP 404') } });
    rig.server.notifications.set('b', aNotification('b'));
    rig.server.notifications.set('a', aNotification('a', { status: 'responded' }));
    rig.clock.pass(8_000); // the server answers the question whether it is there, which is a sign of life
    await soon(() =>
      expect(rig.server.requests.filter((one) => one === 'GET /notifications').length).toBeGreaterThan(4),
    );
    rig.clock.pass(7_000);
    await soon(() => expect(rig.open()).toEqual(keys('b')));
    expect(rig.view()).toMatchObject({ transport: 'polling', connection: { state: 'live' } });
  });

  test('back up: WebSocket is tried beside it and takes over without losing what came in between', async () => {
    const rig = await Rig.start({ ...blocked, hasEvents: true }, [aNotification('a')]);
    await rig.live();
    rig.server.habits = { hasEvents: true };
    rig.engine.noticed('network-up');
    rig.server.ask(aNotification('b'));
    await soon(() => expect(rig.view()).toMatchObject({ transport: 'websocket', connection: { state: 'live' } }));
    rig.server.ask(aNotification('c'));
    await soon(() => expect(rig.open()).toEqual(keys('a', 'b', 'c')));
    expect(rig.arrived.toSorted()).toEqual(keys('a', 'b', 'c'));
    await soon(() => expect(rig.server.streams).toEqual({ websocket: 1, sse: 0 }));
  });
});

test('a captive portal is said to be one in plain words, is never live, and opens the way once it lets us through', async () => {
  const rig = await Rig.start({ isPortal: true }, [aNotification('a')]);
  const seen = new Set<string>();
  for (let attempt = 0; attempt < 12; attempt++) {
    await soon(() => expect(rig.view()?.connection.state).toBe('offline'));
    const { connection, transport } = rig.view() ?? {};
    if (connection?.state === 'offline') seen.add(connection.why);
    expect(transport).toBe('websocket');
    rig.clock.pass(15_000);
  }
  expect(rig.server.requests.filter((one) => one === 'GET /events')).toEqual([]);
  expect([...seen].join('\n')).toContain('A login page of the network answered instead of the server.');
  rig.server.habits = {};
  await rig.live();
  expect(rig.open()).toEqual(keys('a'));
});
