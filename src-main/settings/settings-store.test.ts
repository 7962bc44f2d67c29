import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultSettings } from '#shared/inbox/settings';
import { SettingsStore } from './settings-store.ts';

const now = Date.parse('2026-01-15T09:00:00Z');
const aFolder = () => mkdtempSync(join(tmpdir(), 'triage-settings-'));

test('what was changed is there at the next start', () => {
  const folder = aFolder();
  const { settings } = SettingsStore.open(folder, now);
  expect(settings.current).toEqual(defaultSettings);
  expect(settings.change({ theme: 'dark', takeBackSeconds: undefined }).ok).toBe(true);
  expect(SettingsStore.open(folder, now).settings.current).toEqual({ ...defaultSettings, theme: 'dark' });
  expect(readdirSync(folder)).toEqual(['settings.json']);
});

test.each(['{ not json', '{"theme":"pink"}', ''])('a file with %j is set aside and reported', (content) => {
  const folder = aFolder();
  writeFileSync(join(folder, 'settings.json'), content);
  const { settings, warning } = SettingsStore.open(folder, now);
  expect(settings.current).toEqual(defaultSettings);
  expect(warning?.id).toBe('settings-damaged');
  const kept = readdirSync(folder).find((name) => name.startsWith('settings.json.damaged-'));
  expect(readFileSync(join(folder, kept ?? ''), 'utf8')).toBe(content);
});

test('a change that cannot be written does not count', () => {
  const folder = aFolder();
  const { settings } = SettingsStore.open(folder, now);
  mkdirSync(join(folder, 'settings.json')); // a folder in the way: root ignores file modes
  expect(settings.change({ theme: 'dark' })).toMatchObject({ ok: false, error: { code: 'settings/not-saved' } });
  expect(settings.current.theme).toBe('system');
});

test('listeners hear of a change until they leave', () => {
  const { settings } = SettingsStore.open(aFolder(), now);
  const heard: string[] = [];
  const leave = settings.onChanged(({ theme }) => heard.push(theme));
  settings.change({ theme: 'dark' });
  leave();
  settings.change({ theme: 'light' });
  expect(heard).toEqual(['dark']);
});
