/** Cuts a text to so many characters, an ellipsis included; never through a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = [...text.slice(0, most * 2)];
  return characters.length <= most && text.length <= most * 2 ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** The first line of a text that says something, in one line. */
export function firstLine(text: string): string {
  const line = text.split(/[\r\n\u2028\u2029]/).find((one) => one.trim() !== '') ?? '';
  return line.replace(/\s+/g, ' ').trim();
}

/** The most characters that a title has (guarantees.md 2), and that a description of a bridge has. */
export const maxTitle = 256;
export const maxDescription = 32_000;
