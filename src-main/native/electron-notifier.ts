import { Notification } from 'electron';
import type { Note, NoteCapabilities, NoteEvent } from '#shared/native/native-note';
import { escapeMarkup } from '#shared/native/notify-plan';
import { clickOnly, type Notifier, noCapabilities } from './notifier.ts';

/** More than this many are not kept alive: the oldest could not be clicked any more anyway. */
const mostKept = 100;

/** Electron's own notifications, without buttons. */
export class ElectronNotifier implements Notifier {
  // Strong references: a collected notification loses its click.
  readonly #shown = new Map<string, Notification>();
  readonly #listeners = new Set<(event: NoteEvent) => void>();
  readonly #readsMarkup: boolean;

  constructor(platform: string) {
    this.#readsMarkup = platform === 'linux';
  }

  capabilities(): NoteCapabilities {
    return Notification.isSupported() ? clickOnly : noCapabilities;
  }

  show({ tag, title, body, urgency, isSilent }: Note): void {
    if (!Notification.isSupported()) return;
    this.withdraw(tag);
    const notification = new Notification({
      title,
      body: this.#readsMarkup ? escapeMarkup(body) : body,
      urgency,
      silent: isSilent,
    });
    notification.on('click', () => {
      for (const listener of this.#listeners) listener({ type: 'activated', tag, activation: { kind: 'open' } });
    });
    this.#shown.set(tag, notification);
    const oldest = this.#shown.keys().next().value;
    if (this.#shown.size > mostKept && oldest !== undefined) this.#shown.delete(oldest);
    notification.show();
  }

  withdraw(tag: string): void {
    this.#shown.get(tag)?.close();
    this.#shown.delete(tag);
  }

  onEvent(listener: (event: NoteEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  stop(): void {
    this.#listeners.clear();
  }
}
