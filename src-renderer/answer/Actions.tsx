import { useId, useState } from 'react';
import type { ActionId } from '#shared/protocol/ids';
import type { OfferedAction } from '#shared/protocol/notification';
import { words } from '#shared/words/words';
import { isAnswerable } from '../controls/answerable.ts';
import { controlOf } from '../controls/registry.tsx';
import { UnanswerableCard } from '../controls/unanswerable/UnanswerableCard.tsx';
import { Button } from '../ui/Button.tsx';
import { VisibleText } from '../ui/VisibleText.tsx';
import styles from './Actions.module.css';
import { FlagBadges } from './FlagBadges.tsx';

/** A label is drawn up to this length; its whole is the button's name (guarantees.md 2). */
const longestLabel = 60;
/** So many are drawn at first, and with each press more. */
const atOnce = 40;

type Props = {
  actions: readonly OfferedAction[];
  openAction: ActionId | null;
  disabled: boolean;
  /** Whether the digit keys press these. */
  digitKeys: boolean;
  onPress: (actionId: ActionId) => void;
};

/** The answers that are offered, all with the same weight: a press answers, or opens the answer's control below. */
export function Actions({ actions, openAction, disabled, digitKeys, onPress }: Props) {
  const id = useId();
  const [count, setCount] = useState(atOnce);
  const left = actions.length - count;
  return (
    <div className={styles.actions}>
      {actions.slice(0, count).map((action, index) => {
        if (!isAnswerable(action)) return <UnanswerableCard key={action.id} action={action} />;
        const isOpener = controlOf(action).asksForValue;
        const badges = `${id}-${index}`;
        return (
          <div key={action.id} className={styles.action}>
            <Button
              className={styles.button}
              destructive={action.flags.includes('destructive')}
              keyHint={digitKeys && index < 9 ? String(index + 1) : undefined}
              aria-expanded={isOpener ? openAction === action.id : undefined}
              aria-describedby={action.flags.length > 0 ? badges : undefined}
              aria-disabled={disabled || undefined}
              onClick={() => onPress(action.id)}
            >
              <span className={styles.label} dir="auto">
                <VisibleText text={action.label} cut={longestLabel} />
              </span>
            </Button>
            <FlagBadges flags={action.flags} id={badges} />
          </div>
        );
      })}
      {left > 0 && (
        <Button size="s" variant="ghost" onClick={() => setCount(count + atOnce)}>
          {words.controls.choice.showMore(Math.min(atOnce, left), left)}
        </Button>
      )}
    </div>
  );
}
