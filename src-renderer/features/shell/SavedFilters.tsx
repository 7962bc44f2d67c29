import { useId, useState } from 'react';
import { useStore } from 'zustand';
import type { SavedFilter } from '#shared/inbox/saved-filter';
import { number } from '#shared/words/plural';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { Icon } from '../../ui/Icon.tsx';
import { EditFilter } from './EditFilter.tsx';
import styles from './SavedFilters.module.css';
import sidebar from './Sidebar.module.css';

/** The filters that the person keeps, with how many open questions each finds. */
export function SavedFilters({ onGo }: { onGo?: (() => void) | undefined }) {
  const { app } = useStores();
  const filters = useStore(app.store, (state) => state.app?.settings.savedFilters);
  const [editing, setEditing] = useState<string>();
  const edited = filters?.find(({ id }) => id === editing);
  const id = useId();
  if (!filters || filters.length === 0) return null;
  return (
    <div className={sidebar.services}>
      <h2 className={sidebar.heading} id={id}>
        {words.filters.saved}
      </h2>
      <ul aria-labelledby={id}>
        {filters.map((filter) => (
          <Line key={filter.id} filter={filter} onGo={onGo} onEdit={() => setEditing(filter.id)} />
        ))}
      </ul>
      {edited && <EditFilter filter={edited} onClose={() => setEditing(undefined)} />}
    </div>
  );
}

type LineProps = { filter: SavedFilter; onGo: (() => void) | undefined; onEdit: () => void };

function Line({ filter, onGo, onEdit }: LineProps) {
  const { lists, route, savedFilters } = useStores();
  const { id, name, view, search } = filter;
  const isOn = useStore(lists[view].store, (state) => state.search.trim() === search);
  const isHere = useStore(route.store, (state) => state.view === view);
  const found = useStore(savedFilters.store, (state) => state.counts.get(id));
  return (
    <li className={styles.line}>
      <button
        type="button"
        className={sidebar.item}
        aria-pressed={isOn && isHere}
        title={words.filters.use(name)}
        onClick={() => {
          savedFilters.use(id);
          onGo?.();
        }}
      >
        <span className={sidebar.name}>
          <span className={sidebar.foreign} dir="auto">
            {name}
          </span>
        </span>
        {found && (
          <span className={`${sidebar.count} ${styles.count}`} title={words.filters.waiting(found.count, found.isMore)}>
            {number(found.count)}
            {found.isMore && '+'}
          </span>
        )}
      </button>
      <button type="button" className={styles.edit} aria-label={words.filters.edit(name)} onClick={onEdit}>
        <Icon name="settings" size={14} />
      </button>
    </li>
  );
}
