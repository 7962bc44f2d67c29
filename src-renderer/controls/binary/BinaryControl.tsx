import { Kbd } from '../../ui/Kbd.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import { ControlFrame, describedBy } from '../ControlFrame.tsx';
import { type ControlModule, type ControlProps, controlLabelId } from '../control.ts';
import styles from './BinaryControl.module.css';
import { readBinary } from './binary-input.ts';

function BinaryControl({ action, input, onInput, disabled, message, id, digitKeys }: ControlProps<'binary'>) {
  const sides = [
    { value: true, label: action.options.true_label, key: 'y' },
    { value: false, label: action.options.false_label, key: 'n' },
  ];
  return (
    <ControlFrame id={id} label={action.label} message={message}>
      <div
        className={styles.toggle}
        role="radiogroup"
        aria-labelledby={controlLabelId(id)}
        aria-describedby={describedBy(id)}
      >
        {sides.map(({ value, label, key }) => (
          <label key={key} className={styles.side} data-chosen={input === value || undefined} dir="auto">
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
            {digitKeys && <Kbd>{key}</Kbd>}
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
