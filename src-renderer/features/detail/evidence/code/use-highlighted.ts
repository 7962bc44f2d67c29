import { useEffect, useState } from 'react';
import type { Run } from './highlight.ts';

/** Colouring takes time that grows with the text: a longer one stays plain, so that no frame waits for it. */
const longestColoured = 40_000;

/** The coloured lines of a text once they are there; undefined while they are not, or when it stays plain. */
export function useHighlighted(text: string, language: string | undefined): Run[][] | undefined {
  const [done, setDone] = useState<{ text: string; lines: Run[][] }>();
  useEffect(() => {
    if (language === undefined || text.length > longestColoured) return;
    let isWanted = true;
    // The grammars are large: they are read when the first code is shown, not at the start.
    void import('./highlight.ts').then(({ highlightLines }) => {
      if (isWanted) setDone({ text, lines: highlightLines(text, language) });
    });
    return () => {
      isWanted = false;
    };
  }, [text, language]);
  return done?.text === text ? done.lines : undefined;
}
