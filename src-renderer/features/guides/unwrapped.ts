const beginsAnew = /^\s*(#|\||>|[-*+] |\d+\. |```|~~~|$)/;

/** Markdown whose lines are wrapped for an editor, with each paragraph on one line: the page wraps it anew. */
export function unwrapped(markdown: string): string {
  const lines: string[] = [];
  let isCode = false;
  for (const line of markdown.split('\n')) {
    const isFence = /^\s*(```|~~~)/.test(line);
    const before = lines.at(-1) ?? '';
    const goesOn = !isCode && !beginsAnew.test(line) && !/^\s*($|#|\||```|~~~)/.test(before);
    if (goesOn) lines[lines.length - 1] = `${before} ${line.trim()}`;
    else lines.push(line);
    if (isFence) isCode = !isCode;
  }
  return lines.join('\n');
}
