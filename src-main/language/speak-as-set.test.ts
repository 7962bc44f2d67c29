import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SettingsStore } from '#main/settings/settings-store';
import { speak, words } from '#shared/words/words';
import { speakAsSet } from './speak-as-set.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triage-language-'));
});
afterEach(() => {
  speak({ language: 'en', locale: 'en' });
  rmSync(folder, { recursive: true });
});

test('the language changes with the setting, before those who listen after draw anything', () => {
  const { settings } = SettingsStore.open(folder, 0);
  let others = 0;
  speakAsSet(settings, { language: 'de', formats: 'de-DE' }, '', () => {
    others += 1;
  });
  expect(words.composer.cancel).toBe('Abbrechen');
  const drawn: string[] = [];
  settings.onChanged(() => drawn.push(words.composer.cancel));
  settings.change({ language: 'en' });
  settings.change({ language: 'system' });
  settings.change({ theme: 'dark', language: 'de' });
  expect(drawn).toEqual(['Cancel', 'Abbrechen', 'Abbrechen']);
  expect(others).toBe(2);
});

test('a restart speaks what was set', () => {
  SettingsStore.open(folder, 0).settings.change({ language: 'de' });
  speakAsSet(SettingsStore.open(folder, 0).settings, { language: 'en-GB', formats: 'en-GB' }, '', () => {});
  expect(words.composer.cancel).toBe('Abbrechen');
});
