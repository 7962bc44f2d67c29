/** The languages that the app speaks. */
export const languages = ['en', 'de'] as const;

/**
 * English made unreadable on purpose, to see what is not in the catalogue and where longer words do not fit; the second
 * runs from right to left. Nobody can choose them: the environment of a test does (docs/words.md).
 */
export const trialLanguages = ['pseudo', 'pseudo-rtl'] as const;
export type TrialLanguage = (typeof trialLanguages)[number];

export const spokenLanguages = [...languages, ...trialLanguages] as const;
export type Language = (typeof spokenLanguages)[number];

/** What each language is called by those who speak it: somebody who reads no other must find it. */
export const languageNames: Record<(typeof languages)[number], string> = { en: 'English', de: 'Deutsch' };

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

/** In which direction lines run. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'pseudo-rtl' ? 'rtl' : 'ltr';
}

/** Only for `speak`, which changes the words along with it. */
export function setSpeech(next: Speech): void {
  speech = next;
}
