import { fold, wordsOf } from '#shared/inbox/search/fold';

/** How well a title answers to what was typed: the lower the better. */
export type Rank = 0 | 1 | 2 | 3 | 4;

/**
 * Whether a title is meant by what was typed, and how well. In this order: it begins with it; its words begin with the typed
 * words in their order; in any order, those that it is also known by among them; its initials ("gh" for "Go to History",
 * small words left out or not); it holds it. Nothing looser: what is found is always plain to see.
 */
export function rankOf(typed: string, title: string, also = ''): Rank | undefined {
  const sought = fold(typed).trim().replace(/\s+/g, ' ');
  const text = fold(title);
  if (sought === '') return 0;
  if (text.startsWith(sought)) return 0;
  const soughtWords = wordsOf(sought);
  const words = wordsOf(text);
  if (soughtWords.length > 0) {
    if (beginInOrder(soughtWords, words)) return 1;
    const known = [...words, ...wordsOf(fold(also))];
    if (soughtWords.every((one) => known.some((word) => word.startsWith(one)))) return 2;
    if (areInitials(soughtWords.join(''), words)) return 3;
  }
  return text.includes(sought) ? 4 : undefined;
}

function beginInOrder(sought: readonly string[], words: readonly string[]): boolean {
  let from = 0;
  return sought.every((one) => {
    const at = words.findIndex((word, index) => index >= from && word.startsWith(one));
    from = at + 1;
    return at >= 0;
  });
}

/** Words that initials may leave out are short ones: "gh" is "Go to History". */
const shortWord = 3;

function areInitials(letters: string, words: readonly string[]): boolean {
  if ([...letters].length < 2) return false;
  const initialsOf = (some: readonly string[]) => some.map((word) => word[0] ?? '').join('');
  const [first, ...rest] = words;
  const long = rest.filter((word) => word.length >= shortWord);
  return [initialsOf(words), initialsOf(first === undefined ? [] : [first, ...long])].some((all) =>
    all.startsWith(letters),
  );
}
