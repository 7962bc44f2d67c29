import type { Inbox } from '#main/inbox/inbox';
import type { InboxDatabase } from '#main/store/inbox-database';
import type { Clock } from '#main/time/clock';
import type { ItemRow } from '#shared/inbox/item';
import { ItemKey, partsOf } from '#shared/inbox/item-key';
import type { Settings } from '#shared/inbox/settings';
import type { Note } from '#shared/native/native-note';
import {
  type Announced,
  afterSummary,
  type Burst,
  type NoteWords,
  planArrival,
  quiet,
  wordsForItem,
  wordsForSummary,
} from '#shared/native/notify-plan';
import { isOpen } from '#shared/protocol/lifecycle';
import type { Notifier } from './notifier.ts';

export type AnnouncementPorts = {
  notifier: Notifier;
  clock: Clock;
  inbox: Inbox;
  store: InboxDatabase;
  settings: () => Settings;
  /** Whether the person looks at this item right now. */
  isOnScreen: (key: ItemKey) => boolean;
  serverNow: (key: ItemKey) => number;
  /** A notification was clicked; undefined for a summary. */
  onActivated: (key: ItemKey | undefined) => void;
};

const summaryTag = 'summary';

/** Raises native notifications as the plan in src-shared says, and takes them away when they are no longer true. */
export class Announcements {
  readonly #ports: AnnouncementPorts;
  readonly #shown = new Set<ItemKey>();
  #burst: Burst = quiet;

  constructor(ports: AnnouncementPorts) {
    this.#ports = ports;
    ports.notifier.onEvent((event) => {
      if (event.type === 'activated') ports.onActivated(ItemKey.safeParse(event.tag).data);
    });
  }

  arrived(key: ItemKey): void {
    const { inbox, store, clock, settings, isOnScreen, notifier } = this.#ports;
    const row = inbox.row(key);
    if (!row) return;
    const { nativeNotifications: isEnabled, notificationContent: showContent } = settings();
    const isDecided = store.queries.isNotified(key);
    const facts = { isOpen: isOpen(row.status), isDecided, isEnabled, isOnScreen: isOnScreen(key) };
    const hadSummaryDue = this.#burst.summaryAt !== undefined;
    const [decision, burst] = planArrival(this.#burst, key, facts, clock.now());
    this.#burst = burst;
    if (!isDecided) {
      const { account, id } = partsOf(key);
      store.notifications.markNotified(account, id, clock.now()); // before showing: never twice, not even after a crash
    }
    if (decision.do === 'show') {
      this.#shown.add(key);
      notifier.show(noteOf(key, wordsForItem(announced(row), showContent, this.#ports.serverNow(key))));
    } else if (decision.do === 'gather' && !hadSummaryDue) {
      clock.at(decision.summaryAt, () => this.#summarise());
    }
  }

  /** Answered, expired, withdrawn, or before the person's eyes: what was shown is taken away. */
  settled(key: ItemKey): void {
    if (this.#shown.delete(key)) this.#ports.notifier.withdraw(key);
    if (!this.#burst.gathered.includes(key)) return;
    this.#burst = { ...this.#burst, gathered: this.#burst.gathered.filter((one) => one !== key) };
    if (this.#burst.gathered.length === 0) this.#ports.notifier.withdraw(summaryTag);
  }

  #summarise(): void {
    const { inbox, notifier, settings, clock } = this.#ports;
    this.#burst = afterSummary(this.#burst, clock.now());
    const gathered = new Set(this.#burst.gathered);
    const waiting = inbox.order({ view: 'inbox', search: '' }).keys.filter((key) => gathered.has(key));
    if (waiting.length === 0) return;
    const { notificationContent, nativeNotifications } = settings();
    if (!nativeNotifications) return;
    const first = waiting.slice(0, 3).flatMap((key) => inbox.row(key) ?? []);
    notifier.show(noteOf(summaryTag, wordsForSummary(first.map(announced), waiting.length, notificationContent)));
  }
}

function noteOf(tag: string, { title, body, isUrgent }: NoteWords): Note {
  return {
    tag,
    title,
    body,
    urgency: isUrgent ? 'critical' : 'normal',
    isSilent: false,
    isSending: false,
    buttons: [],
  };
}

function announced({ key, title, serviceName, project, deadline, flags }: ItemRow): Announced {
  return { key, title, serviceName, project, deadline, timeSensitive: flags.includes('time_sensitive') };
}
