import { words } from '#shared/words/words';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Icon } from '../ui/Icon.tsx';
import { VisibleText } from '../ui/VisibleText.tsx';
import styles from './AnswerStatus.module.css';
import type { UnsentInput } from './unsent.ts';

/** What was entered for a question that ended before it was sent: shown, and to be had. */
export function Unsent({ inputs, onCopy }: { inputs: UnsentInput[]; onCopy: (text: string) => Promise<boolean> }) {
  if (inputs.length === 0) return null;
  return (
    <div className={styles.status}>
      <span className={styles.mark}>
        <Icon name="info" size={18} />
      </span>
      <div className={styles.words}>
        <b>{words.answering.unsent}</b>
        {inputs.map(({ label, words }) => (
          <p key={label} className={styles.answer}>
            <bdi>
              <VisibleText text={label} cut={60} />
            </bdi>
            : <bdi>{words}</bdi>
          </p>
        ))}
        <div className={styles.buttons}>
          <CopyButton onCopy={() => onCopy(inputs.map(({ words }) => words).join('\n'))} />
        </div>
      </div>
    </div>
  );
}
