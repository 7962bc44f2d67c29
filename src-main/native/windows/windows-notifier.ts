import { randomUUID } from 'node:crypto';
import type { Note, NoteCapabilities, NoteEvent } from '#shared/native/native-note';
import type { NotificationApi } from '../electron-notification.ts';
import { LiveNotes } from '../live-notes.ts';
import { NoteListeners } from '../note-listeners.ts';
import { clickOnly, type Notifier, noCapabilities } from '../notifier.ts';
import type { ShownNotes } from '../shown-notes.ts';
import { readToastActivation } from './toast-arguments.ts';
import { mostButtons, toastXml } from './toast-xml.ts';

/** A runtime that hands every activation to one place, those that start the app too. */
export type WindowsApi = NotificationApi & Required<Pick<NotificationApi, 'handleActivation'>>;

/**
 * Windows: toasts in their own markup. What a person does comes back through `handleActivation` alone, from the list of
 * old notifications and from before a restart too; the events of the objects would say the same a second time.
 */
export class WindowsNotifier implements Notifier {
  readonly #listeners = new NoteListeners();
  readonly #live: LiveNotes;
  readonly #api: WindowsApi;
  readonly #shown: ShownNotes;
  /** What came before anyone listened: the click that started the app. */
  #early: NoteEvent[] = [];

  constructor(api: WindowsApi, shown: ShownNotes) {
    this.#api = api;
    this.#shown = shown;
    this.#live = new LiveNotes({ api, listeners: this.#listeners, newId: randomUUID, shown, wire: () => {} });
    void this.#live.adopt();
    api.handleActivation((details) => this.#activated(details));
  }

  capabilities(): NoteCapabilities {
    if (!this.#api.isSupported()) return noCapabilities;
    const buttons = { actions: mostButtons, choiceButtons: mostButtons, scaleButtons: mostButtons };
    return { ...clickOnly, ...buttons, hasReply: true, hasSelection: true };
  }

  show(note: Note): void {
    this.#live.show(note, { toastXml: toastXml(note, this.#shown.nonce) });
  }

  withdraw(tag: string): void {
    this.#live.withdraw(tag);
  }

  onEvent(listener: (event: NoteEvent) => void): () => void {
    const stop = this.#listeners.add(listener);
    const early = this.#early;
    this.#early = [];
    for (const event of early) queueMicrotask(() => this.#listeners.tell(event));
    return stop;
  }

  stop(): void {
    this.#listeners.clear();
    this.#shown.flush();
  }

  #activated(details: unknown): void {
    const known = readToastActivation(this.#shown.nonce, details);
    if (!known) return;
    const event: NoteEvent = { type: 'activated', ...known };
    if (this.#listeners.isEmpty) this.#early.push(event);
    else this.#listeners.tell(event);
  }
}
