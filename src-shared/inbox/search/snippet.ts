import { matchesIn } from './highlight.ts';

/** What stands before and after a match, in characters. */
const before = 32;
const after = 120;

/**
 * A line from the first of some texts that holds a sought word: what stands around it, on one line. Undefined when none
 * holds any.
 */
export function snippetOf(
  texts: readonly string[],
  sought: readonly { text: string; isPrefix: boolean }[],
): string | undefined {
  for (const text of texts) {
    const [first] = matchesIn(text, sought);
    if (first) return around(text, first);
  }
  return undefined;
}

function around(text: string, { from, to }: { from: number; to: number }): string {
  const start = from <= before ? 0 : afterSpace(text, from - before, from);
  const end = Math.min(text.length, to + after);
  const line = text
    .slice(start, end)
    .replaceAll(/\p{Cs}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return `${start > 0 ? '…' : ''}${line}${end < text.length ? '…' : ''}`;
}

/** The first place behind a space, so that no word is cut; `from` itself where there is none. */
function afterSpace(text: string, from: number, limit: number): number {
  const space = text.slice(from, limit).search(/\s/);
  return space === -1 ? from : from + space + 1;
}
