import { reasonOf } from '#main/logging/logger';
import type { Note, NoteActivation, NoteCapabilities, NoteEvent } from '#shared/native/native-note';
import { unreachable } from '#shared/result';
import { words } from '#shared/words/words';
import { NoteListeners } from '../note-listeners.ts';
import { clickOnly, type Notifier, noCapabilities } from '../notifier.ts';
import type { ShownNote, ShownNotes } from '../shown-notes.ts';
import { readActionKey } from './action-key.ts';
import type { NotificationService, ServiceState } from './notification-service.ts';
import { defaultKey, notifyArguments } from './notify-message.ts';
import type { ServiceSignal } from './service-messages.ts';

export type FreedesktopPorts = {
  service: NotificationService;
  shown: ShownNotes;
  /** A `file:` URL. */
  icon: () => string;
  /** Shows them while there is no service that we can reach. */
  fallback: Notifier;
};

/** Buttons in one row, as far as we know of the services that draw them. */
const buttonsInARow = 3;
/** No plan lets so many wait: beyond it something is broken, and memory is not what pays for it. */
const mostWaiting = 100;

/**
 * Notifications through `org.freedesktop.Notifications`. One call is under way at a time, and what waits is kept by tag,
 * so that a slow service gets the last word on each item and never a backlog.
 */
export class FreedesktopNotifier implements Notifier {
  /** What still has to be said about a tag; undefined: take it away. */
  readonly #waiting = new Map<string, Note | undefined>();
  readonly #listeners = new NoteListeners();
  readonly #ports: FreedesktopPorts;
  #isPumping = false;
  /** The tag whose call is under way. */
  #sending: string | undefined;
  /** Signals during a call may be about the notification that it makes, whose id we learn from its reply. */
  readonly #early: ServiceSignal[] = [];
  /** Comes just before the activation that it is for. */
  #token: { id: number; token: string } | undefined;
  #told = '';

  constructor(ports: FreedesktopPorts) {
    this.#ports = ports;
    ports.service.onState((state) => this.#stateChanged(state));
    ports.service.onSignal((signal) => this.#heard(signal));
    ports.fallback.onEvent((event) => this.#listeners.tell(event));
    ports.service.start();
  }

  capabilities(): NoteCapabilities {
    const { state } = this.#ports.service;
    switch (state.at) {
      case 'starting':
        return clickOnly;
      case 'absent': // Electron asks the same service, unless it has another way to a bus
        return state.hasBus ? noCapabilities : this.#ports.fallback.capabilities();
      case 'silent':
        return noCapabilities;
      case 'ready': {
        const { capabilities, isInhibited } = state.facts;
        if (!capabilities.has('actions')) return { ...clickOnly, isInhibited };
        const buttons = { actions: buttonsInARow, choiceButtons: buttonsInARow, scaleButtons: buttonsInARow };
        return { ...clickOnly, ...buttons, hasReply: capabilities.has('inline-reply'), isInhibited };
      }
      default:
        return unreachable(state);
    }
  }

  show(note: Note): void {
    this.#want(note.tag, note);
    if (this.#waiting.size <= mostWaiting) return;
    const [oldest] = [...this.#waiting].find(([, one]) => one) ?? [note.tag];
    this.#waiting.delete(oldest);
    queueMicrotask(() => this.#failed(oldest, words.notes.tooManyWait));
  }

  withdraw(tag: string): void {
    this.#ports.fallback.withdraw(tag);
    this.#waiting.delete(tag);
    if (this.#sending === tag || this.#ports.shown.byTag(tag)) this.#want(tag, undefined);
  }

  onEvent(listener: (event: NoteEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  stop(): void {
    this.#listeners.clear();
    this.#waiting.clear();
    this.#ports.service.stop();
    this.#ports.shown.flush();
    this.#ports.fallback.stop();
  }

  #want(tag: string, note: Note | undefined): void {
    this.#waiting.delete(tag);
    this.#waiting.set(tag, note);
    void this.#sendWaiting();
  }

  async #sendWaiting(): Promise<void> {
    if (this.#isPumping) return;
    this.#isPumping = true;
    try {
      while (this.#waiting.size > 0) {
        await this.#ports.service.wake();
        if (this.#ports.service.state.at === 'starting') break; // goes on when that is over
        await this.#sendNext();
      }
    } finally {
      this.#isPumping = false;
    }
  }

  async #sendNext(): Promise<void> {
    const next = this.#waiting.entries().next().value;
    if (!next) return;
    const [tag, note] = next;
    this.#waiting.delete(tag);
    if (!note) return this.#takeAway(tag);
    this.#sending = tag;
    await this.#send(note);
    this.#sending = undefined;
    this.#hearEarly();
  }

  async #send(note: Note): Promise<void> {
    const { service, shown, icon, fallback } = this.#ports;
    const { state } = service;
    if (state.at === 'absent') return fallback.show(note);
    if (state.at !== 'ready') return this.#failed(note.tag, words.notes.serviceSilent);
    const { capabilities } = state.facts;
    const replaces = Number(shown.byTag(note.tag)?.id ?? 0);
    const body = notifyArguments(note, { capabilities, nonce: shown.nonce, replaces, icon: icon() });
    try {
      // One that comes after we gave up on it would stay for ever: it was said to have failed.
      const id = await service.notify(body, (late) => service.close(late));
      shown.add(String(id), note);
    } catch (thrown) {
      this.#failed(note.tag, reasonOf(thrown));
    }
  }

  #takeAway(tag: string): void {
    const { service, shown } = this.#ports;
    const note = shown.byTag(tag);
    if (note && service.state.at !== 'absent') service.close(Number(note.id));
  }

  #failed(tag: string, why: string): void {
    this.#listeners.tell({ type: 'failed', tag, why });
  }

  #stateChanged(state: ServiceState): void {
    if (state.at === 'ready') {
      this.#ports.shown.inSession(state.facts.session);
      this.#hearEarly();
    }
    void this.#sendWaiting();
    const now = JSON.stringify(this.capabilities());
    if (now === this.#told || state.at === 'starting') return;
    this.#told = now;
    this.#listeners.tell({ type: 'capabilities-changed' });
  }

  /** What came before it was known what its number means. */
  #hearEarly(): void {
    if (this.#sending !== undefined) return;
    for (const signal of this.#early.splice(0)) this.#heard(signal);
  }

  #heard(signal: ServiceSignal): void {
    // While a successor is being read, our numbers are still those of the service before it.
    const isUnread = this.#ports.service.state.at !== 'ready';
    if ((isUnread || this.#sending !== undefined) && this.#early.length < mostWaiting) {
      this.#early.push(signal);
      return;
    }
    if (isUnread) return;
    const { shown } = this.#ports;
    const note = shown.byId(String(signal.id));
    switch (signal.type) {
      case 'token':
        this.#token = signal;
        return;
      case 'invoked': {
        const button = readActionKey(shown.nonce, signal.key);
        if (button) this.#activated(button.tag, { kind: 'button', id: button.button }, signal.id);
        else if (note && signal.key === defaultKey) this.#activated(note.tag, { kind: 'open' }, signal.id);
        return;
      }
      case 'replied':
        if (note?.reply === undefined) return;
        this.#activated(note.tag, { kind: 'reply', id: note.reply, text: signal.text }, signal.id);
        return;
      case 'closed':
        this.#closed(note, signal.reason);
        return;
      default:
        unreachable(signal);
    }
  }

  #activated(tag: string, activation: NoteActivation, id: number): void {
    const activationToken = this.#token?.id === id ? this.#token.token : undefined;
    this.#token = undefined;
    this.#listeners.tell({ type: 'activated', tag, activation, activationToken });
  }

  #closed(note: ShownNote | undefined, reason: number): void {
    if (!note) return;
    const because = closeReasons[reason] ?? 'unknown';
    // What timed out is often still in the desktop's list, where it can be pressed, replaced and taken away.
    if (because !== 'timed-out') this.#ports.shown.gone(note.id);
    this.#listeners.tell({ type: 'closed', tag: note.tag, because });
  }
}

const closeReasons: Record<number, 'timed-out' | 'dismissed' | 'withdrawn'> = {
  1: 'timed-out',
  2: 'dismissed',
  3: 'withdrawn',
};
