import { endsWithinWord, fold, spread, wordsOf } from '#shared/inbox/search/fold';
import type { Asked, Term } from '#shared/inbox/search/query';

/** What the index is asked for: `match` is wanted, `excluded` is not; both in the language of FTS5's MATCH. */
export type Match = { match: string | undefined; excluded: string | undefined };

const everywhere = '{text service project answer}';

/** The part of a search that the index answers. Whatever was typed stands in it as quoted strings. */
export function matchOf(terms: readonly Term[]): Match {
  const wanted: string[] = [];
  const excluded: string[] = [];
  for (const { asked, isExcluded } of terms) {
    const phrase = asked && phraseOf(asked);
    if (phrase !== undefined) (isExcluded ? excluded : wanted).push(phrase);
  }
  const without = excluded.length === 0 ? undefined : excluded.join(' OR ');
  if (wanted.length === 0) return { match: undefined, excluded: without };
  const all = wanted.join(' AND ');
  return { match: without === undefined ? all : `(${all}) NOT (${without})`, excluded: undefined };
}

function phraseOf(asked: Asked): string | undefined {
  switch (asked.by) {
    case 'words':
      return quoted(everywhere, asked.text, asked.isPrefix);
    case 'answered':
      return asked.who === 'me' ? undefined : quoted('{answer}', asked.text, asked.isPrefix);
    default:
      return undefined;
  }
}

/** Undefined for text that holds no word, such as a lone sign: it asks for nothing. */
function quoted(columns: string, text: string, isPrefix: boolean): string | undefined {
  const folded = fold(text);
  if (wordsOf(folded).length === 0) return undefined;
  const goesOn = isPrefix && endsWithinWord(text) ? ' *' : '';
  return `${columns} : "${spread(folded).replaceAll('"', ' ').replaceAll('\0', ' ')}"${goesOn}`;
}
