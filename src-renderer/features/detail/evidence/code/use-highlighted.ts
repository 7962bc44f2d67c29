import { useEffect, useState } from 'react';
import { highlight } from './highlighter.ts';
import { type PackedLines, type Run, runsOf } from './tones.ts';

/** Colouring takes time that grows with the text: a longer one stays plain. */
const longestColoured = 256 * 1024;

/**
 * The coloured lines of a text, by their numbers, once they are there; undefined while they are not, or when it stays
 * plain. `lines` keeps its identity while the text is the same.
 */
export function useHighlighted(lines: readonly string[], language: string | undefined) {
  const [done, setDone] = useState<{ lines: readonly string[]; packed: PackedLines }>();
  useEffect(() => {
    if (language === undefined) return;
    const text = lines.join('\n');
    if (text.length > longestColoured) return;
    let isWanted = true;
    const job = highlight(text, language);
    void job.lines.then((packed) => {
      if (isWanted && packed) setDone({ lines, packed });
    });
    return () => {
      isWanted = false;
      job.cancel();
    };
  }, [lines, language]);
  if (done?.lines !== lines) return undefined;
  return (at: number): Run[] | undefined => runsOf(done.packed, at, lines[at] ?? '');
}
