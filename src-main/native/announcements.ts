import type { Inbox } from '#main/inbox/inbox';
import type { InboxDatabase } from '#main/store/inbox-database';
import type { Clock } from '#main/time/clock';
import type { ItemRow } from '#shared/inbox/item';
import { type ItemKey, partsOf } from '#shared/inbox/item-key';
import type { Settings } from '#shared/inbox/settings';
import { dueSoonMs } from '#shared/inbox/urgency';
import { summaryNote, summaryTag } from '#shared/native/note-words';
import type { NoticeRecord } from '#shared/native/notice-record';
import {
  afterSummary,
  type Burst,
  isPaused,
  type NotifyFacts,
  nextSummaryAt,
  planArrival,
  quiet,
  whyWithheld,
} from '#shared/native/notify-plan';
import { plainLine } from '#shared/native/plain';
import type { LocalMoment } from '#shared/native/quiet-hours';
import { isOpen } from '#shared/protocol/lifecycle';
import type { ItemNotes } from './item-notes.ts';
import type { NoticeFile } from './notice-file.ts';
import type { Notifier } from './notifier.ts';

export type AnnouncementPorts = {
  notifier: Notifier;
  notes: ItemNotes;
  file: NoticeFile;
  clock: Clock;
  inbox: Inbox;
  store: InboxDatabase;
  settings: () => Settings;
  /** Whether the person looks at this item right now. */
  isOnScreen: (key: ItemKey) => boolean;
  serverNow: (key: ItemKey) => number;
  localMoment: (ms: number) => LocalMoment;
};

/** Raises native notifications for what arrives, as the plan in src-shared says, one summary for a burst. */
export class Announcements {
  readonly #ports: AnnouncementPorts;
  #burst: Burst = quiet;
  /** The items that the summary stands for. */
  readonly #gathered = new Set<ItemKey>();
  #isSummaryShown = false;
  #isSummaryDue = false;

  constructor(ports: AnnouncementPorts) {
    this.#ports = ports;
  }

  /**
   * Decides about an item for the first time, or for the first time since it came back from a snooze, and returns it; about
   * one that was decided before, nothing.
   */
  arrived(key: ItemKey): ItemRow | undefined {
    const { store, clock, inbox } = this.#ports;
    const row = store.queries.isNotified(key) ? undefined : inbox.row(key);
    if (!row) return undefined;
    const { account, id } = partsOf(key);
    store.notifications.markNotified(account, id, clock.now()); // before showing: never twice, not even after a crash
    const [decision, burst] = planArrival(this.#burst, this.#facts(row));
    this.#burst = burst;
    const isBack = row.marks.returnedAt !== undefined;
    const occasion = isBack ? 'returned' : 'arrival';
    switch (decision.do) {
      case 'withhold':
        this.#record(row, occasion, { outcome: 'withheld', because: decision.because });
        break;
      case 'show': {
        this.#record(row, occasion, { outcome: 'shown' });
        const sound = this.#ports.settings().notificationSound;
        this.#ports.notes.ask(key, isBack ? { kind: 'returned' } : { kind: 'asked', sound });
        break;
      }
      case 'gather':
        this.#record(row, occasion, { outcome: 'summary' });
        this.#gathered.add(key);
        this.#summariseAt(decision.summaryAt);
    }
    return row;
  }

  /** Shows an item once more, before its deadline. */
  remind(key: ItemKey): void {
    const row = this.#ports.inbox.row(key);
    if (!row) return;
    const because = whyWithheld(this.#facts(row));
    if (because) {
      this.#record(row, 'reminder', { outcome: 'withheld', because });
      return;
    }
    this.#record(row, 'reminder', { outcome: 'shown' });
    this.dropFromSummary(key);
    this.#ports.notes.ask(key, { kind: 'reminder' });
  }

  /** The summary no longer stands for an item: it was settled, or is before the person's eyes. */
  dropFromSummary(key: ItemKey): void {
    if (!this.#gathered.delete(key)) return;
    if (this.#gathered.size === 0) this.#takeSummaryAway();
    else if (this.#isSummaryShown) this.#summariseAt(nextSummaryAt(this.#burst, this.#ports.clock.now()));
  }

  /** The summary left the screen: whoever sent it away has read it. */
  summaryGone(): void {
    this.#isSummaryShown = false;
    if (!this.#isSummaryDue) this.#gathered.clear();
  }

  #takeSummaryAway(): void {
    if (this.#isSummaryShown) this.#ports.notifier.withdraw(summaryTag);
    this.#isSummaryShown = false;
  }

  #summariseAt(at: number): void {
    this.#burst = { ...this.#burst, summaryAt: at };
    if (this.#isSummaryDue) return;
    this.#isSummaryDue = true;
    this.#ports.clock.at(at, () => this.#summarise());
  }

  #summarise(): void {
    const { inbox, notifier, settings, clock } = this.#ports;
    this.#isSummaryDue = false;
    this.#burst = afterSummary(this.#burst, clock.now());
    const waiting = inbox.order({ view: 'inbox', search: '' }).keys.filter((key) => this.#gathered.has(key));
    if (waiting.length === 0) {
      this.#takeSummaryAway();
      return;
    }
    const { notificationContent: showsContent, nativeNotifications, notificationSound } = settings();
    if (!nativeNotifications || isPaused(settings(), clock.now()) || notifier.capabilities().isAbsent) return;
    const isSilent = this.#isSummaryShown || !notificationSound;
    this.#isSummaryShown = true;
    notifier.show(summaryNote(inbox.rows(waiting.slice(0, 3)), waiting.length, { showsContent, isSilent }));
  }

  #facts(row: ItemRow): NotifyFacts {
    const { settings, isOnScreen, serverNow, localMoment, notifier, clock } = this.#ports;
    const { key, account, serviceId, deadline, answer } = row;
    const now = clock.now();
    return {
      isOpen: isOpen(row.status),
      isAnswered: answer !== undefined && answer.state !== 'returned',
      isOnScreen: isOnScreen(key),
      isDueSoon: deadline !== undefined && deadline - serverNow(key) <= dueSoonMs,
      account,
      serviceId,
      settings: settings(),
      capabilities: notifier.capabilities(),
      local: localMoment(now),
      now,
    };
  }

  #record(row: ItemRow, occasion: NoticeRecord['occasion'], decided: Pick<NoticeRecord, 'outcome' | 'because'>): void {
    const { key, title, serviceName } = row;
    const said = { key, title: plainLine(title, 120), serviceName: plainLine(serviceName, 80) };
    this.#ports.file.record({ at: this.#ports.clock.now(), ...said, occasion, ...decided });
  }
}
