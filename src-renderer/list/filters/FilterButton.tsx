import { useStore } from 'zustand';
import { filtersOf } from '#shared/inbox/search/edit-query';
import { words } from '#shared/words/words';
import { drawnKeys } from '../../keyboard/table.ts';
import type { ListView } from '../../stores/route.ts';
import { useStores } from '../../stores/use-stores.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './FilterButton.module.css';
import { FilterMenu } from './FilterMenu.tsx';

/** Opens the menu of what the list can be filtered by. */
export function FilterButton({ view }: { view: ListView }) {
  const { lists, facets, app } = useStores();
  const active = useStore(lists[view].store, (state) => filtersOf(state.search).length);
  const isOpen = useStore(facets.store, (state) => state.view === view);
  const singleKeys = useStore(app.store, (state) => state.app?.settings.singleKeys ?? true);
  const { filters } = words;
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={filters.button}
        aria-description={active > 0 ? filters.active(active) : undefined}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        title={singleKeys ? `${filters.button} (${drawnKeys('filter', false).join()})` : filters.button}
        data-active={active > 0 || undefined}
        onClick={() => facets.open(view)}
      >
        <Icon name="filter" />
        {active > 0 && (
          <span className={styles.count} aria-hidden="true">
            {filters.count(active)}
          </span>
        )}
      </button>
      {isOpen && <FilterMenu view={view} />}
    </>
  );
}
