import { isOnlyFilter } from '#shared/inbox/search/edit-query';
import { valueAmong } from '#shared/inbox/search/facets';
import { words } from '#shared/words/words';
import type { PaletteSource } from './entry.ts';

/** The filters that the person keeps, the inbox narrowed to one service or one server, and all of it again. */
export const filters: PaletteSource = ({ app, lists, navigation, savedFilters }) => {
  const { services = [], accounts = [] } = app.store.getState().app ?? {};
  const { search } = lists.inbox.store.getState();
  const { palette } = words;
  const only = (kind: 'service' | 'account', value: string) => ({
    isCurrent: isOnlyFilter(search, kind, value, [kind]),
    run: () => {
      if (isOnlyFilter(search, kind, value, [kind])) navigation.show('inbox');
      else navigation.showOnly(kind, value);
    },
  });
  return [
    ...(search.trim() === ''
      ? []
      : [
          {
            id: 'filter:none',
            group: 'filters' as const,
            title: palette.showAll,
            run: () => navigation.showFiltered('inbox', ''),
          },
        ]),
    ...savedFilters.all().map(({ id, name, view, search: kept }) => ({
      id: `saved-filter:${id}`,
      group: 'filters' as const,
      title: words.filters.use(name),
      isCurrent: lists[view].store.getState().search.trim() === kept,
      run: () => navigation.showFiltered(view, kept),
    })),
    ...services.map((service) => ({
      id: `service:${service.id}`,
      group: 'filters' as const,
      title: palette.onlyFrom(service.name || service.id),
      isForeign: true,
      ...only('service', valueAmong(service, services)),
    })),
    ...(accounts.length < 2 ? [] : accounts).map((account) => ({
      id: `account:${account.id}`,
      group: 'filters' as const,
      title: palette.onlyFrom(account.name),
      isForeign: true,
      ...only('account', valueAmong(account, accounts)),
    })),
  ];
};
