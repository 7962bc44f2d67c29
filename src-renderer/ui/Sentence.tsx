import { Fragment, type ReactNode } from 'react';

const firstSlot = 0xe000;
const slots = /([\ue000-\ue0ff])/;

/**
 * A whole sentence of the catalogue with elements in the places of its parameters, wherever the language puts them.
 * While the sentence is put together a private character stands for each, which no words of ours hold.
 */
export function Sentence({ words, parts }: { words: (...parts: string[]) => string; parts: readonly ReactNode[] }) {
  const standIns = parts.map((_, index) => String.fromCharCode(firstSlot + index));
  return words(...standIns)
    .split(slots)
    .map((piece, index) => {
      const slot = piece.charCodeAt(0) - firstSlot;
      // The pieces of one sentence never change places.
      return <Fragment key={index.toString()}>{slots.test(piece) ? parts[slot] : piece}</Fragment>;
    });
}
