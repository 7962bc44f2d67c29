import { highlightLines } from './highlight.ts';
import { packLines } from './tones.ts';

/** A thread of its own for the grammars: a text that makes one go round in circles holds up nobody, and is ended. */
self.onmessage = ({ data }: MessageEvent<{ text: string; language: string }>) => {
  const packed = coloured(data.text, data.language);
  if (packed)
    self.postMessage(packed, { transfer: [packed.starts.buffer, packed.lengths.buffer, packed.tones.buffer] });
  else self.postMessage(undefined);
};

function coloured(text: string, language: string) {
  try {
    return packLines(highlightLines(text, language));
  } catch {
    return undefined; // nested deeper than the stack is
  }
}
