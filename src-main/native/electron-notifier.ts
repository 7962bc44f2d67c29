import { randomUUID } from 'node:crypto';
import type { Note, NoteCapabilities, NoteEvent } from '#shared/native/native-note';
import { escapeMarkup } from '#shared/native/notify-plan';
import type { NotificationApi } from './electron-notification.ts';
import { LiveNotes } from './live-notes.ts';
import { NoteListeners } from './note-listeners.ts';
import { clickOnly, type Notifier, noCapabilities } from './notifier.ts';

/** Electron's notifications without anything that only some systems have: a title, a body and a click. */
export class ElectronNotifier implements Notifier {
  readonly #listeners = new NoteListeners();
  readonly #live: LiveNotes;
  readonly #api: NotificationApi;
  readonly #readsMarkup: boolean;

  constructor(api: NotificationApi, platform: string) {
    this.#api = api;
    this.#readsMarkup = platform === 'linux'; // libnotify's daemons may, and nobody tells us which one this is
    this.#live = new LiveNotes({
      api,
      listeners: this.#listeners,
      newId: randomUUID,
      wire: (object, tag) =>
        object.on('click', () => this.#listeners.tell({ type: 'activated', tag, activation: { kind: 'open' } })),
    });
  }

  capabilities(): NoteCapabilities {
    return this.#api.isSupported() ? clickOnly : noCapabilities;
  }

  show(note: Note): void {
    const { title, body, urgency, isSilent } = note;
    this.#live.show(note, { title, body: this.#readsMarkup ? escapeMarkup(body) : body, urgency, silent: isSilent });
  }

  withdraw(tag: string): void {
    this.#live.withdraw(tag);
  }

  onEvent(listener: (event: NoteEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  stop(): void {
    this.#listeners.clear();
  }
}
