import { expect, test } from 'vitest';
import { aNotification } from '#main/testing/scripted-server';
import { account, keyOf, settled, TestEngine } from '#main/testing/test-engine';

const view = (rig: TestEngine) => rig.engine.accounts.get(account)?.view();

test('a cut connection is opened again after its wait, with one socket at a time', async () => {
  const rig = new TestEngine();
  await rig.connect();
  rig.server.cut();
  expect(view(rig)?.connection).toEqual({ state: 'offline', retryAt: rig.clock.now() + 500, why: 'cut' });
  rig.clock.pass(499);
  expect(rig.server.streams).toHaveLength(1);
  rig.clock.pass(1);
  expect(rig.server.streams).toHaveLength(2);
  expect(rig.server.openStreams).toBe(1);
});

test('what a stream says after it was given up changes nothing', async () => {
  const rig = new TestEngine();
  await rig.connect();
  const old = rig.server.stream;
  rig.server.cut();
  rig.clock.pass(500);
  rig.server.stream.opened();
  await settled();
  old.frame(JSON.stringify({ type: 'notification', data: aNotification('ghost') }));
  old.closed({ verdict: 'unauthorized', why: 'late' });
  expect(rig.engine.inbox.row(keyOf('ghost'))).toBeUndefined();
  expect(view(rig)?.connection).toEqual({ state: 'live' });
});

test('"retry now" does not wait', async () => {
  const rig = new TestEngine();
  await rig.connect();
  rig.server.cut();
  rig.engine.accounts.nudge();
  expect(rig.server.streams).toHaveLength(2);
});

test('a link that is half open is noticed within 15 s: pings are not answered any more', async () => {
  const rig = new TestEngine();
  await rig.connect();
  rig.clock.pass(600_000);
  expect(rig.server.streams).toHaveLength(1);
  rig.server.swallows = true;
  rig.clock.pass(15_000);
  expect(rig.server.streams).toHaveLength(2);
  expect(rig.server.openStreams).toBe(1);
  expect(view(rig)?.lastError?.why).toBe('The server fell silent.');
});

test('after a resume a dead link is noticed within 4 s', async () => {
  const rig = new TestEngine();
  await rig.connect();
  rig.server.swallows = true;
  rig.engine.noticed('woke');
  rig.clock.pass(4_000);
  expect(rig.server.streams).toHaveLength(2);
});

test('the clock on the wall may be set by a day, either way, while it waits and while it is live', async () => {
  for (const jump of [-86_400_000, 86_400_000]) {
    const rig = new TestEngine();
    await rig.connect();
    rig.clock.jump(jump);
    rig.clock.pass(60_000);
    expect(view(rig)?.connection.state).toBe('live');
    rig.server.cut();
    rig.clock.jump(jump);
    expect(view(rig)?.connection).toMatchObject({ state: 'offline', retryAt: rig.clock.now() + 500 });
    rig.clock.pass(500);
    expect(rig.server.streams).toHaveLength(2);
  }
});

test.each([-86_400_000, -5_000, 5_000, 86_400_000])(
  'the clock is set by %i ms while it is live: the countdown is right within a second after the next sign of life',
  async (jump) => {
    const rig = new TestEngine();
    rig.server.timeZeroMs = rig.clock.now() - rig.clock.monotonic();
    await rig.connect();
    rig.clock.jump(jump);
    rig.clock.pass(8_000);
    await settled();
    const server = rig.server.timeZeroMs + rig.clock.monotonic();
    expect(Math.abs((rig.engine.accounts.get(account)?.serverNow() ?? 0) - server)).toBeLessThanOrEqual(1_000);
    expect(rig.server.streams).toHaveLength(1);
  },
);

test('what went wrong last, and when it was last connected, is kept', async () => {
  const rig = new TestEngine();
  await rig.connect();
  rig.clock.pass(5_000);
  const cutAt = rig.clock.now();
  rig.server.cut();
  rig.clock.pass(500);
  rig.server.stream.opened();
  await settled();
  expect(view(rig)).toMatchObject({
    connection: { state: 'live' },
    transport: 'websocket',
    lastConnectedAt: cutAt + 500,
    lastError: { at: cutAt, why: 'cut' },
  });
});

test('a heartbeat is acknowledged at once and sets the clock', async () => {
  const rig = new TestEngine();
  await rig.connect();
  rig.server.push('heartbeat', { timestamp: new Date(rig.clock.now() + 90_000).toISOString() });
  expect(rig.server.sent).toEqual(['{"type":"heartbeat_ack","data":{}}']);
  expect(view(rig)?.clockOffsetMs).toBe(90_000);
});

test('a refused token stops: no retry until there is another one', async () => {
  const rig = new TestEngine();
  await rig.connect();
  rig.server.cut({ verdict: 'unauthorized', why: '401' });
  rig.clock.pass(3_600_000);
  rig.engine.accounts.nudge();
  expect(view(rig)?.connection).toEqual({ state: 'refused', because: 'unauthorized' });
  expect(rig.server.streams).toHaveLength(1);
  rig.engine.accounts.get(account)?.connect({ url: 'http://127.0.0.1:4680', token: 'another' });
  expect(rig.server.streams).toHaveLength(2);
});

test('a refusal that only REST says stops just the same', async () => {
  const rig = new TestEngine();
  rig.server.listRefusal = { status: 401, code: 'AUTH_INVALID_TOKEN' };
  await rig.connect();
  expect(view(rig)?.connection).toEqual({ state: 'refused', because: 'unauthorized' });
  expect(rig.server.openStreams).toBe(0);
});

test('an item that the server cannot tell about stops nothing and is left as it is', async () => {
  const rig = new TestEngine();
  rig.server.ask(aNotification('a'));
  await rig.connect();
  rig.server.notifications.delete('a');
  rig.server.singleReply = () =>
    new Response('<h1>404</h1>', { status: 404, headers: { 'content-type': 'text/html' } });
  rig.server.cut();
  rig.clock.pass(500);
  rig.server.stream.opened();
  await settled();
  expect(view(rig)?.connection.state).toBe('live');
  expect(rig.engine.inbox.row(keyOf('a'))?.status).toBe('delivered');
});

test('a burst of changes costs a few reads at a time, and each item is read once', async () => {
  const rig = new TestEngine();
  await rig.connect();
  let atOnce = 0;
  let most = 0;
  rig.server.singleReply = async () => {
    most = Math.max(most, ++atOnce);
    await new Promise((resolve) => setImmediate(resolve));
    atOnce -= 1;
    return undefined;
  };
  for (let n = 0; n < 1_000; n++) {
    const id = `n${n % 100}`;
    rig.server.ask(aNotification(id));
    rig.server.push('status_update', { notification_id: id, status: 'escalated' });
  }
  while (rig.arrived.length < 100) await settled();
  expect(most).toBeLessThanOrEqual(4);
  expect(rig.server.requests.filter((one) => one.startsWith('GET /client/notifications/')).length).toBeLessThan(120);
});

test('a catch-up that fails is tried again with a new connection', async () => {
  const rig = new TestEngine();
  rig.server.isReachable = false;
  await rig.connect();
  expect(view(rig)?.connection).toMatchObject({ state: 'offline', why: 'Nothing listens at the server’s address.' });
  expect(rig.server.openStreams).toBe(0);
  rig.server.isReachable = true;
  rig.server.ask(aNotification('a'));
  rig.clock.pass(1_000);
  rig.server.stream.opened();
  await settled();
  expect(rig.arrived).toEqual([keyOf('a')]);
});

test.each([
  ['not JSON', '{"type":'],
  ['binary', undefined],
  ['no envelope', '[1,2,3]'],
  ['endless nesting', '['.repeat(50_000) + ']'.repeat(50_000)],
  ['a notification without an id', '{"type":"notification","data":{"context":{}}}'],
  ['an update of nothing', '{"type":"status_update","data":{"status":"lost"}}'],
  ['an unknown type', '{"type":"surprise"}'],
])('a frame that is %s is logged and means nothing', async (_what, frame) => {
  const rig = new TestEngine();
  await rig.connect();
  rig.server.stream.frame(frame);
  rig.server.push('notification', aNotification('after'));
  expect(rig.arrived).toEqual([keyOf('after')]);
  expect(rig.log.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
});
