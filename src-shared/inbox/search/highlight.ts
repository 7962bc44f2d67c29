import { fold, wordsOf } from './fold.ts';

/** A stretch of a text, and whether the search found it there. */
export type MarkedRun = { text: string; isMatch: boolean };

type Sought = { text: string; isPrefix: boolean };
/** A word of a text: folded, and where it stands in the text as it was written. */
type Placed = { word: string; from: number; to: number; ends: readonly number[] };

/** A text longer than this is not looked through: nobody reads that far in a line. */
const lookedThrough = 20_000;

/** Where a search's words stand in a text, in order and without overlap; what the index finds, nothing else. */
export function matchesIn(text: string, sought: readonly Sought[]): { from: number; to: number }[] {
  const phrases = sought
    .map(({ text: one, isPrefix }) => ({ words: wordsOf(fold(one)), isPrefix: isPrefix && /[\p{L}\p{N}]$/u.test(one) }))
    .filter(({ words }) => words.length > 0);
  if (phrases.length === 0) return [];
  const placed = placedWords(text.slice(0, lookedThrough));
  const found = phrases.flatMap(({ words, isPrefix }) =>
    placed.flatMap((_, index) => matchAt(placed, index, words, isPrefix) ?? []),
  );
  return merged(found);
}

/** Cuts a text into what was found and what stands between; the runs joined are the text. */
export function markedRuns(text: string, sought: readonly Sought[]): MarkedRun[] {
  const runs: MarkedRun[] = [];
  let at = 0;
  for (const { from, to } of matchesIn(text, sought)) {
    if (from > at) runs.push({ text: text.slice(at, from), isMatch: false });
    runs.push({ text: text.slice(from, to), isMatch: true });
    at = to;
  }
  if (at < text.length) runs.push({ text: text.slice(at), isMatch: false });
  return runs;
}

function matchAt(placed: readonly Placed[], index: number, words: readonly string[], isPrefix: boolean) {
  for (const [offset, word] of words.entries()) {
    const here = placed[index + offset];
    const mayGoOn = isPrefix && offset === words.length - 1;
    if (here === undefined || !(mayGoOn ? here.word.startsWith(word) : here.word === word)) return undefined;
  }
  const first = placed[index];
  const last = placed[index + words.length - 1];
  if (first === undefined || last === undefined) return undefined;
  return { from: first.from, to: last.ends[(words.at(-1) ?? '').length - 1] ?? last.to };
}

function placedWords(text: string): Placed[] {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = fold(character);
    // What stands on a letter belongs to it.
    if (piece === '' && ends.length > 0) ends[ends.length - 1] = at + character.length;
    for (let n = 0; n < piece.length; n++) {
      starts.push(at);
      ends.push(at + character.length);
    }
    folded += piece;
    at += character.length;
  }
  const words: Placed[] = [];
  let from = 0;
  for (const word of wordsOf(folded)) {
    const place = folded.indexOf(word, from);
    from = place + word.length;
    words.push({ word, from: starts[place] ?? 0, to: ends[from - 1] ?? at, ends: ends.slice(place, from) });
  }
  return words;
}

function merged(found: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const all: { from: number; to: number }[] = [];
  for (const one of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = all.at(-1);
    if (last && one.from < last.to) last.to = Math.max(last.to, one.to);
    else all.push({ ...one });
  }
  return all;
}
