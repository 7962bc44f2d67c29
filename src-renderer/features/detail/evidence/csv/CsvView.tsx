import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { words } from '#shared/words/words';
import { reachable } from '../../../../ui/reachable.ts';
import { VisibleText } from '../../../../ui/VisibleText.tsx';
import { TextView } from '../lines/TextView.tsx';
import styles from './CsvView.module.css';
import { parseCsv } from './parse-csv.ts';

const rowRem = 1.75;
const longestCell = 200;
const narrowest = 5;
const widest = 28;

/** Comma-separated values as a table whose head stays; only the rows on screen are drawn. */
export function CsvView({ text, type, label }: { text: string; type: string; label: string }) {
  const table = useMemo(() => parseCsv(text, type), [text, type]);
  const scroller = useRef<HTMLDivElement>(null);
  const height = rowRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const virtualizer = useVirtualizer({
    count: table?.rows.length ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
  });
  const columns = useMemo(() => (table ? widthsOf([table.head, ...table.rows.slice(0, 100)]) : ''), [table]);
  if (!table) return <TextView text={text} language={undefined} label={label} />;
  return (
    <>
      <section ref={scroller} className={styles.box} aria-label={label} {...reachable}>
        <table className={styles.table} aria-rowcount={table.rows.length + 1}>
          <thead className={styles.head}>
            <Row cells={table.head} columns={columns} isHead at={1} />
          </thead>
          <tbody className={styles.rows} style={{ height: `${virtualizer.getTotalSize()}px` }}>
            {virtualizer.getVirtualItems().map(({ key, index, start }) => (
              <Row key={key} cells={table.rows[index] ?? []} columns={columns} at={index + 2} top={start} />
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles.count}>{words.evidence.table(table.rows.length, table.head.length)}</p>
    </>
  );
}

type RowProps = { cells: readonly string[]; columns: string; at: number; top?: number; isHead?: boolean };

function Row({ cells, columns, at, top, isHead = false }: RowProps) {
  const Cell = isHead ? 'th' : 'td';
  const style = { gridTemplateColumns: columns, ...(top === undefined ? {} : { transform: `translateY(${top}px)` }) };
  return (
    <tr className={styles.row} aria-rowindex={at} style={style}>
      {[...cells.entries()].map(([index, cell]) => (
        <Cell key={index} className={styles.cell} dir="auto">
          <VisibleText text={cell} cut={longestCell} />
        </Cell>
      ))}
    </tr>
  );
}

/** Widths by what the first rows hold. */
function widthsOf(rows: readonly string[][]): string {
  const count = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: count }, (_, column) => {
    const longest = Math.max(...rows.map((row) => row[column]?.length ?? 0));
    return `${Math.min(widest, Math.max(narrowest, longest * 0.5 + 1.5))}rem`;
  }).join(' ');
}
