import { z } from 'zod';
import { notificationFields, notificationFieldsWithDefaults } from '../native/notification-settings.ts';
import { ShortcutSetting } from '../native/shortcut.ts';
import { languageSettings } from '../words/language.ts';
import { KeyChoices, RecentCommands } from './keyboard-settings.ts';
import { SavedFilters } from './saved-filter.ts';

/** What a person sets. Each field has a default, so a settings file of an older version reads as well. */
export const Settings = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** What the app speaks; `system`: what the system speaks, where that is a language of ours. */
  language: z.enum(languageSettings).default('system'),
  /** The size of everything, in percent (look.md: 90 to 200). */
  textSizePercent: z.int().min(90).max(200).default(100),
  /** How long an answer can be taken back, in seconds; 0 sends at once. */
  takeBackSeconds: z.int().min(0).max(60).default(5),
  /** Whether arrivals raise a native notification. */
  nativeNotifications: z.boolean().default(true),
  /** Whether native notifications show what is asked, or only that something waits. */
  notificationContent: z.boolean().default(true),
  ...notificationFieldsWithDefaults,
  /** Single keys such as j and k act in the inbox (WCAG 2.1.4 wants an off-switch). */
  singleKeys: z.boolean().default(true),
  /** The keys that the person has given to commands. */
  keys: KeyChoices.default({}).catch({}),
  /** What was last chosen in the command palette. */
  recentCommands: RecentCommands.default([]).catch([]),
  /** The path of a PEM file with certificate authorities to trust besides the system’s; empty: none. */
  certificateFile: z.string().max(4096).default(''),
  /** For how many days what ended stays in History; null keeps it for ever. */
  historyRetentionDays: z.int().min(1).max(36_500).nullable().default(null),
  /** Whether the app starts with the session, hidden. */
  startAtLogin: z.boolean().default(false),
  /** Whether `triage-inbox:` links are to open this app. */
  opensLinks: z.boolean().default(true),
  /** How much room a line of the lists takes. */
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
  /** The keys that bring the app before the person from anywhere; empty: none. */
  summonShortcut: ShortcutSetting.default(''),
  /** Whether it was said that closing the window keeps the app in the tray. */
  trayHintSaid: z.boolean().default(false),
  /** Whether the first-start page was put away. */
  welcomeDone: z.boolean().default(false),
  /** Filters of the lists that the person kept, in their order. */
  savedFilters: SavedFilters.default([]),
});
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = Settings.parse({});

/** A change of some settings; fields that are left out stay. */
export const SettingsChange = z
  .object({
    theme: Settings.shape.theme.unwrap(),
    language: Settings.shape.language.unwrap(),
    textSizePercent: Settings.shape.textSizePercent.unwrap(),
    takeBackSeconds: Settings.shape.takeBackSeconds.unwrap(),
    nativeNotifications: z.boolean(),
    notificationContent: z.boolean(),
    ...notificationFields,
    singleKeys: z.boolean(),
    keys: KeyChoices,
    recentCommands: RecentCommands,
    certificateFile: Settings.shape.certificateFile.unwrap(),
    historyRetentionDays: Settings.shape.historyRetentionDays.unwrap(),
    startAtLogin: z.boolean(),
    opensLinks: z.boolean(),
    density: Settings.shape.density.unwrap(),
    summonShortcut: ShortcutSetting,
    trayHintSaid: z.boolean(),
    welcomeDone: z.boolean(),
    savedFilters: SavedFilters,
  })
  .partial()
  .strict();
export type SettingsChange = z.infer<typeof SettingsChange>;
