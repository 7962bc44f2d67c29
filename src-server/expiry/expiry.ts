import { type Desk, runUnattended } from '../notifications/desk.ts';
import { expireDue } from '../notifications/expire.ts';

/** When to look again after the store failed, ms. Until then deadlines hold on access. */
const afterFaultMs = 10_000;

export type Expiry = { stop(): void };

/** Expires notifications on time with one alarm for the nearest deadline, whatever their number (section 2.2). */
export function createExpiry(desk: Desk): Expiry {
  const { store, clock, news } = desk;
  let alarm: { at: number; cancel: () => void } | undefined;

  const expireAndRearm = (): void => {
    const more = expireDue(desk);
    const next = more ? clock.now() : store.notifications.nearestDeadline();
    if (next !== undefined) setAlarm(next);
  };

  const sweep = (): void => {
    alarm = undefined;
    if (!runUnattended(desk, expireAndRearm)) setAlarm(clock.now() + afterFaultMs);
  };

  const setAlarm = (at: number): void => {
    if (alarm && alarm.at <= at) return;
    alarm?.cancel();
    alarm = { at, cancel: clock.at(at, sweep) };
  };

  const unfollow = news.follow((one) => {
    if (one.type === 'arrived' && one.notification.deadline !== undefined) setAlarm(one.notification.deadline);
  });
  sweep();

  return {
    stop: () => {
      unfollow();
      alarm?.cancel();
    },
  };
}
