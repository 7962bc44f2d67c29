import type { Clock } from '#main/time/clock';
import type { ItemKey } from '#shared/inbox/item-key';
import { reminderAt } from '#shared/native/reminder';

export type RemindersPorts = {
  clock: Clock;
  /** Server time of an item, in ms. */
  serverNow: (key: ItemKey) => number;
  reminderMinutes: () => number;
  /** Its deadline and when it came, in ms of server time; undefined once it is over or has no deadline. */
  waiting: (key: ItemKey) => { deadline: number; since: number } | undefined;
  /** Where it is kept that an item was reminded of. */
  reminded: Set<ItemKey>;
  remind: (key: ItemKey) => void;
};

/** Shows each item once more before its deadline, once. */
export class Reminders {
  readonly #ports: RemindersPorts;
  /** Deadlines as they were last heard of, in server time: what is not due is not read. */
  readonly #watched = new Map<ItemKey, number>();
  #alarmAt = Number.POSITIVE_INFINITY;
  #cancelAlarm = () => {};

  constructor(ports: RemindersPorts) {
    this.#ports = ports;
  }

  watch(key: ItemKey, deadline: number | undefined): void {
    if (deadline === undefined || this.#ports.reminded.has(key)) return;
    this.#watched.set(key, deadline);
    this.#wakeFor(key, deadline);
  }

  forget(key: ItemKey): void {
    this.#watched.delete(key);
  }

  /** The deadline of an item may have changed. */
  refresh(key: ItemKey): void {
    const deadline = this.#watched.has(key) ? this.#ports.waiting(key)?.deadline : undefined;
    if (deadline !== undefined) this.watch(key, deadline);
  }

  /** Does what is due and sets the alarm anew: after sleep, and when the setting was changed. */
  run(): void {
    this.#cancelAlarm();
    this.#alarmAt = Number.POSITIVE_INFINITY;
    const aheadMs = this.#ports.reminderMinutes() * 60_000;
    for (const [key, deadline] of [...this.#watched]) {
      if (aheadMs > 0 && this.#ports.serverNow(key) >= deadline - aheadMs) this.#look(key);
      else this.#wakeFor(key, deadline);
    }
  }

  stop(): void {
    this.#cancelAlarm();
  }

  #look(key: ItemKey): void {
    const { waiting, serverNow, reminderMinutes, reminded, remind } = this.#ports;
    const found = waiting(key);
    const now = serverNow(key);
    if (!found || found.deadline <= now) {
      this.forget(key);
      return;
    }
    const at = reminderAt(found.deadline, reminderMinutes(), found.since);
    if (at === undefined) return; // it came when the reminder was over already
    if (now < at) {
      this.#wakeFor(key, found.deadline);
      return;
    }
    this.forget(key);
    reminded.add(key);
    remind(key);
  }

  #wakeFor(key: ItemKey, deadline: number): void {
    const { clock, serverNow, reminderMinutes } = this.#ports;
    const minutes = reminderMinutes();
    if (minutes === 0) return;
    const at = clock.now() + Math.max(0, deadline - minutes * 60_000 - serverNow(key));
    if (at >= this.#alarmAt) return;
    this.#cancelAlarm();
    this.#alarmAt = at;
    this.#cancelAlarm = clock.at(at, () => this.run());
  }
}
