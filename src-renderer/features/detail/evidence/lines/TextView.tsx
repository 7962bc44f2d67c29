import { type ReactNode, useMemo, useState } from 'react';
import { words } from '#shared/words/words';
import { Button } from '../../../../ui/Button.tsx';
import { reachableGroup } from '../../../../ui/reachable.ts';
import { useHighlighted } from '../code/use-highlighted.ts';
import { LineBox } from './LineBox.tsx';
import { LineText, longestLine } from './LineText.tsx';
import styles from './TextView.module.css';

/** So much is shown at first; more stands in a box that scrolls. */
const firstLines = 100;
const firstCharacters = 12 * 1024;

type Props = {
  text: string;
  language: string | undefined;
  label: string;
  /** Code inside a text keeps its lines and scrolls sideways; evidence wraps them. */
  keepsLines?: boolean;
};

/** Plain text or code, monospaced and as it is; a long one shows its beginning first. */
export function TextView({ text, language, label, keepsLines = false }: Props) {
  const [isWhole, setIsWhole] = useState(false);
  const lines = useMemo(() => linesOf(text), [text]);
  const beginning = useMemo(() => beginningOf(lines), [lines]);
  const coloured = useHighlighted(lines, language);
  const line = (at: number): ReactNode => <LineText text={lines[at] ?? ''} runs={coloured?.(at)} />;
  if (isWhole) return <LineBox count={lines.length} label={label} line={line} kind="text" />;
  return (
    <>
      <pre
        className={styles.text}
        dir={language === undefined ? 'auto' : 'ltr'}
        data-keeps-lines={keepsLines || undefined}
        {...(keepsLines ? reachableGroup(label) : {})}
      >
        {beginning.map((at) => (
          <span key={at}>
            {line(at)}
            {'\n'}
          </span>
        ))}
      </pre>
      {beginning.length < lines.length && (
        <div className={styles.more}>
          <Button size="s" onClick={() => setIsWhole(true)}>
            {words.evidence.text.allLines(lines.length)}
          </Button>
        </div>
      )}
    </>
  );
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
