import type { ReactNode } from 'react';
import { VisibleText } from '../ui/VisibleText.tsx';
import styles from './ControlFrame.module.css';
import { controlHintId, controlLabelId, controlMessageId } from './control.ts';
import { SpokenMessage } from './SpokenMessage.tsx';

/** What every control has around it: its label above; below, what is wanted at the left and a count at the right. */
export function ControlFrame({
  id,
  label,
  labelFor,
  hint,
  count,
  message,
  children,
}: {
  id: string;
  label: string;
  /** The id of the field that the label names; groups name themselves by the label's id instead. */
  labelFor?: string;
  hint?: ReactNode;
  count?: ReactNode;
  message: string | undefined;
  children: ReactNode;
}) {
  // The text runs its own way; where it stands is up to the page, as for the control below it.
  const words = (
    <bdi>
      <VisibleText text={label} />
    </bdi>
  );
  return (
    <div className={styles.frame}>
      {labelFor === undefined ? (
        <div id={controlLabelId(id)} className={styles.label}>
          {words}
        </div>
      ) : (
        <label id={controlLabelId(id)} className={styles.label} htmlFor={labelFor}>
          {words}
        </label>
      )}
      {children}
      <div className={styles.below}>
        <div>
          <div id={controlMessageId(id)} className={styles.message}>
            {message}
          </div>
          <div id={controlHintId(id)} className={styles.hint}>
            {hint}
          </div>
        </div>
        {count !== undefined && <div className={styles.count}>{count}</div>}
      </div>
      <SpokenMessage message={message} />
    </div>
  );
}

/** The ids that describe a control: what is wrong, and what is wanted. */
export function describedBy(id: string): string {
  return `${controlMessageId(id)} ${controlHintId(id)}`;
}
