import { words } from '#shared/words/words';
import type { PaletteSource } from './entry.ts';

/** The inbox narrowed to one service or one server, and all of it again. */
export const filters: PaletteSource = ({ app, lists, navigation }) => {
  const { services = [], accounts = [] } = app.store.getState().app ?? {};
  const { service, account } = lists.inbox.store.getState();
  const { palette } = words;
  return [
    ...(service !== undefined || account !== undefined
      ? [
          {
            id: 'filter:none',
            group: 'filters' as const,
            title: palette.showAll,
            run: () => {
              navigation.show('inbox');
              lists.inbox.reset();
            },
          },
        ]
      : []),
    ...services.map(({ id, name }) => ({
      id: `service:${id}`,
      group: 'filters' as const,
      title: palette.onlyFrom(name || id),
      isForeign: true,
      isCurrent: service === id,
      run: () => navigation.onlyService(id),
    })),
    ...(accounts.length < 2 ? [] : accounts).map(({ id, name }) => ({
      id: `account:${id}`,
      group: 'filters' as const,
      title: palette.onlyFrom(name),
      isForeign: true,
      isCurrent: account === id,
      run: () => navigation.onlyAccount(id),
    })),
  ];
};
