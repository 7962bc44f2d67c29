import type { Note } from '#shared/native/native-note';
import { words } from '#shared/words/words';
import {
  closeReasonOf,
  type ElectronNote,
  failureOf,
  type NoteOptions,
  type NotificationApi,
} from './electron-notification.ts';
import type { NoteListeners } from './note-listeners.ts';
import type { ShownNotes } from './shown-notes.ts';

/** More than this many are not kept alive: the oldest could hardly be found by a person any more. */
const mostKept = 100;

export type LiveNotesPorts = {
  api: NotificationApi;
  listeners: NoteListeners;
  newId: () => string;
  /** Remembers over a restart which of the system's notifications is which of ours. */
  shown?: ShownNotes | undefined;
  /** Listens for what else can happen to a notification, on one of an earlier run too. */
  wire: (object: ElectronNote, tag: string, note: Pick<Note, 'buttons' | 'reply'>) => void;
};

/**
 * Electron's notification objects by tag: kept from the garbage collector, which would take their clicks with it, and
 * replaced one by another. What an object says after it was replaced no longer concerns the one on screen.
 */
export class LiveNotes {
  readonly #live = new Map<string, ElectronNote>();
  readonly #ports: LiveNotesPorts;

  constructor(ports: LiveNotesPorts) {
    this.#ports = ports;
  }

  show(note: Note, options: NoteOptions): void {
    const { api, newId, shown, listeners } = this.#ports;
    if (!api.isSupported()) {
      const why = words.notes.unsupported;
      queueMicrotask(() => listeners.tell({ type: 'failed', tag: note.tag, why }));
      return;
    }
    const id = newId();
    this.withdraw(note.tag);
    const object = new api({ ...options, id });
    this.#keep(object, id, note.tag, note);
    shown?.add(id, note);
    object.show();
  }

  withdraw(tag: string): void {
    const { api, shown } = this.#ports;
    const object = this.#live.get(tag);
    this.#live.delete(tag);
    object?.close();
    const old = shown?.byTag(tag);
    if (!old) return;
    if (!object) api.remove?.(old.id);
    shown?.gone(old.id);
  }

  /** Takes back what an earlier run of the app left on screen, where the system tells. */
  async adopt(): Promise<void> {
    const { api, shown } = this.#ports;
    const history = await api.getHistory?.().catch(() => []); // not told, not adopted
    for (const object of history ?? []) {
      const note = shown?.byId(object.id ?? '');
      if (!note || note.state === 'gone' || this.#live.has(note.tag)) continue;
      const buttons = note.buttons.map((id) => ({ id, label: '' }));
      const reply = note.reply === undefined ? undefined : { id: note.reply, placeholder: '', sendLabel: '' };
      this.#keep(object, note.id, note.tag, { buttons, reply });
    }
  }

  #keep(object: ElectronNote, id: string, tag: string, note: Pick<Note, 'buttons' | 'reply'>): void {
    const { listeners, shown, wire } = this.#ports;
    object.on('close', (...args) => {
      if (this.#live.get(tag) !== object) return;
      const because = closeReasonOf(args);
      if (because !== 'timed-out') {
        this.#live.delete(tag); // what timed out is still in the system's list and can be clicked there
        shown?.gone(id);
      }
      listeners.tell({ type: 'closed', tag, because });
    });
    object.on('failed', (...args) => {
      if (this.#live.get(tag) !== object) return;
      this.#live.delete(tag);
      shown?.gone(id);
      listeners.tell({ type: 'failed', tag, why: failureOf(args) });
    });
    wire(object, tag, note);
    this.#live.set(tag, object);
    const oldest = this.#live.keys().next().value;
    if (this.#live.size > mostKept && oldest !== undefined) this.#live.delete(oldest);
  }
}
