import { useMemo, useState } from 'react';
import { words } from '#shared/words/words';
import { Button } from '../../../../ui/Button.tsx';
import { VisibleText } from '../../../../ui/VisibleText.tsx';
import { CodeLine } from '../code/CodeLine.tsx';
import type { Run } from '../code/highlight.ts';
import { useHighlighted } from '../code/use-highlighted.ts';
import { LineBox } from './LineBox.tsx';
import styles from './TextView.module.css';

/** So much is shown at first, wrapped; more stands in a box that scrolls. */
const firstLines = 120;
const firstCharacters = 16 * 1024;
/** A single line longer than this would be laid out for seconds. */
const longestLine = 4_000;

/** Plain text or code, monospaced and as it is; a long one shows its beginning first. */
export function TextView({ text, language, label }: { text: string; language: string | undefined; label: string }) {
  const [isWhole, setIsWhole] = useState(false);
  const lines = useMemo(() => linesOf(text), [text]);
  const isShort = lines.length <= firstLines && text.length <= firstCharacters;
  const coloured = useHighlighted(
    useMemo(() => lines.join('\n'), [lines]),
    language,
  );
  const line = (index: number) => <Line text={lines[index] ?? ''} runs={coloured?.[index]} />;
  if (isWhole) return <LineBox count={lines.length} label={label} line={line} kind="text" />;
  return (
    <>
      <pre className={styles.text} dir={language === undefined ? 'auto' : 'ltr'}>
        {beginningOf(lines).map((at) => (
          <span key={at}>
            {line(at)}
            {'\n'}
          </span>
        ))}
      </pre>
      {!isShort && (
        <div className={styles.more}>
          <Button size="s" onClick={() => setIsWhole(true)}>
            {words.evidence.text.allLines(lines.length)}
          </Button>
        </div>
      )}
    </>
  );
}

function Line({ text, runs }: { text: string; runs: readonly Run[] | undefined }) {
  if (text.length > longestLine) {
    const rest = words.evidence.text.moreInLine(text.length - longestLine);
    return <VisibleText text={text.slice(0, longestLine) + rest} />;
  }
  return runs ? <CodeLine runs={runs} /> : <VisibleText text={text} />;
}

/** The lines of a text, without the last line end. */
export function linesOf(text: string): string[] {
  return text.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n');
}

/** The numbers of the lines that are shown at first. */
function beginningOf(lines: readonly string[]): number[] {
  let characters = 0;
  const numbers: number[] = [];
  for (const [at, line] of lines.slice(0, firstLines).entries()) {
    characters += Math.min(line.length, longestLine);
    if (at > 0 && characters > firstCharacters) break;
    numbers.push(at);
  }
  return numbers;
}
