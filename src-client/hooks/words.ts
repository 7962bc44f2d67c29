/** On one line and not longer than a title should be. */
export function oneLine(text: string, most = 100): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const letters = [...line];
  return letters.length <= most ? line : `${letters.slice(0, most - 1).join('')}…`;
}

/** Words of the agent as a quotation, so that they can neither look like ours nor become a link or a heading. */
export function quoted(text: string, most = 2_000): string {
  const letters = [...text.trim()];
  const cut = letters.length <= most ? letters.join('') : `${letters.slice(0, most).join('')}…`;
  return cut
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `> ${line.replace(/[\\`*_{}[\]()#+\-.!|<>~&:@]/g, '\\$&')}`)
    .join('\n');
}

/** Text as inline evidence. */
export function textEvidence(type: string, description: string, text: string) {
  return { type, description, data: Buffer.from(text, 'utf8').toString('base64') };
}
