import { useStore } from 'zustand';
import { batchLimit } from '#shared/inbox/batch';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { Icon } from '../../ui/Icon.tsx';
import { BatchResult } from './BatchResult.tsx';
import { Offers } from './Offers.tsx';
import styles from './SelectionBar.module.css';

/** Under the inbox: how much is selected and what can be done with it; or what became of the answers given last. */
export function SelectionBar() {
  const { selection, batch } = useStores();
  const count = useStore(selection.store, (state) => state.keys.size);
  const hasRun = useStore(batch.store, (state) => state.run !== undefined);
  return count > 0 ? <Selected count={count} /> : hasRun && <BatchResult />;
}

function Selected({ count }: { count: number }) {
  const { selection, batch } = useStores();
  const reading = useStore(batch.store, (state) => state.reading);
  const plan = useStore(batch.store, (state) => state.plan);
  return (
    <section className={styles.bar} aria-label={words.batch.region}>
      <div className={styles.line}>
        <strong className={styles.count} role="status">
          {words.batch.selected(count)}
        </strong>
        <button
          type="button"
          className={styles.clear}
          aria-label={words.batch.clear}
          title={words.batch.clear}
          onClick={selection.clear}
        >
          <Icon name="close" size={12} />
        </button>
      </div>
      {count > batchLimit && <p className={styles.note}>{words.batch.tooMany(batchLimit)}</p>}
      {reading && reading.total > 200 && (
        <p className={styles.note}>{words.batch.reading(reading.done, reading.total)}</p>
      )}
      {plan && <Offers plan={plan} count={count} onChoose={batch.preview} />}
    </section>
  );
}
