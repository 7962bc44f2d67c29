import { useStore } from 'zustand';
import { parseSearch, withoutTerm } from '#shared/inbox/search/query';
import { words } from '#shared/words/words';
import type { ListView } from '../../stores/route.ts';
import { useStores } from '../../stores/use-stores.ts';
import { foundWords } from '../../words/search.ts';
import { Chip } from '../Chip.tsx';
import { filterNamesOf } from '../filters/filter-words.ts';
import { useNames } from '../filters/use-names.ts';
import styles from './SearchChips.module.css';

/** The filters of a search, as it was understood; each can be taken out. */
export function SearchChips({ view }: { view: ListView }) {
  const { lists } = useStores();
  const list = lists[view];
  const text = useStore(list.store, (state) => state.search);
  const filters = filterNamesOf(text, parseSearch(text), useNames());
  return filters.map(({ term, name }) => (
    <Chip key={term.from} name={name} title={words.filters.remove} onEnd={() => list.search(withoutTerm(text, term))} />
  ));
}

/** What is to be known of what was found beside the rows. */
export function FoundNote({ view }: { view: ListView }) {
  const { lists } = useStores();
  const shown = useStore(lists[view].store, (state) => state.order.shown.length);
  const found = useStore(lists[view].store, (state) => state.found);
  const said = found && foundWords(found, shown);
  return <div role="status">{said !== undefined && <p className={styles.note}>{said}</p>}</div>;
}
