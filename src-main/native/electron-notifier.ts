import { Notification } from 'electron';
import { escapeMarkup } from '#shared/native/notify-plan';
import type { Note, Notifier } from './notifier.ts';

/** More than this many are not kept alive: the oldest could not be clicked any more anyway. */
const mostKept = 100;

/** Electron's own notifications: the whole story on macOS and Windows for now, and the fallback on Linux. */
export class ElectronNotifier implements Notifier {
  // Strong references: a collected notification loses its click.
  readonly #shown = new Map<string, Notification>();
  readonly #listeners = new Set<(tag: string) => void>();
  readonly #readsMarkup: boolean;

  constructor(platform: string) {
    this.#readsMarkup = platform === 'linux';
  }

  show({ tag, title, body, isUrgent }: Note): void {
    if (!Notification.isSupported()) return;
    this.withdraw(tag);
    const notification = new Notification({
      title,
      body: this.#readsMarkup ? escapeMarkup(body) : body,
      urgency: isUrgent ? 'critical' : 'normal',
    });
    notification.on('click', () => {
      for (const listener of this.#listeners) listener(tag);
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

  onActivated(listener: (tag: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
