import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { reachable } from '../../../../ui/reachable.ts';
import styles from './LineBox.module.css';

const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
/** The height of a line in rem; the style sheet has the same. */
const lineRem = 1.25;
const beyondTheEdge = 8;

/**
 * Many lines in a box that scrolls: only those on screen are drawn, however many there are. `label` names the box for
 * assistive technology; it takes the focus so that the keyboard can scroll it.
 */
export function LineBox(props: { count: number; label: string; line: (index: number) => ReactNode; kind?: string }) {
  const { count, label, line, kind } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const height = lineRem * rem();
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: beyondTheEdge,
  });
  return (
    <section ref={scroller} className={styles.box} aria-label={label} {...reachable} dir="ltr" data-kind={kind}>
      <div className={styles.all} style={{ height: `${virtualizer.getTotalSize()}px` }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => (
          <div key={key} className={styles.line} style={{ transform: `translateY(${start}px)` }}>
            {line(index)}
          </div>
        ))}
      </div>
    </section>
  );
}
