import { type ReactNode, useMemo, useState } from 'react';
import { number } from '#shared/words/plural';
import { words } from '#shared/words/words';
import { Button } from '../../../../ui/Button.tsx';
import { reachable } from '../../../../ui/reachable.ts';
import { LineBox } from '../lines/LineBox.tsx';
import { LineText } from '../lines/LineText.tsx';
import { linesOf } from '../lines/TextView.tsx';
import styles from './DiffView.module.css';
import { countChanges, type DiffLine, parseDiff, type SplitRow, splitRows } from './parse-diff.ts';

/** A diff up to this many rows and characters stands in the page; a longer one in a box that scrolls. */
const mostInPage = 150;
const mostCharacters = 24_000;

type Shape = 'unified' | 'split';

/** A unified diff, in one column or side by side, with the numbers of its lines. */
export function DiffView({ text, label }: { text: string; label: string }) {
  const [shape, setShape] = useState<Shape>('unified');
  const lines = useMemo(() => parseDiff(linesOf(text)), [text]);
  const rows = useMemo(() => (shape === 'split' ? splitRows(lines) : undefined), [lines, shape]);
  const { added, removed } = useMemo(() => countChanges(lines), [lines]);
  const count = rows?.length ?? lines.length;
  const row = (index: number): ReactNode => {
    const split = rows?.[index];
    if (split) return <Split row={split} />;
    const line = lines[index];
    return line ? <Unified line={line} /> : null;
  };
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.counts}>
          <span data-kind="added">+{number(added)}</span> <span data-kind="removed">−{number(removed)}</span>
          <span className={styles.spoken}> {words.evidence.diff.counts(added, removed)}</span>
        </span>
        <Button size="s" variant="ghost" aria-pressed={shape === 'unified'} onClick={() => setShape('unified')}>
          {words.evidence.diff.unified}
        </Button>
        <Button size="s" variant="ghost" aria-pressed={shape === 'split'} onClick={() => setShape('split')}>
          {words.evidence.diff.split}
        </Button>
      </div>
      {count > mostInPage || text.length > mostCharacters ? (
        <LineBox count={count} label={label} line={row} kind={shape} />
      ) : (
        <section className={styles.page} aria-label={label} dir="ltr" {...reachable}>
          <div className={styles.rows} data-shape={shape}>
            {Array.from({ length: count }, (_, index) => index).map((index) => (
              <div key={index}>{row(index)}</div>
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function Unified({ line }: { line: DiffLine }) {
  const { before, after } = numbersOf(line);
  return (
    <div className={styles.line} data-kind={line.kind}>
      <LineNumber at={before} />
      <LineNumber at={after} />
      <Mark kind={line.kind} />
      <Code line={line} />
    </div>
  );
}

function Split({ row }: { row: SplitRow }) {
  if ('across' in row) {
    return (
      <div className={styles.line} data-kind={row.across.kind}>
        <Code line={row.across} />
      </div>
    );
  }
  return (
    <div className={styles.pair}>
      <Side line={row.left} side="before" />
      <Side line={row.right} side="after" />
    </div>
  );
}

function Side({ line, side }: { line: DiffLine | undefined; side: 'before' | 'after' }) {
  return (
    <div className={styles.side} data-kind={line?.kind ?? 'none'}>
      <LineNumber at={line && numbersOf(line)[side]} />
      {line && <Mark kind={line.kind} />}
      {line && <Code line={line} />}
    </div>
  );
}

function numbersOf(line: DiffLine): { before?: number; after?: number } {
  return { ...('before' in line ? { before: line.before } : {}), ...('after' in line ? { after: line.after } : {}) };
}

function LineNumber({ at }: { at: number | undefined }) {
  return (
    <span className={styles.number} aria-hidden="true">
      {at ?? ''}
    </span>
  );
}

function Mark({ kind }: { kind: DiffLine['kind'] }) {
  return <span className={styles.mark}>{kind === 'added' ? '+' : kind === 'removed' ? '−' : ' '}</span>;
}

function Code({ line }: { line: DiffLine }) {
  return (
    <span className={styles.code}>
      <LineText text={line.text} />
    </span>
  );
}
