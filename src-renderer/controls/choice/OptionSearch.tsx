import { words } from '#shared/words/words';
import { Icon } from '../../ui/Icon.tsx';
import styles from './OptionSearch.module.css';

/** A list longer than this can be searched (design.md 5). */
export const searchAbove = 8;

/** Filters a long list of options while typing. Enter does what `onEnter` says and never sends. */
export function OptionSearch({
  typed,
  onTyped,
  onEnter,
  controls,
  found,
  total,
}: {
  typed: string;
  onTyped: (typed: string) => void;
  onEnter: () => void;
  /** The id of the list that is filtered. */
  controls: string;
  found: number;
  total: number;
}) {
  return (
    <div className={styles.search}>
      <Icon name="search" size={14} />
      <input
        type="search"
        className={styles.field}
        value={typed}
        placeholder={words.controls.choice.searchHint(total)}
        aria-label={words.controls.choice.search}
        aria-controls={controls}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            onEnter();
          }
          if (event.key === 'Escape' && typed !== '') {
            event.stopPropagation();
            onTyped('');
          }
        }}
      />
      <span className={styles.found} role="status">
        {typed.trim() !== '' && words.controls.choice.found(found, total)}
      </span>
    </div>
  );
}
