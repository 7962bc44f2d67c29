import { english } from './english/index.ts';
import { german } from './german/index.ts';
import { type Language, type Speech, setSpeech } from './language.ts';
import { accented, mirrored, rewrite } from './pseudo.ts';

/** Everything that a person reads of the app, by area. The English catalogue says what there is to say. */
export type Words = typeof english;

const catalogues: Record<Language, () => Words> = {
  en: () => english,
  de: () => german,
  pseudo: () => rewrite(english, accented),
  'pseudo-rtl': () => rewrite(english, mirrored),
};

/**
 * The words of the language that is spoken now. Read them when something is drawn or said, never into a constant: `speak`
 * exchanges them all.
 */
export let words: Words = english;

/** Speaks another language from now on. What is drawn already is to be drawn again by whoever calls this. */
export function speak(speech: Speech): void {
  setSpeech(speech);
  words = catalogues[speech.language]();
}
