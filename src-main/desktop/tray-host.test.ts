import { expect, it } from 'vitest';
import type { BusCall, BusSignal, SessionBus } from '#main/native/freedesktop/session-bus';
import { FakeClock } from '#main/testing/fake-clock';
import { KeptLog } from '#main/testing/kept-log';
import { TrayHost } from './tray-host.ts';

/** A bus on which somebody answers for the tray, or nobody does. */
function aBus(host: { isThere: boolean | undefined }) {
  const calls: BusCall[] = [];
  let hear = (_signal: BusSignal) => {};
  const bus: SessionBus = {
    call: async (call) => {
      calls.push(call);
      if (call.member === 'AddMatch') return [];
      if (host.isThere === undefined) throw new Error('The name has no owner.');
      return [{ signature: 'b', value: host.isThere }];
    },
    onSignal: (listener) => {
      hear = listener;
    },
    onLost: () => {},
    close: () => {},
  };
  const say = (member: string) => hear({ sender: ':1.1', path: '/', interface: 'x', member, body: [] });
  return { bus, calls, say };
}

function aTray(connect: () => Promise<SessionBus>) {
  const told: boolean[] = [];
  const tray: TrayHost = new TrayHost({
    connect,
    clock: new FakeClock(),
    log: new KeptLog(),
    onChanged: () => told.push(tray.isThere),
  });
  return { tray, told };
}

it('is there when the watcher says so', async () => {
  const { tray, told } = aTray(async () => aBus({ isThere: true }).bus);
  await tray.start();
  expect(tray.isThere).toBe(true);
  expect(told).toEqual([]);
});

it.each([false, undefined])(
  'is missing when there is no host or no watcher (%s), and noticed when it comes',
  async (at) => {
    const host: { isThere: boolean | undefined } = { isThere: at };
    const { bus, say } = aBus(host);
    const { tray, told } = aTray(async () => bus);
    await tray.start();
    expect(tray.isThere).toBe(false);
    host.isThere = true;
    say('StatusNotifierHostRegistered');
    await expect.poll(() => told).toEqual([false, true]);
  },
);

it('is missing where there is not even a bus', async () => {
  const { tray } = aTray(() => Promise.reject(new Error('no bus')));
  await tray.start();
  expect(tray.isThere).toBe(false);
});
