import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';
import { words } from '#shared/words/words';
import type { BatchRun } from '../../stores/batch.ts';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import styles from './BatchPreview.module.css';
import dialogStyles from './ResultItems.module.css';

const lineHeight = 48;

/** How each answer of a batch stands, following the truth; a press opens its question. */
export function ResultItems({ run, onClose }: { run: BatchRun; onClose: () => void }) {
  const { batch, navigation } = useStores();
  const dialog = useRef<HTMLDialogElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const virtualizer = useVirtualizer({
    count: run.items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 8,
  });
  return (
    <dialog ref={dialog} className={dialogStyles.dialog} aria-label={words.batch.details} onClose={onClose}>
      <h2 className={dialogStyles.title} dir="auto">
        {words.batch.resultTitle(run.action.label)}
      </h2>
      <div ref={scroller} className={dialogStyles.scroller}>
        <ul className={styles.all} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, size }) => {
            const item = run.items[index];
            if (!item) return null;
            const saved = run.tried.get(item.key);
            const why = saved && 'message' in saved ? saved.message : undefined;
            return (
              <li key={item.key} className={styles.item} style={{ top: start, height: size, padding: 0 }}>
                <button
                  type="button"
                  className={dialogStyles.result}
                  onClick={() => {
                    onClose();
                    void navigation.showItem(item.key);
                  }}
                >
                  <span className={styles.title} dir="auto">
                    <VisibleText text={item.title} cut={200} />
                  </span>
                  <span className={dialogStyles.state}>{why ?? words.batch.outcomes[batch.outcome(item.key)]}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </div>
      <div className={dialogStyles.foot}>
        <Button keyHint={words.keys.escape} onClick={onClose}>
          {words.batch.close}
        </Button>
      </div>
    </dialog>
  );
}
