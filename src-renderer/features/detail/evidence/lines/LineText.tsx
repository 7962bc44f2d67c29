import { words } from '#shared/words/words';
import { VisibleText } from '../../../../ui/VisibleText.tsx';
import { CodeLine } from '../code/CodeLine.tsx';
import type { Run } from '../code/tones.ts';

/** A single line longer than this would be laid out for seconds. */
export const longestLine = 2_000;

/** One line of a text or of code; of an endless one its beginning. */
export function LineText({ text, runs }: { text: string; runs?: readonly Run[] | undefined }) {
  if (text.length > longestLine) {
    const rest = text.length - longestLine;
    return <VisibleText text={text.slice(0, longestLine) + words.evidence.text.moreInLine(rest)} />;
  }
  return runs ? <CodeLine runs={runs} /> : <VisibleText text={text} />;
}
