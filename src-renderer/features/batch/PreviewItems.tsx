import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { BatchItem } from '#shared/inbox/batch';
import type { ItemKey } from '#shared/inbox/item-key';
import { words } from '#shared/words/words';
import { VisibleText } from '../../ui/VisibleText.tsx';
import styles from './BatchPreview.module.css';

const lineHeight = 32;

/** Every question of a batch, each with a tick that can be taken away; only what is in sight is drawn. */
export function PreviewItems({
  items,
  unticked,
  onTick,
}: {
  items: readonly BatchItem[];
  unticked: ReadonlySet<ItemKey>;
  onTick: (key: ItemKey) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 8,
  });
  return (
    <fieldset className={styles.items}>
      <legend className={styles.hint}>{words.batch.allTicked}</legend>
      {/* It scrolls by the ticks in it, which take the focus. */}
      <div ref={scroller} className={styles.scroller} data-count={items.length}>
        <div className={styles.all} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, size }) => {
            const item = items[index];
            if (!item) return null;
            return (
              <label key={item.key} className={styles.item} style={{ top: start, height: size }}>
                <input type="checkbox" checked={!unticked.has(item.key)} onChange={() => onTick(item.key)} />
                <span className={styles.title} dir="auto">
                  <VisibleText text={item.title} cut={200} />
                </span>
              </label>
            );
          })}
        </div>
      </div>
    </fieldset>
  );
}
