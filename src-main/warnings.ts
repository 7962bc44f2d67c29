import type { AppState } from '#shared/inbox/app-state';

/** `say` is asked whenever the warnings are read, so that they speak the language that is spoken then. */
export type Warning = { id: string; say: () => { message: string; hint: string } };

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

  list(): AppState['warnings'] {
    return [...this.#all.values()].map(({ id, say }) => ({ id, ...say() }));
  }
}
