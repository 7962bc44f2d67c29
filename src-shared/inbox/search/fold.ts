// Accents and the like that stand on a letter, and what only chooses how an emoji is drawn.
const marks = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\u200d]/gu;
const beyondAscii = /\P{ASCII}/u;
const kinOf: Readonly<Record<string, string>> = {
  ß: 'ss',
  ı: 'i',
  ς: 'σ',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
};
const kin = new RegExp(`[${Object.keys(kinOf).join('')}]`, 'gu');

/** A text as search compares it: small letters without accents, "Grüße" as "grusse", the Turkish ı as i. */
export function fold(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  const bare = text.normalize('NFKD').replace(marks, '').toLowerCase();
  return bare.replace(kin, (letter) => kinOf[letter] ?? letter);
}

const ownWord = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{So}]`;
const ownWords = new RegExp(ownWord, 'gu');
const wordCharacter = String.raw`[\p{L}\p{N}\p{Co}\p{So}\p{Mn}\p{Mc}]`;
const wordPattern = new RegExp(String.raw`${ownWord}|(?:(?!${ownWord})[\p{L}\p{N}\p{Co}\p{So}\p{Mn}\p{Mc}])+`, 'gu');
const endsInWord = new RegExp(`${wordCharacter}$`, 'u');

/** The words of a folded text. Scripts that put no spaces between words, and emoji, count by the character. */
export function wordsOf(folded: string): string[] {
  return folded.match(wordPattern) ?? [];
}

/** A folded text with every word on its own, as the index stores it. */
export function spread(folded: string): string {
  return beyondAscii.test(folded) ? folded.replace(ownWords, ' $& ') : folded;
}

/** Whether a text stops within a word, which may therefore go on. */
export function endsWithinWord(text: string): boolean {
  return endsInWord.test(fold(text));
}
