import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { filtersOf, filterTermOf, toggledFilter, withoutFilters } from '#shared/inbox/search/edit-query';
import { words } from '#shared/words/words';
import type { ListView } from '../../stores/route.ts';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { type Choice, choiceId, choicesOf } from './choices.ts';
import { FilterChoices } from './FilterChoices.tsx';
import styles from './FilterMenu.module.css';
import { SaveFilter } from './SaveFilter.tsx';

/**
 * What the list can be filtered by, over the list: a field that narrows it and keeps the focus, and the filters, which it
 * points at. The browser's own modal dialog, so Escape closes it and the focus goes back.
 */
export function FilterMenu({ view }: { view: ListView }) {
  const { lists, facets } = useStores();
  const search = useStore(lists[view].store, (state) => state.search);
  const read = useStore(facets.store, (state) => state.facets);
  const failure = useStore(facets.store, (state) => state.failure);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const dialog = useModal(facets.close);
  const groups = read ? choicesOf(read, view, typed) : [];
  const choices = groups.flatMap((group) => group.choices);
  const chosen = choices[Math.min(at, choices.length - 1)];
  const { filters } = words;

  const toggle = ({ kind, value }: Choice) => facets.change(toggledFilter(search, kind, value));
  const move = (to: number) => setAt(choices.length === 0 ? 0 : (to + choices.length) % choices.length);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const place = Math.min(at, choices.length - 1);
    if (event.key === 'ArrowDown') move(place + 1);
    else if (event.key === 'ArrowUp') move(place - 1);
    else if (event.key === 'Enter' && chosen) toggle(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <dialog ref={dialog} className={styles.menu} aria-label={filters.menu}>
      <input
        type="text"
        className={styles.find}
        aria-label={filters.find}
        placeholder={filters.find}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-values`}
        aria-activedescendant={chosen && choiceId(id, chosen)}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <FilterChoices
        id={id}
        groups={groups}
        chosen={chosen}
        isOn={({ kind, value }) => filterTermOf(search, kind, value) !== undefined}
        onToggle={toggle}
      />
      {read && choices.length === 0 && <p className={styles.note}>{typed === '' ? filters.nothing : filters.none}</p>}
      {failure && <p className={styles.note}>{`${filters.failed} ${failure.message}`}</p>}
      {read?.isCut && <p className={styles.note}>{filters.isCut}</p>}
      <div className={styles.foot}>
        <SaveFilter view={view} />
        {filtersOf(search).length > 0 && (
          <Button size="s" variant="ghost" onClick={() => facets.change(withoutFilters(search))}>
            {filters.clear}
          </Button>
        )}
        <Button size="s" onClick={facets.close}>
          {filters.close}
        </Button>
      </div>
    </dialog>
  );
}

/** Opens the dialog under the button that it belongs to, within the list; a click beside it closes it. */
function useModal(onClose: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    const bar = element?.parentElement?.getBoundingClientRect();
    if (!element || !bar) return;
    element.style.insetBlockStart = `${bar.bottom}px`;
    element.style.left = `${bar.left + 12}px`;
    element.style.width = `${bar.width - 24}px`;
    element.showModal();
    element.querySelector('input')?.focus();
    const closeOutside = (event: Event) => {
      if (event.target === element) onClose();
    };
    element.addEventListener('click', closeOutside);
    element.addEventListener('close', onClose);
    return () => {
      element.removeEventListener('click', closeOutside);
      element.removeEventListener('close', onClose);
      element.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [onClose]);
  return dialog;
}
