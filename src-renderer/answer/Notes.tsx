import type { OfferedAction } from '#shared/protocol/notification';
import { words } from '#shared/words/words';
import { isAnswerable } from '../controls/answerable.ts';
import { Icon } from '../ui/Icon.tsx';
import { Sentence } from '../ui/Sentence.tsx';
import { VisibleText } from '../ui/VisibleText.tsx';
import { flagNote } from '../words/flags.ts';
import styles from './Notes.module.css';

/** What happens if you answer: a sentence for each action that asks for a confirmation. */
export function Notes({ actions }: { actions: readonly OfferedAction[] }) {
  return actions.filter(isAnswerable).map((action) => {
    const note = flagNote(action.flags);
    if (note === undefined) return null;
    return (
      <div key={action.id} className={styles.note}>
        <Icon
          name="warning"
          size={14}
          className={action.flags.includes('destructive') ? styles.destructive : styles.icon}
        />
        <span>
          <Sentence
            words={words.endings.quoted}
            parts={[
              <bdi key="label">
                <VisibleText text={action.label} cut={60} />
              </bdi>,
            ]}
          />{' '}
          {note}
        </span>
      </div>
    );
  });
}
