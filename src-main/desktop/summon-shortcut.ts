import type { DesktopView } from '#shared/inbox/desktop-view';

/** Electron's global shortcuts, as far as they are used. */
export type ShortcutApi = {
  register(accelerator: string, run: () => void): boolean;
  unregister(accelerator: string): void;
};

/** The keys that bring the app before the person from anywhere. */
export class SummonShortcut {
  readonly #api: ShortcutApi;
  readonly #summon: () => void;
  #current = '';
  #state: DesktopView['summon'] = 'off';

  constructor(api: ShortcutApi, summon: () => void) {
    this.#api = api;
    this.#summon = summon;
  }

  get state(): DesktopView['summon'] {
    return this.#state;
  }

  /** Takes these keys instead of those before; empty: none. Others may have them: the state says so. */
  set(shortcut: string): void {
    if (shortcut === this.#current) return;
    if (this.#state === 'on') this.#api.unregister(this.#current);
    this.#current = shortcut;
    this.#state = shortcut === '' ? 'off' : this.#register(shortcut) ? 'on' : 'refused';
  }

  #register(shortcut: string): boolean {
    try {
      return this.#api.register(shortcut, this.#summon);
    } catch {
      return false; // the system does not know such a key
    }
  }
}
