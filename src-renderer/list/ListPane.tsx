import type { ComponentType, ReactNode } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import type { ListView } from '../stores/route.ts';
import { useStores } from '../stores/use-stores.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from './Chip.tsx';
import { ItemList } from './ItemList.tsx';
import styles from './ListPane.module.css';
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
      <SearchField view={view} before={before} />
      <Chips view={view} />
      <FoundNote view={view} />
      {head}
      <Newcomers view={view} />
      <div className={styles.list}>
        <ItemList view={view} label={label} headerWords={headerWords} Row={Row} />
        <Instead view={view} empty={empty} />
      </div>
      {after}
    </section>
  );
}

function useServiceName(view: ListView): string | undefined {
  const { lists, app, services } = useStores();
  const id = useStore(lists[view].store, (state) => state.service);
  const open = useStore(app.store, (state) => state.app?.services.find((one) => one.id === id)?.name);
  const registered = useStore(services.store, (state) => state.services?.find((one) => one.service_id === id)?.name);
  return id === undefined ? undefined : (open ?? registered ?? id);
}

function useAccountName(view: ListView): string | undefined {
  const { lists, app } = useStores();
  const id = useStore(lists[view].store, (state) => state.account);
  return useStore(app.store, (state) => state.app?.accounts.find((one) => one.id === id)?.name);
}

/** What the list is narrowed to. */
function Chips({ view }: { view: ListView }) {
  const { lists } = useStores();
  const name = useServiceName(view);
  const account = useAccountName(view);
  return (
    <div className={styles.chips}>
      {name !== undefined && (
        <Chip
          name={words.list.onlyService(name)}
          title={words.list.showAll}
          onEnd={() => lists[view].onlyService(undefined)}
        />
      )}
      {account !== undefined && (
        <Chip
          name={words.list.onlyService(account)}
          title={words.list.showAll}
          onEnd={() => lists[view].onlyAccount(undefined)}
        />
      )}
      <SearchChips view={view} />
    </div>
  );
}

function Newcomers({ view }: { view: ListView }) {
  const { lists } = useStores();
  const count = useStore(lists[view].store, (state) => state.order.pending.length);
  return (
    <div>
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
  const { lists, route } = useStores();
  const list = lists[view];
  const other = view === 'history' ? 'inbox' : 'history';
  const service = useServiceName(view);
  const account = useAccountName(view);
  const name = service ?? account;
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
  if (search !== '') {
    return (
      <Note title={words.empty.search(search)} hint={words.empty.searchHint}>
        <Button size="s" onClick={() => list.search('')}>
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
  if (name !== undefined) {
    return (
      <Note title={words.empty.filter(name)}>
        <Button size="s" onClick={() => list.reset()}>
          {words.list.showAll}
        </Button>
      </Note>
    );
  }
  return <div className={styles.instead}>{empty}</div>;
}

/** A few quiet words in the middle of an empty list. */
export function Note({ title, hint, children }: { title: string; hint?: string | undefined; children?: ReactNode }) {
  return (
    <div className={styles.note}>
      <p className={styles.noteTitle} dir="auto">
        {title}
      </p>
      {hint !== undefined && <p>{hint}</p>}
      {children}
    </div>
  );
}
