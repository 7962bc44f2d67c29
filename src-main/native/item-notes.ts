import type { Inbox } from '#main/inbox/inbox';
import type { AnswerView, ItemRow } from '#shared/inbox/item';
import type { ItemKey } from '#shared/inbox/item-key';
import type { Settings } from '#shared/inbox/settings';
import type { Asked } from '#shared/native/note-forms';
import { askingNote, type NoteOccasion, sendingNote } from '#shared/native/note-words';
import { type Said, saidNote, saidTag } from '#shared/native/said-words';
import type { NoticeFile } from './notice-file.ts';
import type { Notifier } from './notifier.ts';

export type ItemNotesPorts = {
  notifier: Notifier;
  inbox: Inbox;
  settings: () => Settings;
  serverNow: (key: ItemKey) => number;
  now: () => number;
  /** Whether the person looks at this item right now. */
  isOnScreen: (key: ItemKey) => boolean;
  file: NoticeFile;
};

/** What is on screen for an item. `isGone`: the person or the system took it away, so that it is not put there again. */
type OnScreen = { does: 'asks' | 'sends'; revision: string | undefined; isGone: boolean; hadForms: boolean };

/** The notes of single items on the screen: one for each at most, by the item's key. */
export class ItemNotes {
  readonly #ports: ItemNotesPorts;
  readonly #onScreen = new Map<ItemKey, OnScreen>();

  constructor(ports: ItemNotesPorts) {
    this.#ports = ports;
    // Those of the last run: tags stay the same, so they can still be taken away.
    for (const key of ports.file.shown) {
      this.#onScreen.set(key, { does: 'asks', revision: undefined, isGone: true, hadForms: true });
    }
  }

  keys(): ItemKey[] {
    return [...this.#onScreen.keys()];
  }

  has(key: ItemKey): boolean {
    return this.#onScreen.has(key);
  }

  /** Shows an item's question. False: there is no such item. */
  ask(key: ItemKey, occasion: NoteOccasion): boolean {
    const item = this.#ports.inbox.item(key);
    if (!item.ok) return false;
    const { notification, revision } = item.value;
    const { notifier, serverNow } = this.#ports;
    const capabilities = notifier.capabilities();
    const asked = { ...this.#askedOf(key, revision), notification };
    const source = { row: item.value, asked, capabilities, showsContent: this.#showsContent, now: serverNow(key) };
    this.#remember(key, { does: 'asks', revision, isGone: false, hadForms: capabilities.actions > 0 });
    notifier.show(askingNote(source, occasion));
    return true;
  }

  /** Says on the item's own note that its answer will be sent, with Undo; without a window to take it back, it goes. */
  send(row: ItemRow, answer: AnswerView): void {
    const { notifier, now } = this.#ports;
    const seconds = answer.state === 'held' ? Math.ceil((answer.sendAt - now()) / 1000) : 0;
    if (seconds <= 0 || !this.#mayShow) {
      this.withdraw(row.key);
      return;
    }
    this.#remember(row.key, { does: 'sends', revision: undefined, isGone: false, hadForms: true });
    const source = { row, capabilities: notifier.capabilities(), showsContent: this.#showsContent };
    notifier.show(sendingNote(source, { words: answer.words, savedAt: answer.savedAt, seconds }));
  }

  /** Tells what became of an answer, briefly; not where the person reads it already. */
  say(key: ItemKey | undefined, said: Said): void {
    if (!this.#mayShow || (key && this.#ports.isOnScreen(key))) return;
    const title = key && this.#ports.inbox.row(key)?.title;
    // The words of an answer are content as well.
    this.#ports.notifier.show(
      this.#showsContent ? saidNote(key, title, said) : saidNote(key, undefined, { title: said.title }),
    );
  }

  /** Nothing is said about an item any more: it is before the person's eyes, or no longer true. */
  unsay(key: ItemKey): void {
    this.#ports.notifier.withdraw(saidTag(key));
  }

  withdraw(key: ItemKey): void {
    if (!this.#onScreen.delete(key)) return;
    this.#ports.file.shown.delete(key);
    this.#ports.file.changed();
    this.#ports.notifier.withdraw(key);
  }

  /** It left the screen by itself or by the person's hand. It is still taken away once it is no longer true: lists keep it. */
  gone(key: ItemKey): void {
    const on = this.#onScreen.get(key);
    // A daemon closes what was pressed; by then the note that says "will be sent" stands in its place.
    if (on?.does === 'asks') on.isGone = true;
  }

  /** The item changed: its note says what is true now, or goes. */
  refresh(key: ItemKey, row: ItemRow | undefined): void {
    const on = this.#onScreen.get(key);
    if (on?.does !== 'asks') return;
    if (!row || row.ending || (row.answer && row.answer.state !== 'returned')) {
      this.withdraw(key);
      return;
    }
    if (on.isGone || on.revision === undefined) return;
    const item = this.#ports.inbox.item(key);
    if (item.ok && item.value.revision !== on.revision) this.ask(key, { kind: 'asked-again' });
  }

  /** The system can show buttons now, and could not a moment ago: those on screen get theirs. */
  addForms(): void {
    if (this.#ports.notifier.capabilities().actions === 0) return;
    for (const [key, on] of this.#onScreen) {
      if (on.does === 'asks' && !on.isGone && !on.hadForms) this.ask(key, { kind: 'asked', sound: false });
    }
  }

  /** The showing of an item's buttons that counts now. */
  #askedOf(key: ItemKey, revision: string): Omit<Asked, 'notification'> {
    return { key, revision, round: this.#ports.file.rounds.get(key)?.round ?? 0 };
  }

  #remember(key: ItemKey, on: OnScreen): void {
    this.#onScreen.set(key, on);
    if (this.#ports.file.shown.has(key)) return;
    this.#ports.file.shown.add(key);
    this.#ports.file.changed();
  }

  get #showsContent(): boolean {
    return this.#ports.settings().notificationContent;
  }

  get #mayShow(): boolean {
    return this.#ports.settings().nativeNotifications && !this.#ports.notifier.capabilities().isAbsent;
  }
}
