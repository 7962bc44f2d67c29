import type { Database } from './database.ts';

/** Small facts the server keeps about itself, such as the port it listened on. */
export type SettingStore = ReturnType<typeof createSettingStore>;

export function createSettingStore({ sqlite }: Database) {
  const get = sqlite.prepare('SELECT value FROM settings WHERE name = ?');
  const set = sqlite.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)');
  return {
    get: (name: 'port'): string | undefined => {
      const value = get.get(name)?.value;
      return typeof value === 'string' ? value : undefined;
    },
    set: (name: 'port', value: string): void => void set.run(name, value),
  };
}
