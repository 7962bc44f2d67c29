import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { NothingChosen } from '../../list/NothingChosen.tsx';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import { endingLine } from '../../words/endings.ts';
import styles from './NothingOpen.module.css';

/** What the place of the open item holds while none is: the first-start page, or that everything is done. */
export function NothingOpen({ welcome }: { welcome: ReactNode }) {
  const { app, lists } = useStores();
  const isFirstStart = useStore(
    app.store,
    ({ app }) => app !== undefined && !app.settings.welcomeDone && app.counts.history === 0,
  );
  const isEmpty = useStore(lists.inbox.store, (state) => state.phase === 'ready' && state.order.shown.length === 0);
  const isNarrowed = useStore(lists.inbox.store, (state) => state.search !== '');
  const open = useStore(app.store, (state) => state.app?.counts.open ?? 0);
  if (!isEmpty || isNarrowed || open > 0) return <NothingChosen view="inbox" />;
  return isFirstStart ? welcome : <AllDone />;
}

function AllDone() {
  const { app, navigation } = useStores();
  const hasDecided = useStore(app.store, (state) => (state.app?.counts.history ?? 0) > 0);
  return (
    <div className={styles.done}>
      {hasDecided && (
        <span className={styles.mark}>
          <Icon name="check" size={22} />
        </span>
      )}
      <h1 className={styles.title}>{hasDecided ? words.empty.allDone : words.empty.noneYet}</h1>
      <p className={styles.hint}>{words.empty.howItArrives}</p>
      <LastDecided />
      <Button onClick={() => navigation.showHowToAsk()}>{words.empty.howToAsk}</Button>
    </div>
  );
}

function LastDecided() {
  const { app, lastDecided, rows, navigation } = useStores();
  const ended = useStore(app.store, (state) => state.app?.counts.history ?? 0);
  const key = useStore(lastDecided.store, (state) => state.key);
  const row = useStore(rows.store, (state) => key && state.rows.get(key));
  useEffect(() => {
    if (ended > 0) void lastDecided.read();
    return lastDecided.stop;
  }, [lastDecided, ended]);
  if (!row?.ending) return null;
  return (
    <div className={styles.last}>
      <h2 className={styles.lastHeading}>{words.empty.lastDecided}</h2>
      <button type="button" className={styles.lastItem} onClick={() => void navigation.showItem(row.key)}>
        <span className={styles.lastTitle} dir="auto">
          <VisibleText text={row.title} />
        </span>
        <span className={styles.lastEnding}>{endingLine({ ...row, ending: row.ending })}</span>
      </button>
    </div>
  );
}
