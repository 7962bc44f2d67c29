import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, Settings, SettingsChange } from './settings.ts';

describe('settings', () => {
  it('has the defaults of the design: 5 s to take back, system theme, notifications on', () => {
    expect(defaultSettings).toMatchObject({
      theme: 'system',
      textSizePercent: 100,
      takeBackSeconds: 5,
      nativeNotifications: true,
      notificationContent: true,
      singleKeys: true,
    });
  });

  it('a file of any older version reads: what it does not know has its default', () => {
    const older = fc.subarray(
      Object.entries({ ...defaultSettings, theme: 'dark', takeBackSeconds: 0, welcomeDone: true }),
    );
    fc.assert(
      fc.property(older, (known) => {
        const file = Object.fromEntries(known);
        expect(Settings.parse(file)).toEqual({ ...defaultSettings, ...file });
      }),
    );
    expect(Settings.parse({ aSettingOfLater: 1 })).toEqual(defaultSettings);
  });

  it.each([
    { theme: 'purple' },
    { takeBackSeconds: -1 },
    { takeBackSeconds: 2.5 },
    { textSizePercent: 89 },
    { textSizePercent: 201 },
    null,
    [],
  ])('%o does not parse, so that the file is set aside and reported', (file) => {
    expect(Settings.safeParse(file).success).toBe(false);
  });

  it('a change changes what it names and nothing else', () => {
    expect(SettingsChange.parse({})).toEqual({});
    expect(SettingsChange.parse({ theme: 'light' })).toEqual({ theme: 'light' });
    expect(SettingsChange.safeParse({ them: 'light' }).success).toBe(false);
    expect(SettingsChange.safeParse({ takeBackSeconds: 61 }).success).toBe(false);
  });

  it('every setting can be changed', () => {
    expect(Object.keys(SettingsChange.shape).toSorted()).toEqual(Object.keys(Settings.shape).toSorted());
    expect(SettingsChange.parse(defaultSettings)).toEqual(defaultSettings);
  });
});
