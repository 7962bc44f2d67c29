import type { Note, NoteCapabilities, NoteEvent } from '#shared/native/native-note';

/** Shows native notifications. One adapter per system; `createNotifier` picks it. No method ever waits for the system. */
export interface Notifier {
  /** What can be shown now. It changes with the service: listen to `capabilities-changed`. */
  capabilities(): NoteCapabilities;
  show(note: Note): void;
  /** Takes a notification off the screen, one of an earlier run too, as far as the system lets us. */
  withdraw(tag: string): void;
  onEvent(listener: (event: NoteEvent) => void): () => void;
  /** Nothing is shown or heard after this. What is on screen stays there. */
  stop(): void;
}

/** No service, or none that we can ask. */
export const noCapabilities: NoteCapabilities = {
  isAbsent: true,
  actions: 0,
  choiceButtons: 0,
  scaleButtons: 0,
  hasReply: false,
  hasSelection: false,
  isInhibited: false,
};

/** A click opens the item, nothing else. */
export const clickOnly: NoteCapabilities = { ...noCapabilities, isAbsent: false };
