import { useState } from 'react';
import { useStore } from 'zustand';
import { unreachable } from '#shared/result';
import { words } from '#shared/words/words';
import type { BatchRun } from '../../stores/batch.ts';
import type { BatchOutcome } from '../../stores/batch-outcome.ts';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { useRedrawAt } from '../../ui/use-moment.ts';
import { ResultItems } from './ResultItems.tsx';
import styles from './SelectionBar.module.css';

/** What became of the answers given together: counted, with the way back while there is one, and each by itself. */
export function BatchResult() {
  const { batch } = useStores();
  const run = useStore(batch.store, (state) => state.run);
  return run ? <Result run={run} /> : null;
}

function Result({ run }: { run: BatchRun }) {
  const { batch, rows } = useStores();
  const [showsItems, setShowsItems] = useState(false);
  useStore(rows.store, (state) => state.rows);
  const { items, action, tried, at, failure } = run;
  const counts = new Map<BatchOutcome, number>();
  for (const { key } of items) counts.set(batch.outcome(key), (counts.get(batch.outcome(key)) ?? 0) + 1);
  const sendAt = batch.nextSendAt();
  const isOut = at === 'saving' || at === 'stopping';
  const said = words.batch;
  return (
    <section className={styles.bar} aria-label={said.resultTitle(action.label)}>
      <div className={styles.line}>
        <strong className={styles.count} dir="auto">
          {said.resultTitle(action.label)}
        </strong>
        {!isOut && (
          <button
            type="button"
            className={styles.clear}
            aria-label={said.close}
            title={said.close}
            onClick={batch.close}
          >
            <Icon name="close" size={12} />
          </button>
        )}
      </div>
      {isOut ? (
        <>
          <span>{said.saving(tried.size, items.length)}</span>
          <progress className={styles.progress} max={items.length} value={tried.size} aria-label={said.region} />
        </>
      ) : (
        <ul className={styles.outcomes} role="status">
          {[...counts].map(([outcome, n]) => (
            <li key={outcome} className={styles.outcome}>
              <Icon name={iconOf(outcome)} size={14} />
              <span>
                {said.counted(n, said.outcomes[outcome])}
                {outcome === 'held' && sendAt !== undefined && <Seconds until={sendAt} />}
              </span>
            </li>
          ))}
        </ul>
      )}
      {failure && <p role="alert">{failure.message}</p>}
      <div className={styles.buttons}>
        {at === 'saving' && (
          <Button size="s" onClick={batch.stop}>
            {said.stop}
          </Button>
        )}
        {!isOut && (counts.get('held') ?? 0) > 0 && (
          <Button size="s" aria-disabled={at === 'undoing' || undefined} onClick={() => void batch.undoAll()}>
            {said.undoAll}
          </Button>
        )}
        {!isOut && (
          <Button size="s" variant="ghost" onClick={() => setShowsItems(true)}>
            {said.details}
          </Button>
        )}
      </div>
      {showsItems && <ResultItems run={run} onClose={() => setShowsItems(false)} />}
    </section>
  );
}

/** Drawn, not announced: a status that changes every second would be read out every second. */
function Seconds({ until }: { until: number }) {
  const now = Date.now();
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  useRedrawAt(seconds > 0 ? until - (seconds - 1) * 1000 : undefined);
  return <span aria-hidden="true">{words.batch.inSeconds(seconds)}</span>;
}

function iconOf(outcome: BatchOutcome): IconName {
  switch (outcome) {
    case 'sent':
      return 'check';
    case 'saving':
    case 'held':
      return 'clock';
    case 'sending':
      return 'send';
    case 'waiting':
      return 'cloud';
    case 'taken-back':
      return 'undo';
    case 'not-tried':
    case 'not-saved':
    case 'too-late':
    case 'withdrawn':
    case 'already-answered':
    case 'refused':
    case 'confirm-again':
      return 'warning';
    default:
      return unreachable(outcome);
  }
}
