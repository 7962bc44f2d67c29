import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { words } from '#shared/words/words';
import { reachable } from '../../../../ui/reachable.ts';
import { VisibleText } from '../../../../ui/VisibleText.tsx';
import { TextView } from '../lines/TextView.tsx';
import styles from './CsvView.module.css';
import { columnWidths } from './columns.ts';
import { readTable, type Table } from './read-table.ts';

const rowRem = 1.75;
const longestCell = 200;

/** Comma-separated values as a table whose head stays; text that is no table is shown as it is. */
export function CsvView({ text, type, label }: { text: string; type: string; label: string }) {
  const table = useMemo(() => readTable(text, type), [text, type]);
  if (!table) return <TextView text={text} language={undefined} label={label} />;
  return <TableView table={table} label={label} />;
}

/** Only the cells on screen are drawn, in both directions. */
function TableView({ table, label }: { table: Table; label: string }) {
  const scroller = useRef<HTMLDivElement>(null);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const widths = useMemo(() => columnWidths(table), [table]);
  const rows = useVirtualizer({
    count: table.rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowRem * rem,
    overscan: 4,
  });
  const columns = useVirtualizer({
    count: widths.length,
    horizontal: true,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (widths[at] ?? 0) * rem,
    overscan: 2,
  });
  const places = columns.getVirtualItems().map(({ index, start, size }) => ({ index, start, size }));
  const width = { width: `${columns.getTotalSize()}px` };
  return (
    <>
      <section ref={scroller} className={styles.box} aria-label={label} dir="ltr" {...reachable}>
        <table
          className={styles.table}
          style={width}
          aria-rowcount={table.rowCount + 1}
          aria-colcount={table.head.length}
        >
          <thead className={styles.head}>
            <Row cells={table.head} places={places} isHead at={1} />
          </thead>
          <tbody className={styles.rows} style={{ height: `${rows.getTotalSize()}px` }}>
            {rows.getVirtualItems().map(({ key, index, start }) => (
              <Row key={key} cells={table.row(index)} places={places} at={index + 2} top={start} />
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles.count}>{words.evidence.table(table.rowCount, table.head.length)}</p>
    </>
  );
}

type Place = { index: number; start: number; size: number };
type RowProps = {
  cells: readonly string[];
  /** The columns on screen. */
  places: readonly Place[];
  at: number;
  top?: number;
  isHead?: boolean;
};

function Row({ cells, places, at, top, isHead = false }: RowProps) {
  const Cell = isHead ? 'th' : 'td';
  const style = top === undefined ? undefined : { transform: `translateY(${top}px)` };
  return (
    <tr className={styles.row} aria-rowindex={at} style={style}>
      {places.map(({ index, start, size }) => (
        <Cell
          key={index}
          className={styles.cell}
          dir="auto"
          aria-colindex={index + 1}
          style={{ insetInlineStart: `${start}px`, width: `${size}px` }}
          {...(isHead ? { scope: 'col' } : {})}
        >
          <VisibleText text={cells[index] ?? ''} cut={longestCell} />
        </Cell>
      ))}
    </tr>
  );
}
