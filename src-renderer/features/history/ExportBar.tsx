import { useEffect } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './ExportBar.module.css';

/** Under the list: what it shows, into a file. */
export function ExportBar() {
  const { historyCare, lists } = useStores();
  const state = useStore(historyCare.store, (store) => store.export);
  const isEmpty = useStore(lists.history.store, (list) => list.order.shown.length === 0);
  const isFiltered = useStore(lists.history.store, (list) => list.search.trim() !== '');
  useEffect(() => historyCare.forgetExport, [historyCare]);
  if (isEmpty) return null;
  const exportAs = (format: 'csv' | 'json') => {
    void historyCare.export(format, { search: lists.history.store.getState().search });
  };
  return (
    <div className={styles.bar}>
      <span className={styles.words}>
        <span role="status">
          {state.at === 'running' && words.history.exporting}
          {state.at === 'done' && words.history.exported(state.decisions)}
        </span>
        {state.at === 'failed' && <span role="alert">{state.error.message}</span>}
        {state.at === 'idle' && (isFiltered ? words.history.exportShown : words.history.exportAll)}
      </span>
      {(['csv', 'json'] as const).map((format) => (
        <Button
          key={format}
          size="s"
          variant="ghost"
          aria-label={words.history.exportNames[format]}
          aria-busy={state.at === 'running'}
          onClick={() => exportAs(format)}
        >
          {words.history.exportAs[format]}
        </Button>
      ))}
    </div>
  );
}
