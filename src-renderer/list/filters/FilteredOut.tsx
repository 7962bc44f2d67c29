import { useStore } from 'zustand';
import { filtersOf, withoutFilters } from '#shared/inbox/search/edit-query';
import { words } from '#shared/words/words';
import type { ListView } from '../../stores/route.ts';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../Note.tsx';
import { filterNamesOf } from './filter-words.ts';
import { useNames } from './use-names.ts';

/** What an empty list says that is filtered: which filters hide how much, and the way out. */
export function FilteredOut({ view }: { view: ListView }) {
  const { lists, app } = useStores();
  const search = useStore(lists[view].store, (state) => state.search);
  const open = useStore(app.store, (state) => state.app?.counts.open ?? 0);
  const names = filterNamesOf(search, filtersOf(search), useNames()).map(({ name }) => name);
  const { filters } = words;
  const hidden = view === 'inbox' && open > 0 ? filters.hidden(open) : filters.hiddenHere;
  return (
    <Note title={filters.emptyTitle} hint={`${hidden} ${names.join(' · ')}`}>
      <Button size="s" onClick={() => lists[view].search(withoutFilters(search))}>
        {filters.clear}
      </Button>
    </Note>
  );
}
