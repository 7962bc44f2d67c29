import type { ItemDetail } from '#shared/inbox/item';
import { isReadableVersion } from '#shared/protocol/notification';
import { localTimeWords } from '../controls/time-words.ts';
import { Icon } from '../ui/Icon.tsx';
import { endingWords } from '../words/endings.ts';
import styles from './AnswerStatus.module.css';
import { Offered } from './Offered.tsx';

/** How an item ended without an answer from here, in the same place and look as an answer's own status. */
export function EndingStatus({ item }: { item: ItemDetail }) {
  const { ending, answer, notification } = item;
  if (!ending || !isReadableVersion(notification.version)) return null;
  if (ending.how === 'answered' && answer && answer.state !== 'returned') return null;
  const { heading, words } = endingWords(ending);
  const isAnswer = ending.how === 'answered';
  return (
    <div className={styles.status}>
      <span className={styles.mark}>
        <Icon name={isAnswer ? 'check' : 'clock'} size={18} />
      </span>
      <div className={styles.words}>
        <b>{heading}</b>
        {words && <p className={isAnswer ? styles.answer : styles.more}>{words}</p>}
        {isAnswer && <p className={styles.more}>{localTimeWords(ending.at, Date.now())}</p>}
        {notification.actions.length > 1 && (
          <div className={styles.more}>
            <Offered item={item} />
          </div>
        )}
      </div>
    </div>
  );
}
