import type { AppState } from '#shared/inbox/app-state';

export type Warning = AppState['warnings'][number];

/** Troubles that a person should know of, each once, gone when it is over. */
export class Warnings {
  #all = new Map<string, Warning>();
  readonly #onChanged: () => void;

  constructor(onChanged: () => void) {
    this.#onChanged = onChanged;
  }

  report(warning: Warning): void {
    this.#all.set(warning.id, warning);
    this.#onChanged();
  }

  clear(id: string): void {
    if (this.#all.delete(id)) this.#onChanged();
  }

  list(): Warning[] {
    return [...this.#all.values()];
  }
}
