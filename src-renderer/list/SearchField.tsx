import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { searchLimit } from '#shared/inbox/search/query';
import { words } from '#shared/words/words';
import { useKeyHint } from '../keyboard/key-hints.tsx';
import type { ListView } from '../stores/route.ts';
import { useStores } from '../stores/use-stores.ts';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { focusList } from './focus.ts';
import styles from './SearchField.module.css';
import { Suggestions, suggestionId } from './search/Suggestions.tsx';
import { useSuggestions } from './search/use-suggestions.ts';

/** Searches the list below as one types. Escape clears and leaves; the down arrow goes to what was found. */
export function SearchField({ view, before, after }: { view: ListView; before?: ReactNode; after?: ReactNode }) {
  const { lists, navigation } = useStores();
  const list = lists[view];
  const text = useStore(list.store, (state) => state.search);
  const searchKey = useKeyHint('search');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const suggestions = useSuggestions(text, input, list.search);
  const isOffering = suggestions.list.length > 0;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (suggestions.takesKey(event)) {
      // it was for the list below the field
    } else if (event.key === 'Escape') {
      list.search('');
      focusList();
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      navigation.step({ to: 'first' });
      focusList();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <search className={styles.search}>
      <div className={styles.bar}>
        {before}
        <div className={styles.field}>
          <Icon name="search" size={14} />
          <input
            ref={input}
            type="search"
            className={styles.input}
            aria-label={words.list.search[view]}
            placeholder={words.list.search[view]}
            maxLength={searchLimit}
            spellCheck={false}
            autoComplete="off"
            data-search
            value={text}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isOffering}
            aria-controls={isOffering ? id : undefined}
            aria-activedescendant={
              isOffering && suggestions.chosen >= 0 ? suggestionId(id, suggestions.chosen) : undefined
            }
            onFocus={suggestions.show}
            onBlur={suggestions.hide}
            onChange={(event) => {
              list.search(event.target.value);
              suggestions.typed(event.target.selectionStart);
            }}
            onKeyDown={onKeyDown}
          />
          {text === '' && searchKey !== undefined && <Kbd>{searchKey}</Kbd>}
          {text !== '' && (
            <button
              type="button"
              className={styles.clear}
              aria-label={words.list.clearSearch}
              onClick={() => {
                list.search('');
                input.current?.focus();
              }}
            >
              <Icon name="close" size={12} />
            </button>
          )}
        </div>
        {after}
      </div>
      {isOffering && (
        <Suggestions id={id} list={suggestions.list} chosen={suggestions.chosen} onChoose={suggestions.choose} />
      )}
    </search>
  );
}
