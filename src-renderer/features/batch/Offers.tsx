import type { BatchPlan } from '#shared/inbox/batch';
import type { Action } from '#shared/protocol/action';
import { words } from '#shared/words/words';
import { Button } from '../../ui/Button.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import styles from './SelectionBar.module.css';

/** What all that is selected can be answered with, and why the rest cannot be given together. */
export function Offers({
  plan,
  count,
  onChoose,
}: {
  plan: BatchPlan;
  /** How many are selected. */
  count: number;
  onChoose: (action: Action) => void;
}) {
  const { batch } = words;
  const leftOut = plan.can === 'answer' ? count - plan.items.length : 0;
  return (
    <>
      {plan.can === 'nothing' && <p className={styles.note}>{batch.nothing[plan.because]}</p>}
      {plan.can === 'answer' && (
        <div className={styles.offers}>
          {plan.offers.map((action) => (
            <Button
              key={action.id}
              size="s"
              className={styles.offer}
              aria-label={batch.answerWith(action.label, plan.items.length)}
              onClick={() => onChoose(action)}
            >
              <bdi className={styles.label}>
                <VisibleText text={action.label} cut={60} />
              </bdi>
            </Button>
          ))}
        </div>
      )}
      {leftOut > 0 && <p className={styles.note}>{batch.leftOut(leftOut)}</p>}
      {plan.refused.length > 0 && (
        <details className={styles.why}>
          <summary>{batch.why}</summary>
          <ul>
            {plan.refused.map(({ id, label, because }) => (
              <li key={id}>{batch.refusedAction(label, batch.refused[because])}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
