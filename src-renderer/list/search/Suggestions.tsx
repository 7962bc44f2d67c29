import type { Suggestion } from '#shared/inbox/search/suggest';
import { words } from '#shared/words/words';
import styles from './Suggestions.module.css';

/** What the part of the search at the cursor could become; the search field keeps the focus and points at one of them. */
export function Suggestions({
  id,
  list,
  chosen,
  onChoose,
}: {
  id: string;
  list: readonly Suggestion[];
  chosen: number;
  onChoose: (suggestion: Suggestion) => void;
}) {
  return (
    <div className={styles.panel}>
      <div id={id} role="listbox" aria-label={words.search.suggestions}>
        {list.map((one, index) => (
          // The field has the focus: it hears the keys, and a press must not take the focus away.
          <div
            key={one.insert}
            id={suggestionId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={styles.option}
            onPointerDown={(event) => {
              event.preventDefault();
              onChoose(one);
            }}
          >
            <span className={styles.insert} dir="auto" translate="no">
              {one.insert}
            </span>
            {one.value === undefined && <span className={styles.hint}>{words.search.hints[one.name]}</span>}
          </div>
        ))}
      </div>
      {list.length > 3 && list.every(({ value }) => value === undefined) && (
        <p className={styles.more}>{words.search.more}</p>
      )}
    </div>
  );
}

export const suggestionId = (id: string, index: number) => `${id}-${index}`;
