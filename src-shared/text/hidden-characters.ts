/** A run of text as it is, or one character that cannot be seen and is therefore shown by name. */
export type TextRun = { text: string } | { hidden: string; name: string };

// Control and format characters (bidi, zero-width, tags) but tab and line ends, fillers that draw nothing, line and
// paragraph separators, and a zero-width joiner that does not join two emoji.
const hidden =
  /(?![\t\n\r\u200d])[\p{Cc}\p{Cf}]|[\u115f\u1160\u2028\u2029\u3164\uffa0]|\u034f|\u17b4|\u17b5|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

/** Whether a text holds characters that cannot be seen but may change how it reads (guarantees.md 2). */
export function hasHiddenCharacters(text: string): boolean {
  hidden.lastIndex = 0;
  return hidden.test(text);
}

/** Splits a text so that bidi, zero-width and control characters can be drawn as visible chips, named by code point. */
export function visibleRuns(text: string): TextRun[] {
  const runs: TextRun[] = [];
  let from = 0;
  for (const match of text.matchAll(hidden)) {
    if (match.index > from) runs.push({ text: text.slice(from, match.index) });
    runs.push({ hidden: match[0], name: codePointName(match[0]) });
    from = match.index + match[0].length;
  }
  if (from < text.length) runs.push({ text: text.slice(from) });
  return runs;
}

/** The text with every hidden character written out as its name, for places that hold plain text only (tray, toasts). */
export function visibleText(text: string): string {
  return visibleRuns(text)
    .map((run) => ('text' in run ? run.text : `⟨${run.name}⟩`))
    .join('');
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Cuts a label for display, by code points; the whole text stays reachable elsewhere (guarantees.md 2). */
export function cutText(text: string, limit: number): string {
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}
