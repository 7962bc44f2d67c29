import type { Notifier } from '#main/native/notifier';
import { clickOnly } from '#main/native/notifier';
import type { Note, NoteActivation, NoteCapabilities, NoteEvent } from '#shared/native/native-note';

/** What a desktop with buttons, reply fields and lists can do. */
export const everything: NoteCapabilities = {
  ...clickOnly,
  actions: 5,
  choiceButtons: 3,
  scaleButtons: 3,
  hasReply: true,
  hasSelection: true,
};

/**
 * A desktop's notification daemon as the worst of them are: it outlives the app, says everything twice when told to, says
 * it late, loses everything when it is restarted, and closes what was pressed.
 */
export class ScriptedDaemon implements Notifier {
  /** Everything that was ever shown, replacements included. */
  readonly history: Note[] = [];
  readonly onScreen = new Map<string, Note>();
  readonly withdrawn: string[] = [];
  can: NoteCapabilities = everything;
  /** Every signal comes so many times. */
  echoes = 1;
  #listeners = new Set<(event: NoteEvent) => void>();

  capabilities(): NoteCapabilities {
    return this.can;
  }

  show(note: Note): void {
    this.history.push(note);
    this.onScreen.set(note.tag, note);
  }

  withdraw(tag: string): void {
    this.withdrawn.push(tag);
    this.onScreen.delete(tag);
  }

  onEvent(listener: (event: NoteEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  stop(): void {
    this.#listeners.clear();
  }

  /** From now on it can do this. */
  become(can: NoteCapabilities): void {
    this.can = can;
    this.tell({ type: 'capabilities-changed' });
  }

  tell(event: NoteEvent): void {
    for (let n = 0; n < this.echoes; n++) for (const listener of [...this.#listeners]) listener(event);
  }

  /** The button with this label, as a signal that can be sent now or later. */
  pressOf(tag: string, label: string): () => void {
    const button = this.onScreen.get(tag)?.buttons.find((one) => one.label === label);
    if (!button) throw new Error(`${tag} has no button “${label}”: ${this.labels(tag).join(', ')}`);
    return () => this.#activate(tag, { kind: 'button', id: button.id });
  }

  press(tag: string, label: string): void {
    this.pressOf(tag, label)();
  }

  reply(tag: string, text: string): void {
    const { reply } = this.onScreen.get(tag) ?? {};
    if (!reply) throw new Error(`${tag} has no field.`);
    this.#activate(tag, { kind: 'reply', id: reply.id, text });
  }

  select(tag: string, label: string): void {
    const { selection } = this.onScreen.get(tag) ?? {};
    const option = selection?.options.find((one) => one.label === label);
    if (!selection || !option) throw new Error(`${tag} has no such list.`);
    this.#activate(tag, { kind: 'selection', id: selection.id, option: option.id });
  }

  click(tag: string): void {
    this.#activate(tag, { kind: 'open' });
  }

  dismiss(tag: string, because: 'dismissed' | 'timed-out' = 'dismissed'): void {
    this.onScreen.delete(tag);
    this.tell({ type: 'closed', tag, because });
  }

  /** Another process takes the service over: what was on screen is gone, and nobody says so. */
  changeOwner(can: NoteCapabilities): void {
    this.onScreen.clear();
    this.become(can);
  }

  labels(tag: string): string[] {
    return this.onScreen.get(tag)?.buttons.map((one) => one.label) ?? [];
  }

  /** What was told about answers, in order: title and body. */
  get said(): string[] {
    return this.history.filter(({ tag }) => tag.startsWith('said:')).map(({ title, body }) => `${title} | ${body}`);
  }

  #activate(tag: string, activation: NoteActivation): void {
    const isResident = this.onScreen.get(tag)?.isSending ?? false;
    if (!isResident) this.onScreen.delete(tag);
    this.tell({ type: 'activated', tag, activation });
    if (!isResident) this.tell({ type: 'closed', tag, because: 'dismissed' });
  }
}
