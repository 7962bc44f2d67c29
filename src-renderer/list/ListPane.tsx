import type { ComponentType, ReactNode } from 'react';
import { useStore } from 'zustand';
import { filtersOf } from '#shared/inbox/search/edit-query';
import { words } from '#shared/words/words';
import type { ListView } from '../stores/route.ts';
import { useStores } from '../stores/use-stores.ts';
import { Button } from '../ui/Button.tsx';
import { FilterButton } from './filters/FilterButton.tsx';
import { FilteredOut } from './filters/FilteredOut.tsx';
import { ItemList } from './ItemList.tsx';
import styles from './ListPane.module.css';
import { Note } from './Note.tsx';
import type { RowProps } from './Option.tsx';
import { SearchField } from './SearchField.tsx';
import { FoundNote, SearchChips } from './search/SearchChips.tsx';

/** The column of a list: search, what it is filtered by, what is new, the rows, and what is said when there are none. */
export function ListPane({
  view,
  label,
  headerWords,
  Row,
  empty,
  before,
  head,
  after,
}: {
  view: ListView;
  label: string;
  headerWords: (group: string) => string;
  Row: ComponentType<RowProps>;
  /** Said when the list is empty and nothing narrows it. */
  empty: ReactNode;
  /** Stands before the search field. */
  before?: ReactNode;
  /** Stands between the search and the rows. */
  head?: ReactNode;
  /** Stands under the list. */
  after?: ReactNode;
}) {
  const { layout } = useStores();
  const isAlone = useStore(layout, (state) => state.mode === 'single');
  return (
    <section className={styles.pane} aria-label={label}>
      {isAlone && <h1 className={styles.spoken}>{label}</h1>}
      <SearchField view={view} before={before} after={<FilterButton view={view} />} />
      <div className={styles.chips}>
        <SearchChips view={view} />
      </div>
      <FoundNote view={view} />
      {head}
      <div className={styles.list}>
        <Newcomers view={view} />
        <ItemList view={view} label={label} headerWords={headerWords} Row={Row} />
        <Instead view={view} empty={empty} />
      </div>
      {after}
    </section>
  );
}

/** Over the top of the list, so that no row moves when it appears. */
function Newcomers({ view }: { view: ListView }) {
  const { lists } = useStores();
  const count = useStore(lists[view].store, (state) => state.order.pending.length);
  return (
    <div className={styles.above}>
      {count > 0 && (
        <button type="button" className={styles.newcomers} onClick={() => lists[view].admit()}>
          {words.list.newcomers(count)}
        </button>
      )}
    </div>
  );
}

/** What stands in the place of rows. */
function Instead({ view, empty }: { view: ListView; empty: ReactNode }) {
  const { lists } = useStores();
  const list = lists[view];
  const phase = useStore(list.store, (state) => state.phase);
  const failure = useStore(list.store, (state) => state.failure);
  const search = useStore(list.store, (state) => state.search);
  const isEmpty = useStore(list.store, (state) => state.order.shown.length === 0);
  if (!isEmpty) return null;
  if (phase === 'loading') return <p className={styles.loading}>{words.list.loading}</p>;
  if (phase === 'failed') {
    return (
      <Note title={words.list.failed} hint={failure?.hint ?? failure?.message}>
        <Button size="s" onClick={() => list.retry()}>
          {words.shell.tryAgain}
        </Button>
      </Note>
    );
  }
  if (search.trim() !== '') {
    return filtersOf(search).length > 0 ? <FilteredOut view={view} /> : <NothingFound view={view} />;
  }
  return <div className={styles.instead}>{empty}</div>;
}

function NothingFound({ view }: { view: ListView }) {
  const { lists, route } = useStores();
  const search = useStore(lists[view].store, (state) => state.search);
  const other = view === 'history' ? 'inbox' : 'history';
  return (
    <Note title={words.empty.search(search)} hint={words.empty.searchHint}>
      <Button size="s" onClick={() => lists[view].search('')}>
        {words.list.clearSearch}
      </Button>
      <Button
        size="s"
        onClick={() => {
          lists[other].search(search);
          route.show(other);
        }}
      >
        {words.search.otherView[view]}
      </Button>
    </Note>
  );
}
