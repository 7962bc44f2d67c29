import type { UnanswerableAction } from '#shared/protocol/notification';
import { words } from '#shared/words/words';
import { Icon } from '../../ui/Icon.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import styles from './UnanswerableCard.module.css';

/** An action that this app cannot offer: it is shown with the reason, never dropped (section 11.9). */
export function UnanswerableCard({ action }: { action: UnanswerableAction }) {
  return (
    <div className={styles.card}>
      <Icon name="info" size={14} className={styles.icon} />
      <div className={styles.words}>
        <Sentence
          words={words.controls.cannotAnswer[action.because]}
          parts={[
            <b key="label" className={styles.label}>
              <bdi>
                <VisibleText text={action.label} />
              </bdi>
            </b>,
            <bdi key="type">
              <VisibleText text={action.sent_as} cut={60} />
            </bdi>,
          ]}
        />
      </div>
    </div>
  );
}
