/** The languages that the app speaks. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** What a person sets: one of them, or what the system speaks. */
export const languageSettings = ['system', ...languages] as const;
export type LanguageSetting = (typeof languageSettings)[number];

/** What is spoken, and how numbers and dates are written: the person's own way where that is of the same language. */
export type Speech = { language: Language; locale: string };

/**
 * What this program speaks now. Like the system's own locale it is a fact of the whole process: `speak` (words.ts) sets it
 * once at the start and when the person changes the language; nothing else does.
 */
export let speech: Speech = { language: 'en', locale: 'en' };

/** Only for `speak`, which changes the words along with it. */
export function setSpeech(next: Speech): void {
  speech = next;
}
