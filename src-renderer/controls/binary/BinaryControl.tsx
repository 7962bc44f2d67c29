import { useKeyHint } from '../../keyboard/key-hints.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import { ControlFrame, describedBy } from '../ControlFrame.tsx';
import { type ControlModule, type ControlProps, controlLabelId } from '../control.ts';
import styles from './BinaryControl.module.css';
import { readBinary } from './binary-input.ts';

function BinaryControl({ action, input, onInput, disabled, message, id, digitKeys }: ControlProps<'binary'>) {
  const sides = [
    { value: true, label: action.options.true_label, hint: useKeyHint('yes') },
    { value: false, label: action.options.false_label, hint: useKeyHint('no') },
  ];
  return (
    <ControlFrame id={id} label={action.label} message={message}>
      <div
        className={styles.toggle}
        role="radiogroup"
        aria-labelledby={controlLabelId(id)}
        aria-describedby={describedBy(id)}
      >
        {sides.map(({ value, label, hint }) => (
          <label key={String(value)} className={styles.side} data-chosen={input === value || undefined} dir="auto">
            <input
              type="radio"
              className={styles.radio}
              name={id}
              checked={input === value}
              disabled={disabled}
              onChange={() => onInput(value)}
            />
            <span className={styles.words}>
              <VisibleText text={label} />
            </span>
            {digitKeys && hint !== undefined && <Kbd>{hint}</Kbd>}
          </label>
        ))}
      </div>
    </ControlFrame>
  );
}

export const binary: ControlModule<'binary'> = {
  asksForValue: true,
  Control: BinaryControl,
  read: readBinary,
  write: (_, data) => (typeof data === 'boolean' ? data : undefined),
  pressDigit: (_action, _input, digit) => (digit === 1 ? true : digit === 2 ? false : undefined),
  pressYesNo: (yes) => yes,
};
