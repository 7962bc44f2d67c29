import { useStore } from 'zustand';
import { useStores } from '../../stores/use-stores.ts';
import type { NameOf } from './filter-words.ts';

/** What services and accounts are called that a filter may name by their ids. */
export function useNames(): NameOf {
  const { app, services } = useStores();
  const open = useStore(app.store, (state) => state.app?.services);
  const accounts = useStore(app.store, (state) => state.app?.accounts);
  const registered = useStore(services.store, (state) => state.services);
  return (kind, value) => {
    if (kind === 'account') return accounts?.find(({ id }) => id === value)?.name;
    const known = open?.find(({ id }) => id === value)?.name;
    return known ?? registered?.find(({ service_id }) => service_id === value)?.name;
  };
}
