import { expect, test } from 'vitest';
import { FakeClock } from '#main/testing/fake-clock';
import { KeptLog } from '#main/testing/kept-log';
import type { ToEmbeddedServer } from '#shared/embedded/messages';
import type { LocalServerView } from '#shared/inbox/app-state';
import type { ServerProcess } from './server-process.ts';
import { Supervisor } from './supervisor.ts';

class FakeProcess implements ServerProcess {
  readonly told: ToEmbeddedServer[] = [];
  isKilled = false;
  say: (message: unknown) => void = () => {};
  exit: (code: number) => void = () => {};
  send(message: ToEmbeddedServer): void {
    this.told.push(message);
  }
  onMessage(listener: (message: unknown) => void): void {
    this.say = listener;
  }
  onExit(listener: (code: number) => void): void {
    this.exit = listener;
  }
  kill(): void {
    this.isKilled = true;
    this.exit(15);
  }
}

function aRig() {
  const clock = new FakeClock();
  const processes: FakeProcess[] = [];
  const views: LocalServerView[] = [];
  const log = new KeptLog();
  const supervisor = new Supervisor({
    startProcess: () => {
      const one = new FakeProcess();
      processes.push(one);
      return one;
    },
    clock,
    dataFolder: '/data',
    keyFile: '/data/local-key',
    userToken: 'u'.repeat(32),
    adminToken: 'a'.repeat(32),
    log,
    onChanged: (view) => views.push(view),
  });
  supervisor.start();
  const latest = () => {
    const one = processes.at(-1);
    if (!one) throw new Error('nothing started');
    return one;
  };
  return { clock, processes, views, log, supervisor, latest };
}

const listening = { type: 'listening', url: 'http://127.0.0.1:4680', maskedKey: 'sk_…1' };

test('tokens go over the port once the server is ready, and its address is told', () => {
  const { latest, views } = aRig();
  latest().say({ type: 'ready' });
  latest().say(listening);
  expect(latest().told).toEqual([
    { type: 'start', dataDir: '/data', userToken: 'u'.repeat(32), adminToken: 'a'.repeat(32), limits: undefined },
  ]);
  expect(views.at(-1)).toEqual({
    state: 'listening',
    url: listening.url,
    keyFile: '/data/local-key',
    maskedKey: 'sk_…1',
  });
});

test('a crash is answered with a start, a little later each time', () => {
  const { latest, processes, clock, views } = aRig();
  latest().exit(9);
  expect(views.at(-1)).toMatchObject({ state: 'failed', retryAt: clock.now() + 200 });
  clock.pass(200);
  latest().exit(9);
  clock.pass(399);
  expect(processes).toHaveLength(2);
  clock.pass(1);
  expect(processes).toHaveLength(3);
});

test('after five ends in a minute it is left alone for a minute, or until it is asked for', () => {
  const { latest, processes, clock, views, supervisor } = aRig();
  for (let n = 0; n < 5; n++) {
    latest().exit(9);
    clock.pass(5_000);
  }
  expect(processes).toHaveLength(5);
  clock.pass(54_999);
  expect(processes).toHaveLength(5);
  expect(views.at(-1)).toMatchObject({ state: 'failed' });
  clock.pass(1);
  expect(processes).toHaveLength(6);
  latest().exit(9);
  supervisor.retry();
  expect(processes).toHaveLength(7);
});

test('why it cannot start is said in its own words', () => {
  const { latest, views } = aRig();
  latest().say({ type: 'failed', message: 'No free port.' });
  expect(latest().isKilled).toBe(true);
  expect(views.at(-1)).toMatchObject({ state: 'failed', message: 'No free port.' });
});

test('stopping waits for its end, and for no longer than told', async () => {
  const { latest, supervisor, clock, processes } = aRig();
  const stopped = supervisor.stop(2_000);
  expect(latest().told).toEqual([{ type: 'stop' }]);
  latest().exit(0);
  await stopped;
  clock.pass(60_000);
  expect(processes).toHaveLength(1);

  const hung = aRig();
  const killed = hung.supervisor.stop(2_000);
  hung.clock.pass(2_000);
  await killed;
  expect(hung.latest().isKilled).toBe(true);
});

test('messages that are none of ours are ignored', () => {
  const { latest, views } = aRig();
  latest().say({ type: 'listening' });
  latest().say('hello');
  expect(views).toEqual([{ state: 'starting' }]);
});

test('a server that hangs is ended and started again within seconds, and this is said', () => {
  const { latest, processes, clock, views, log } = aRig();
  latest().say(listening);
  clock.pass(5_999);
  expect(processes).toHaveLength(1);
  clock.pass(1);
  expect(latest().isKilled).toBe(true);
  expect(views.at(-1)).toMatchObject({ state: 'failed', message: expect.stringContaining('did not react') });
  expect(log.lines.map(({ message }) => message)).toContain('the embedded server hangs');
  clock.pass(200);
  expect(processes).toHaveLength(2);
});

test('a server that answers is left alone; one that brings its data up to date first has half a minute', () => {
  const { latest, processes, clock } = aRig();
  clock.pass(34_999);
  expect(processes).toHaveLength(1);
  const { send } = latest();
  latest().send = (message) => {
    send.call(latest(), message);
    if (message.type === 'ping') latest().say({ type: 'pong' });
  };
  latest().say(listening);
  clock.pass(600_000);
  expect(processes).toHaveLength(1);
  expect(latest().told.filter(({ type }) => type === 'ping').length).toBeGreaterThan(500);
});

test('the sleep of the machine is no hang', () => {
  const { latest, processes, clock } = aRig();
  latest().say(listening);
  for (let n = 0; n < 10; n++) {
    clock.pass(3_000);
    clock.sleep(3_600_000);
  }
  expect(processes).toHaveLength(1);
});

test('a new local key is shown while the server listens, and until it says another', () => {
  const { latest, views, supervisor } = aRig();
  supervisor.renewLocalKey('sk_…2');
  expect(views).toEqual([{ state: 'starting' }]);
  latest().say(listening);
  supervisor.renewLocalKey('sk_…2');
  expect(supervisor.view).toMatchObject({ state: 'listening', url: listening.url, maskedKey: 'sk_…2' });
  expect(views.at(-1)).toBe(supervisor.view);
});
