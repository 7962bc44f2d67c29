import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import { cutBytes, shownBytes } from '../markdown/chunks.ts';
import { diffLine, isDiff } from './decode.ts';
import styles from './TextView.module.css';

/** So many lines are shown at first, and so many at all. */
const firstLines = 120;
const mostLines = 4_000;
const firstBytes = 16 * 1024;

/** Plain text, code or a diff, monospaced and as it is; a long one shows its beginning first. */
export function TextView({ text, type }: { text: string; type: string }) {
  const [isWhole, setIsWhole] = useState(false);
  const all = linesWithin(text, shownBytes, mostLines);
  const first = linesWithin(text, firstBytes, firstLines);
  const shown = isWhole ? all : first;
  return (
    <>
      <pre className={styles.text} dir="auto">
        {isDiff(text.slice(0, firstBytes), type) ? (
          <Diff lines={shown.lines} />
        ) : (
          <VisibleText text={shown.lines.join('\n')} />
        )}
      </pre>
      {shown.hasMore && (
        <div className={styles.more}>
          {isWhole ? (
            'There is more than this app shows. Save it to see the rest.'
          ) : (
            <Button size="s" onClick={() => setIsWhole(true)}>
              Show {all.hasMore ? 'more' : `all ${all.lines.length.toLocaleString('en')} lines`}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** The lines of a text up to a size and a number, and whether there are more. */
function linesWithin(text: string, bytes: number, most: number): { lines: string[]; hasMore: boolean } {
  const kept = cutBytes(text, bytes);
  const lines = kept.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n');
  return { lines: lines.slice(0, most), hasMore: kept.length < text.length || lines.length > most };
}

function Diff({ lines }: { lines: readonly string[] }) {
  let at = 0;
  return lines.map((line) => {
    const key = at;
    at += line.length + 1;
    return (
      <span key={key} className={styles.line} data-diff={diffLine(line)}>
        <VisibleText text={line} />
        {'\n'}
      </span>
    );
  });
}
