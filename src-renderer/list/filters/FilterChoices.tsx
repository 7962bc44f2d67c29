import { useEffect } from 'react';
import { words } from '#shared/words/words';
import { Icon } from '../../ui/Icon.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import { type Choice, type ChoiceGroup, choiceId } from './choices.ts';
import styles from './FilterMenu.module.css';

/** The filters of the menu, by kind; any number of them can be on. */
export function FilterChoices({
  id,
  groups,
  chosen,
  isOn,
  onToggle,
}: {
  id: string;
  groups: readonly ChoiceGroup[];
  /** The one that the field points at. */
  chosen: Choice | undefined;
  isOn: (choice: Choice) => boolean;
  onToggle: (choice: Choice) => void;
}) {
  const chosenId = chosen && choiceId(id, chosen);
  useEffect(() => {
    if (chosenId !== undefined) document.getElementById(chosenId)?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);
  const { filters } = words;
  return (
    <div
      id={`${id}-values`}
      className={styles.values}
      role="listbox"
      aria-label={filters.values}
      aria-multiselectable="true"
      tabIndex={-1}
    >
      {groups.map(({ kind, choices, more }) => (
        <fieldset key={kind} className={styles.group} aria-label={filters.kinds[kind]}>
          <div className={styles.kind} aria-hidden="true">
            {filters.kinds[kind]}
          </div>
          {choices.map((choice) => {
            const on = isOn(choice);
            return (
              // The field has the focus: it hears the keys, and a press must not take the focus away.
              <div
                key={choice.value}
                id={choiceId(id, choice)}
                className={styles.value}
                role="option"
                tabIndex={-1}
                aria-selected={on}
                data-chosen={choice === chosen || undefined}
                onPointerDown={(event) => {
                  event.preventDefault();
                  onToggle(choice);
                }}
              >
                <span className={styles.tick}>{on && <Icon name="check" size={14} />}</span>
                <span className={styles.name} dir="auto">
                  <VisibleText text={choice.name} cut={120} />
                </span>
                {choice.count !== undefined && <span className={styles.count}>{filters.count(choice.count)}</span>}
              </div>
            );
          })}
          {more > 0 && <p className={styles.more}>{filters.more(more)}</p>}
        </fieldset>
      ))}
    </div>
  );
}
