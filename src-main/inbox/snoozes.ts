import type { InboxDatabase } from '#main/store/inbox-database';
import type { StorageTrouble } from '#main/store/storage-trouble';
import type { Clock } from '#main/time/clock';
import type { AccountId, ItemKey } from '#shared/inbox/item-key';

export type SnoozesPorts = {
  store: InboxDatabase;
  storage: StorageTrouble;
  clock: Clock;
  /** The accounts of this run. */
  accounts: () => AccountId[];
  onReturned: (key: ItemKey) => void;
};

/** A disk that did not take it is asked again so late, in ms. */
const diskRetryMs = 30_000;

/** Brings snoozed items back at their moment: the database knows it, so a restart, sleep and a clock that is set change nothing. */
export class Snoozes {
  readonly #ports: SnoozesPorts;
  #alarmAt: number | undefined;
  #isStopped = false;
  #cancelAlarm = () => {};

  constructor(ports: SnoozesPorts) {
    this.#ports = ports;
  }

  /** Gives back what is due and waits for the next: at the start, after sleep, and when a moment may have changed. */
  run(): void {
    if (this.#isStopped) return;
    const { store, storage, clock, accounts, onReturned } = this.#ports;
    const mine = accounts();
    let returned: ItemKey[] = [];
    storage.spare(() => {
      returned = store.marks.giveBack(mine, clock.now());
    });
    this.#wakeAt(store.marks.nextReturn(mine));
    for (const key of returned) onReturned(key);
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelAlarm();
  }

  #wakeAt(moment: number | undefined): void {
    if (moment !== undefined && moment === this.#alarmAt) return;
    this.#cancelAlarm();
    this.#alarmAt = moment;
    if (moment === undefined) return;
    const { clock } = this.#ports;
    const isRefused = moment <= clock.now(); // it is due, and still there
    this.#cancelAlarm = clock.at(isRefused ? clock.now() + diskRetryMs : moment, () => {
      this.#alarmAt = undefined;
      this.run();
    });
  }
}
