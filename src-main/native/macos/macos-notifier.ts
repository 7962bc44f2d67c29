import { randomUUID } from 'node:crypto';
import type { Note, NoteCapabilities, NoteEvent } from '#shared/native/native-note';
import { actionIndexOf, type ElectronNote, type NotificationApi, replyOf } from '../electron-notification.ts';
import { LiveNotes } from '../live-notes.ts';
import { NoteListeners } from '../note-listeners.ts';
import { clickOnly, type Notifier, noCapabilities } from '../notifier.ts';
import type { ShownNotes } from '../shown-notes.ts';

/** macOS: the first action is a button, more are in its menu; one reply field. Unsigned builds only get `failed`. */
export class MacNotifier implements Notifier {
  readonly #listeners = new NoteListeners();
  readonly #live: LiveNotes;
  readonly #api: NotificationApi;
  readonly #shown: ShownNotes;

  constructor(api: NotificationApi, shown: ShownNotes) {
    this.#api = api;
    this.#shown = shown;
    this.#live = new LiveNotes({
      api,
      listeners: this.#listeners,
      newId: randomUUID,
      shown,
      wire: (object, tag, note) => this.#wire(object, tag, note),
    });
    void this.#live.adopt();
  }

  capabilities(): NoteCapabilities {
    if (!this.#api.isSupported()) return noCapabilities;
    return { ...clickOnly, actions: 2, choiceButtons: 2, hasReply: true };
  }

  show(note: Note): void {
    const { title, body, buttons, reply, isSilent } = note;
    this.#live.show(note, {
      ...{ title, body, silent: isSilent },
      actions: buttons.map(({ label }) => ({ type: 'button', text: label })),
      ...(reply ? { hasReply: true, replyPlaceholder: reply.placeholder } : {}),
    });
  }

  withdraw(tag: string): void {
    this.#live.withdraw(tag);
  }

  onEvent(listener: (event: NoteEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  stop(): void {
    this.#listeners.clear();
    this.#shown.flush();
  }

  #wire(object: ElectronNote, tag: string, { buttons, reply }: Pick<Note, 'buttons' | 'reply'>): void {
    const tell = (activation: Extract<NoteEvent, { type: 'activated' }>['activation']) =>
      this.#listeners.tell({ type: 'activated', tag, activation });
    object.on('click', () => tell({ kind: 'open' }));
    object.on('action', (...args) => {
      const button = buttons[actionIndexOf(args) ?? -1];
      if (button) tell({ kind: 'button', id: button.id });
    });
    object.on('reply', (...args) => {
      const text = replyOf(args);
      if (reply && text !== undefined) tell({ kind: 'reply', id: reply.id, text });
    });
  }
}
