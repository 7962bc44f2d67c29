import { useEffect, useId } from 'react';
import { useStore } from 'zustand';
import { missedInAll, nothingMissed } from '#shared/inbox/missed';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import { endingLine } from '../../words/endings.ts';
import styles from './MissedCard.module.css';

/** At the head of the inbox: what ended while nobody looked, until it is put away. Nothing where there is nothing. */
export function MissedCard() {
  const { app, missed } = useStores();
  const counts = useStore(app.store, (state) => state.app?.missed ?? nothingMissed);
  const isOpen = useStore(missed.store, (state) => state.isOpen);
  const count = missedInAll(counts);
  const id = useId();
  useSaid(count);
  if (count === 0) return null;
  return (
    <div className={styles.place}>
      <section className={styles.card} aria-labelledby={id}>
        <div className={styles.bar}>
          <p className={styles.words} role="status">
            <b id={id}>{words.missed.heading}</b> <span className={styles.counts}>{words.missed.summary(counts)}</span>
          </p>
          <Button size="s" variant="ghost" aria-expanded={isOpen} onClick={missed.toggle}>
            {isOpen ? words.missed.hide : words.missed.show}
          </Button>
          <button type="button" className={styles.dismiss} aria-label={words.missed.dismiss} onClick={missed.putAway}>
            <Icon name="close" size={12} />
          </button>
        </div>
        {isOpen && <MissedList count={count} />}
      </section>
    </div>
  );
}

function MissedList({ count }: { count: number }) {
  const { missed, navigation } = useStores();
  const rows = useStore(missed.store, (state) => state.rows);
  const failure = useStore(missed.store, (state) => state.failure);
  useEffect(() => {
    if (count > 0) missed.changed();
  }, [missed, count]);
  if (failure) return <p className={styles.more}>{words.missed.failed}</p>;
  if (rows === undefined) return null;
  const more = count - rows.length;
  return (
    <>
      <ul className={styles.list} aria-label={words.missed.list}>
        {rows.map((row) => (
          <li key={row.key}>
            <button type="button" className={styles.item} onClick={() => void navigation.showItem(row.key)}>
              <span className={styles.title} dir="auto">
                <VisibleText text={row.title} />
              </span>
              <span className={styles.ending}>{row.ending && endingLine({ ...row, ending: row.ending })}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.more}>
        {more > 0 && <span>{words.missed.more(more)}</span>}
        <Button size="s" variant="ghost" onClick={() => navigation.show('history')}>
          {words.missed.inHistory}
        </Button>
      </div>
    </>
  );
}

/** It counts as said once it was before somebody, not in a window behind others. */
function useSaid(count: number): void {
  const { missed } = useStores();
  useEffect(() => {
    if (count === 0) return;
    const say = () => {
      if (document.hasFocus() && document.visibilityState === 'visible') missed.said();
    };
    say();
    window.addEventListener('focus', say);
    return () => window.removeEventListener('focus', say);
  }, [missed, count]);
}
