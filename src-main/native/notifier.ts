/** A native notification, in our words. `tag` names it: showing the same tag again replaces it. */
export type Note = { tag: string; title: string; body: string; isUrgent: boolean };

/** Shows native notifications. One adapter per system. */
export interface Notifier {
  show(note: Note): void;
  withdraw(tag: string): void;
  /** The person clicked one. May be called twice and late. */
  onActivated(listener: (tag: string) => void): () => void;
}
