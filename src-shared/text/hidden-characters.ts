/** A run of text as it is, or a character that cannot be seen, once or many times on end, and is therefore shown by name. */
export type TextRun = { text: string } | { hidden: string; name: string };

// Control and format characters (bidi, zero-width, tags) but tab and line ends, fillers that draw nothing, line and
// paragraph separators, a zero-width joiner that does not join two emoji, and a variation selector that varies nothing:
// they follow an emoji, a symbol or an ideograph (of the long ones only that), and never each other.
const hidden = new RegExp(
  [
    String.raw`(?![\t\n\r\u200d])[\p{Cc}\p{Cf}]`,
    String.raw`[\u034f\u115f\u1160\u17b4\u17b5\u2028\u2029\u2800\u3164\uffa0]`,
    String.raw`(?<!\p{Extended_Pictographic}\ufe0f?|\p{Emoji_Modifier})\u200d|\u200d(?!\p{Extended_Pictographic})`,
    String.raw`(?<![\p{Emoji}\p{S}\p{Script=Han}])[\ufe0e\ufe0f]`,
    String.raw`(?<![\p{S}\p{Script=Han}])[\ufe00-\ufe0d]|(?<!\p{Script=Han})[\u{e0100}-\u{e01ef}]`,
    String.raw`(?<!\p{Script=Mongolian})[\u180b-\u180d\u180f]`,
  ].join('|'),
  'gu',
);

/** Whether a text holds characters that cannot be seen but may change how it reads (guarantees.md 2). */
export function hasHiddenCharacters(text: string): boolean {
  return text.search(hidden) !== -1;
}

/** Splits a text so that bidi, zero-width and control characters can be drawn as visible chips, named by code point. */
export function visibleRuns(text: string): TextRun[] {
  const runs: TextRun[] = [];
  let from = 0;
  for (const match of text.matchAll(hidden)) {
    if (match.index > from) runs.push({ text: text.slice(from, match.index) });
    from = match.index + match[0].length;
    const last = runs.at(-1);
    if (last && 'hidden' in last && last.hidden.startsWith(match[0])) last.hidden += match[0];
    else runs.push({ hidden: match[0], name: codePointName(match[0]) });
  }
  if (from < text.length) runs.push({ text: text.slice(from) });
  return runs.map(counted);
}

/** The same hidden character many times is one run: a thousand chips would say no more than the number does. */
function counted(run: TextRun): TextRun {
  if ('text' in run) return run;
  const length = String.fromCodePoint(run.hidden.codePointAt(0) ?? 0).length;
  const times = run.hidden.length / length;
  return times === 1 ? run : { ...run, name: `${run.name} × ${times}` };
}

/**
 * The same for a place where each run costs something: after `most` runs the rest is one run of text without its hidden
 * characters, and a last chip says how many those are. A text with that many is an attack, and is seen to be one.
 */
export function boundedRuns(text: string, most: number): TextRun[] {
  const runs = visibleRuns(text);
  if (runs.length <= most) return runs;
  const rest = runs.slice(most);
  const left = rest.flatMap((run) => ('hidden' in run ? [run.hidden] : [])).join('');
  const seen = rest.map((run) => ('text' in run ? run.text : '')).join('');
  return [...runs.slice(0, most), { text: seen }, { hidden: left, name: `U+… × ${[...left].length}` }];
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
  if (text.length <= limit) return text;
  // A code point takes two units at most: what lies beyond cannot be needed.
  const characters = [...text.slice(0, limit * 2 + 2)];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}
