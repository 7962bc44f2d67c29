import type { Inbox } from '#main/inbox/inbox';
import type { Logger } from '#main/logging/logger';
import type { InboxDatabase } from '#main/store/inbox-database';
import type { Clock } from '#main/time/clock';
import type { AnswerView } from '#shared/inbox/item';
import { ItemKey } from '#shared/inbox/item-key';
import type { Settings } from '#shared/inbox/settings';
import type { NoteEvent } from '#shared/native/native-note';
import { summaryTag } from '#shared/native/note-words';
import type { NoticeRecord } from '#shared/native/notice-record';
import type { LocalMoment } from '#shared/native/quiet-hours';
import { itemTag } from '#shared/native/said-words';
import { isOpen } from '#shared/protocol/lifecycle';
import { unreachable } from '#shared/result';
import { Announcements } from './announcements.ts';
import { ItemNotes } from './item-notes.ts';
import type { NativeDoors } from './native-doors.ts';
import { NoteAnswers } from './note-answers.ts';
import { NoticeFile } from './notice-file.ts';
import type { Notifier } from './notifier.ts';
import { Reminders } from './reminders.ts';

export type NativeNotificationsPorts = {
  notifier: Notifier;
  clock: Clock;
  inbox: Inbox;
  store: InboxDatabase;
  settings: () => Settings;
  dataFolder: string;
  isOnScreen: (key: ItemKey) => boolean;
  serverNow: (key: ItemKey) => number;
  localMoment: (ms: number) => LocalMoment;
  doors: NativeDoors;
  /** The system did not show a notification. */
  onFailed: (why: string) => void;
  log: Logger;
};

/** Native notifications, put together: what arrives is announced, what is pressed answers, what is over goes. */
export class NativeNotifications {
  readonly #ports: NativeNotificationsPorts;
  readonly #file: NoticeFile;
  readonly #notes: ItemNotes;
  readonly #answers: NoteAnswers;
  readonly #announcements: Announcements;
  readonly #reminders: Reminders;
  readonly #unlisten: () => void;

  constructor(ports: NativeNotificationsPorts) {
    const { notifier, clock, inbox, settings, serverNow, isOnScreen, doors, dataFolder, log } = ports;
    const now = () => clock.now();
    const file = new NoticeFile(dataFolder, clock, log);
    const notes = new ItemNotes({ notifier, inbox, settings, serverNow, now, isOnScreen, file });
    this.#ports = ports;
    this.#file = file;
    this.#notes = notes;
    this.#answers = new NoteAnswers({ inbox, notes, file, doors, now });
    this.#announcements = new Announcements({ ...ports, notes, file });
    this.#reminders = new Reminders({
      clock,
      serverNow,
      reminderMinutes: () => settings().reminderMinutes,
      waiting: (key) => waitingOf(ports, key),
      reminded: file.reminded,
      remind: (key) => {
        file.changed();
        this.#announcements.remind(key);
      },
    });
    this.#unlisten = notifier.onEvent((event) => this.#heard(event));
  }

  /** What an earlier run left behind is taken away or taken over, and what nobody was told of yet is announced. */
  start(unannounced: readonly ItemKey[]): void {
    const { inbox, notifier } = this.#ports;
    notifier.withdraw(summaryTag);
    for (const key of [...this.#notes.keys(), ...this.#file.followed.keys()]) this.#changed(key);
    this.#file.keepOnly((key) => inbox.row(key)?.ending === undefined);
    const { keys, times } = inbox.order({ view: 'inbox', search: '' });
    for (const [place, key] of keys.entries()) this.#reminders.watch(key, times[place] ?? undefined);
    for (const key of unannounced) this.arrived(key);
  }

  /** A new one, or one that is back from its snooze. */
  arrived(key: ItemKey): void {
    const row = this.#announcements.arrived(key) ?? this.#ports.inbox.row(key);
    if (row) this.#reminders.watch(key, row.deadline);
  }

  /** Answered, expired, withdrawn, or snoozed. */
  closed(key: ItemKey): void {
    this.#notes.withdraw(key);
    this.#announcements.dropFromSummary(key);
    this.#reminders.forget(key);
  }

  /** The person has it before their eyes, in the focused window. */
  seen(key: ItemKey): void {
    this.#notes.withdraw(key);
    this.#notes.unsay(key);
    this.#announcements.dropFromSummary(key);
  }

  /** Items changed: these, or (null) so many that all of them are to be looked at. */
  changed(keys: readonly ItemKey[] | null): void {
    const touched = keys ?? [...this.#notes.keys(), ...this.#file.followed.keys()];
    for (const key of touched) if (this.#notes.has(key) || this.#file.followed.has(key)) this.#changed(key);
    for (const key of keys ?? []) this.#reminders.refresh(key);
  }

  /** A quick answer of the tray's menu: the same ids, the same way. */
  press(key: ItemKey, id: string): void {
    this.#answers.activated(key, { kind: 'button', id }, undefined, 'tray');
  }

  /** An answer was given in a composer, which is gone: the rest is said by notification, as after a button. */
  composed(key: ItemKey, answer: AnswerView): void {
    const row = this.#ports.inbox.row(key);
    if (row) this.#answers.answered(row, answer);
  }

  /** How often an item's buttons have answered: the next ones are made for that round. */
  roundOf(key: ItemKey): number {
    return this.#file.rounds.get(key)?.round ?? 0;
  }

  /** The machine woke up, or when to remind was changed. */
  wake(): void {
    this.#reminders.run();
  }

  /** The latest decisions, the newest first. */
  records(): readonly NoticeRecord[] {
    return this.#file.records;
  }

  /** What is on screen stays there: its buttons work again after the next start. */
  stop(): void {
    this.#unlisten();
    this.#reminders.stop();
    this.#file.flush();
    this.#ports.notifier.stop();
  }

  #changed(key: ItemKey): void {
    const row = this.#ports.inbox.row(key);
    this.#answers.follow(key, row);
    this.#notes.refresh(key, row);
  }

  #heard(event: NoteEvent): void {
    switch (event.type) {
      case 'activated':
        this.#activated(event);
        break;
      case 'closed':
        this.#left(event);
        break;
      case 'failed': {
        const key = ItemKey.safeParse(event.tag).data;
        if (key) this.#file.recordFailure(key, event.why);
        this.#ports.onFailed(event.why);
        break;
      }
      case 'capabilities-changed':
        this.#notes.addForms();
        break;
      default:
        unreachable(event);
    }
  }

  #activated({ tag, activation, activationToken }: Extract<NoteEvent, { type: 'activated' }>): void {
    const key = ItemKey.safeParse(itemTag(tag)).data;
    if (activation.kind !== 'open') {
      this.#answers.activated(key, activation, activationToken);
      return;
    }
    if (key) this.#ports.doors.showItem(key, undefined, activationToken);
    else this.#ports.doors.raise(activationToken);
  }

  #left({ tag, because }: Extract<NoteEvent, { type: 'closed' }>): void {
    const key = ItemKey.safeParse(tag).data;
    if (key) this.#notes.gone(key);
    else if (tag === summaryTag && because !== 'withdrawn') this.#announcements.summaryGone();
  }
}

/** The deadline of an item that is open, and when it came, in ms of server time. */
function waitingOf({ store, clock, serverNow }: NativeNotificationsPorts, key: ItemKey) {
  const row = store.queries.row(key);
  if (!row || row.deadline === undefined || !isOpen(row.state.status)) return undefined;
  const { returnedAt } = store.marks.find(key);
  // What came back when its reminder was due needs none: its return was it.
  const since = Math.max(row.receivedAt, returnedAt ?? 0);
  return { deadline: row.deadline, since: since + serverNow(key) - clock.now() };
}
