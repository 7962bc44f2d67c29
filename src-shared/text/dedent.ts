/** Takes off the indentation that all lines share, so that a four-space block is no code block (section 10). */
export function dedent(text: string): string {
  // Most texts have a line without any indentation: nothing is shared, and nothing has to be taken apart.
  if (/^\S/m.test(text)) return text.replaceAll('\r\n', '\n').replace(/^\n+/, '').trimEnd();
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const shared = indents.reduce((least, indent) => Math.min(least, indent), indents[0] ?? 0);
  return lines
    .map((line) => line.slice(Math.min(shared, line.length - line.trimStart().length)))
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();
}
