import { EventEmitter } from 'node:events';
import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { FakeClock } from '#main/testing/fake-clock';
import { differenceOf, pictureOf } from './network-picture.ts';
import { watchMachine } from './watch-machine.ts';

const address = (cidr: string, internal = false): NetworkInterfaceInfo => ({
  family: 'IPv4',
  address: cidr,
  netmask: '',
  mac: '',
  internal,
  cidr,
});
const loopback = { lo: [address('127.0.0.1/8', true)] };
const home = { ...loopback, wlan0: [address('192.168.1.7/24')] };
const train = { ...loopback, wlan0: [address('10.4.0.9/16')] };

test.each([
  ['nothing changed', home, true, home, true, undefined],
  ['the cable was pulled', home, true, loopback, false, 'network-down'],
  ['only loopback is left, whatever the system says', home, true, loopback, true, 'network-down'],
  ['the network is back', loopback, false, home, true, 'network-up'],
  ['another network', home, true, train, true, 'network-up'],
  ['the system says offline although there is an address', home, true, home, false, 'network-down'],
])('%s', (_what, before, wasOnline, now, isOnline, expected) => {
  expect(differenceOf(pictureOf(before, wasOnline), pictureOf(now, isOnline))).toBe(expected);
});

function aWatchedMachine() {
  const clock = new FakeClock();
  const powerMonitor = new EventEmitter();
  const machine = { clock, powerMonitor, noticed: [] as string[], isWaiting: true, network: home as object };
  watchMachine({
    powerMonitor,
    isOnline: () => true,
    clock,
    isAnyoneWaiting: () => machine.isWaiting,
    onNoticed: (what) => machine.noticed.push(what),
    interfaces: () => machine.network as ReturnType<typeof import('node:os').networkInterfaces>,
  });
  return machine;
}

test('while something waits, a network that is back is noticed within 2 s, once', () => {
  const machine = aWatchedMachine();
  machine.network = loopback;
  machine.clock.pass(2_000);
  machine.network = train;
  machine.clock.pass(2_000);
  machine.clock.pass(60_000);
  expect(machine.noticed).toEqual(['network-down', 'network-up']);
});

test('while nothing waits it looks every 10 s, and setting the clock changes nothing about that', () => {
  const machine = aWatchedMachine();
  machine.isWaiting = false;
  machine.clock.pass(2_000);
  machine.network = train;
  machine.clock.jump(-86_400_000);
  machine.clock.pass(9_999);
  expect(machine.noticed).toEqual([]);
  machine.clock.pass(1);
  expect(machine.noticed).toEqual(['network-up']);
});

test('waking up is told at once, and the network it wakes up in is not told a second time', () => {
  const machine = aWatchedMachine();
  machine.network = train;
  machine.powerMonitor.emit('resume');
  machine.clock.pass(30_000);
  expect(machine.noticed).toEqual(['woke']);
});
