/** Colours that white letters keep 4.5:1 on (a test holds them to it). */
export const markColours = [
  '#5b5bd6',
  '#0f7f74',
  '#bf5229',
  '#4b5563',
  '#a8306f',
  '#7d5f1c',
  '#2b6cb0',
  '#8347b9',
  '#3b7a2e',
  '#b13a3a',
  '#5f6b14',
  '#0d74a8',
] as const;

/** The colour of a service: the same for the same id everywhere and always (FNV-1a over the id). */
export function markColour(serviceId: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < serviceId.length; i++) {
    hash = Math.imul(hash ^ serviceId.charCodeAt(i), 0x01000193) >>> 0;
  }
  return markColours[hash % markColours.length] ?? markColours[0];
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Two initials of a service's name: of its first two words, or the first two letters of one word. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  const [first = '', second] = words;
  const head = letter(first, 0);
  return `${head}${second === undefined ? letter(first, 1).toLowerCase() : letter(second, 0)}` || '?';
}

function letter(word: string, index: number): string {
  return [...letters.segment(word)][index]?.segment.toUpperCase() ?? '';
}
