import { characters } from './characters.ts';
import { code } from './code.ts';
import { heavy } from './heavy.ts';
import { markup } from './markup.ts';
import { inEveryField, type Payload } from './payload.ts';
import { structured } from './structured.ts';

/** Everything that an agent under foreign control has been seen, or may be feared, to send (guarantees.md 2). */
export const corpus: readonly Payload[] = [
  ...markup.map(inEveryField),
  ...characters.map(inEveryField),
  ...code,
  ...structured,
  ...heavy,
];
