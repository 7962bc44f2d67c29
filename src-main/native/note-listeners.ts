import type { NoteEvent } from '#shared/native/native-note';

/** Who wants to hear what happens to notifications. */
export class NoteListeners {
  readonly #listeners = new Set<(event: NoteEvent) => void>();

  add(listener: (event: NoteEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(event: NoteEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  get isEmpty(): boolean {
    return this.#listeners.size === 0;
  }

  clear(): void {
    this.#listeners.clear();
  }
}
