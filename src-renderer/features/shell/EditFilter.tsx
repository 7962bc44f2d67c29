import { type FormEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { SavedFilter } from '#shared/inbox/saved-filter';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './EditFilter.module.css';

/** Gives a kept filter another name, or deletes it; what it finds stays as it is. */
export function EditFilter({ filter, onClose }: { filter: SavedFilter; onClose: () => void }) {
  const { savedFilters } = useStores();
  const [name, setName] = useState(filter.name);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    void savedFilters.rename(filter.id, name);
    onClose();
  };
  const { filters } = words;
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={`${id}-title`} onClose={onClose}>
      <form onSubmit={rename}>
        <h2 id={`${id}-title`} className={styles.title}>
          {filters.editTitle}
        </h2>
        <p className={styles.search} dir="auto">
          {filter.search}
        </p>
        <label className={styles.label} htmlFor={`${id}-name`}>
          {filters.saveAs}
        </label>
        <input
          id={`${id}-name`}
          className={styles.field}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <div className={styles.buttons}>
          <Button
            className={styles.delete}
            onClick={() => {
              void savedFilters.remove(filter.id);
              onClose();
            }}
          >
            {filters.delete}
          </Button>
          <Button onClick={onClose}>{filters.cancel}</Button>
          <Button type="submit" variant="primary" aria-disabled={name.trim() === '' || undefined}>
            {filters.rename}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
