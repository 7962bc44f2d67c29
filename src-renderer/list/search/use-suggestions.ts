import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useStore } from 'zustand';
import { filterNames } from '#shared/inbox/search/query';
import { type Suggestion, suggestionsFor } from '#shared/inbox/search/suggest';
import { useStores } from '../../stores/use-stores.ts';

const allFilters: readonly Suggestion[] = filterNames.map((name) => ({ insert: `${name}:`, name, value: undefined }));

/** What the search field offers while one types, and every filter while it is empty. */
export function useSuggestions(
  text: string,
  field: RefObject<HTMLInputElement | null>,
  search: (text: string) => void,
) {
  const { app } = useStores();
  const services = useStore(app.store, (state) => state.app?.services);
  const accounts = useStore(app.store, (state) => state.app?.accounts);
  const [cursor, setCursor] = useState(text.length);
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const known = {
    services: [...new Set(services?.map(({ name }) => name))],
    accounts: [...new Set(accounts?.map(({ name }) => name))],
  };
  const found = suggestionsFor(text, cursor, known);
  const list = !isOpen ? [] : text === '' ? allFilters : (found?.list ?? []);

  const choose = ({ insert }: Suggestion) => {
    const { from, to } = found ?? { from: 0, to: 0 };
    const next = text.slice(0, from) + insert + text.slice(to);
    search(next);
    setCursor(from + insert.length);
    setChosen(-1);
    setOpen(true);
    field.current?.focus();
  };

  return {
    list,
    chosen,
    choose,
    /** Told where one types. */
    typed: (at: number | null) => {
      setCursor(at ?? text.length);
      setChosen(-1);
      setOpen(true);
    },
    show: () => setOpen(true),
    hide: () => {
      setOpen(false);
      setChosen(-1);
    },
    /** Takes the keys that move in the list and choose from it; returns whether it did. */
    takesKey: ({ key }: KeyboardEvent): boolean => {
      if (list.length === 0 || text === '') return false;
      const suggestion = list[chosen];
      if (key === 'ArrowDown') setChosen((chosen + 1) % list.length);
      else if (key === 'ArrowUp') setChosen((chosen <= 0 ? list.length : chosen) - 1);
      else if ((key === 'Enter' || key === 'Tab') && suggestion) choose(suggestion);
      else if (key === 'Escape' && suggestion) setChosen(-1);
      else return false;
      return true;
    },
  };
}
