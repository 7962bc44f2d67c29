import { join } from 'node:path';
import { readJsonFile, writeFileAtomically } from '#main/files/json-file';
import { reasonOf } from '#main/logging/logger';
import type { Warning } from '#main/warnings';
import { defaultSettings, Settings, type SettingsChange } from '#shared/inbox/settings';
import { fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';

/** What the person set, kept in `settings.json`. */
export class SettingsStore {
  #current: Settings;
  readonly #path: string;
  readonly #listeners = new Set<(settings: Settings) => void>();

  private constructor(path: string, current: Settings) {
    this.#path = path;
    this.#current = current;
  }

  static open(dataFolder: string, now: number): { settings: SettingsStore; warning: Warning | undefined } {
    const path = join(dataFolder, 'settings.json');
    const read = readJsonFile(path, Settings, now);
    if (read.found !== 'set-aside') {
      return {
        settings: new SettingsStore(path, read.found === 'value' ? read.value : defaultSettings),
        warning: undefined,
      };
    }
    const warning = {
      id: 'settings-damaged',
      say: () => ({ message: words.storage.settingsDamaged, hint: words.storage.fileKept(read.kept) }),
    };
    return { settings: new SettingsStore(path, defaultSettings), warning };
  }

  get current(): Settings {
    return this.#current;
  }

  /** Changes some settings. They count only once they are on disk. */
  change(change: SettingsChange): Result<undefined> {
    const next: Settings = { ...this.#current, ...withoutUndefined(change) };
    try {
      writeFileAtomically(this.#path, `${JSON.stringify(next, null, 2)}\n`);
    } catch (thrown) {
      return fail({
        code: 'settings/not-saved',
        message: words.storage.settingNotSaved(reasonOf(thrown)),
        hint: words.storage.checkRoom,
        retryable: true,
      });
    }
    this.#current = next;
    for (const listener of this.#listeners) listener(next);
    return ok(undefined);
  }

  onChanged(listener: (settings: Settings) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function withoutUndefined(change: SettingsChange): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
