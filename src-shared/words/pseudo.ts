const latin = 'abcdefghijklmnopqrstuvwxyz';
const lower = 'áƀçđéƒĝĥíĵķļɱñóƥɋŕšţúṽŵẋýž';
const upper = 'ÁƁÇĐÉƑĜĤÍĴĶĻṀÑÓƤɊŔŠŢÚṼŴẊÝŽ';
/** A Hebrew letter for each Latin one, written as code points: in an editor the line would run the other way. */
const hebrew =
  '\u05d0\u05d1\u05db\u05d3\u05e2\u05e4\u05d2\u05d4\u05d9\u05d6\u05e7\u05dc\u05de\u05e0\u05d5\u05e4\u05e7\u05e8\u05e1\u05d8\u05d5\u05d1\u05e9\u05d7\u05d9\u05e6';

/** "Cancel" as "⟦Çááñçééļ⟧": readable still, a third longer, without one plain letter, and one sees where it is cut off. */
export function accented(text: string): string {
  return bracketed(text, (letter) => (letter === letter.toUpperCase() ? upper : lower));
}

/** The same in Hebrew letters, so that lines truly run from right to left. */
export function mirrored(text: string): string {
  return bracketed(text, () => hebrew);
}

function bracketed(text: string, alphabetOf: (letter: string) => string): string {
  if (text.trim() === '') return text;
  const letters = text.replaceAll(/[a-z]/gi, (letter) => {
    const other = alphabetOf(letter)[latin.indexOf(letter.toLowerCase())] ?? letter;
    return /[aeiou]/i.test(letter) ? other + other.toLowerCase() : other;
  });
  return `⟦${letters}⟧`;
}

/**
 * A catalogue with every text of it written otherwise. What a function of it is given stays as it is: it is somebody
 * else's, or written already.
 */
export function rewrite<T>(said: T, write: (text: string) => string): T {
  return rewritten(said, write, []) as T;
}

function rewritten(said: unknown, write: (text: string) => string, given: readonly string[]): unknown {
  if (typeof said === 'string') return around(said, given, write);
  if (typeof said === 'function') return (...args: unknown[]) => rewritten(said(...args), write, textsIn(args));
  if (Array.isArray(said)) return said.map((one) => rewritten(one, write, given));
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(Object.entries(said).map(([name, one]) => [name, rewritten(one, write, given)]));
}

/** Writes a text otherwise, except for the pieces in it that were given. */
function around(text: string, given: readonly string[], write: (text: string) => string): string {
  const standsIn = 0xf000; // of the private use area, where `write` finds no letters
  const kept = given.filter((piece) => text.includes(piece)).sort((a, b) => b.length - a.length);
  const open = kept.reduce((all, piece, i) => all.replaceAll(piece, String.fromCharCode(standsIn + i)), text);
  const said = kept.length > 0 && open.replaceAll(/[\uf000-\uf0ff]/g, '') === '' ? open : write(open);
  return kept.reduce((all, piece, i) => all.replaceAll(String.fromCharCode(standsIn + i), piece), said);
}

/** Every text among what a function was given; a single plain letter is in any sentence and means nothing. */
function textsIn(given: unknown): string[] {
  if (typeof given === 'string') return given.length > 1 || given > '~' ? [given] : [];
  if (typeof given !== 'object' || given === null) return [];
  return Object.values(given).flatMap(textsIn);
}
