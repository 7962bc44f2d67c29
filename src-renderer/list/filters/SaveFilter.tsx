import { type FormEvent, useId, useState } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import type { ListView } from '../../stores/route.ts';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './SaveFilter.module.css';

/** The field takes the place of the button that was pressed, and its focus. */
const focusIt = (field: HTMLInputElement | null) => field?.focus();

/** Keeps what the list is filtered by under a name. */
export function SaveFilter({ view }: { view: ListView }) {
  const { lists, savedFilters, facets } = useStores();
  const [name, setName] = useState<string>();
  useStore(lists[view].store, (state) => state.search);
  const id = useId();
  const { filters } = words;
  if (!savedFilters.canSave(view)) return null;
  if (name === undefined) {
    return (
      <Button size="s" variant="ghost" className={styles.open} onClick={() => setName('')}>
        {filters.save}
      </Button>
    );
  }
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    void savedFilters.save(name, view);
    facets.close();
  };
  return (
    <form className={styles.form} onSubmit={save}>
      <label className={styles.label} htmlFor={id}>
        {filters.saveAs}
      </label>
      <input
        id={id}
        ref={focusIt}
        className={styles.field}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button size="s" type="submit" aria-disabled={name.trim() === '' || undefined}>
        {filters.saveNow}
      </Button>
    </form>
  );
}
