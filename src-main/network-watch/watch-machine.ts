import { networkInterfaces } from 'node:os';
import type { Noticed } from '#main/accounts/account';
import type { Clock } from '#main/time/clock';
import { differenceOf, pictureOf } from './network-picture.ts';

/** How often the network is looked at while somebody waits for it, and while nobody does, in ms. A look takes 0.1 ms. */
const eagerMs = 2_000;
const calmMs = 10_000;

export type MachinePorts = {
  /** Electron's power monitor, as far as it is listened to. */
  powerMonitor: {
    on(event: 'resume', listener: () => void): unknown;
    on(event: 'unlock-screen', listener: () => void): unknown;
  };
  isOnline: () => boolean;
  clock: Clock;
  /** Whether a connection waits for the network. */
  isAnyoneWaiting: () => boolean;
  onNoticed: (what: Noticed) => void;
  /** How the network looks; the system's own list when left out. */
  interfaces?: typeof networkInterfaces;
};

/** Tells when the machine wakes and when its network changes, for as long as the app runs. Returns the end. */
export function watchMachine(ports: MachinePorts): () => void {
  const { powerMonitor, isOnline, clock, isAnyoneWaiting, onNoticed, interfaces = networkInterfaces } = ports;
  const look = () => pictureOf(interfaces(), isOnline());
  let seen = look();
  let cancel = () => {};
  const watch = () => {
    // By the monotonic clock, and never more than calmly late: a wait that begins in between is looked at soon after.
    cancel = clock.after(isAnyoneWaiting() ? eagerMs : calmMs, () => {
      lookAgain();
      watch();
    });
  };
  const lookAgain = () => {
    const now = look();
    const difference = differenceOf(seen, now);
    seen = now;
    if (difference) onNoticed(difference);
  };
  const woke = () => {
    seen = look();
    onNoticed('woke');
    cancel();
    watch();
  };
  powerMonitor.on('resume', woke);
  // Some systems let the network sleep with the screen and say nothing else when it comes back.
  powerMonitor.on('unlock-screen', woke);
  watch();
  return () => cancel();
}
