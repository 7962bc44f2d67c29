import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import type { ListView } from '../stores/route.ts';
import { useStores } from '../stores/use-stores.ts';
import styles from './NothingChosen.module.css';

/** What the place of the open item says while the list beside it has rows, but none is chosen. */
export function NothingChosen({ view }: { view: ListView }) {
  const { lists } = useStores();
  const hasRows = useStore(lists[view].store, (state) => state.order.shown.length > 0);
  return (
    <h1 className={hasRows ? styles.quiet : styles.spoken}>
      {hasRows ? words.empty.chooseItem : words.shell.views[view]}
    </h1>
  );
}
