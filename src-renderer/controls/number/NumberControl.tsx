import { visibleText } from '#shared/text/hidden-characters';
import { numberHint } from '#shared/validation/typed-number';
import { words } from '#shared/words/words';
import { Icon } from '../../ui/Icon.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import { ControlFrame, describedBy } from '../ControlFrame.tsx';
import type { ControlModule, ControlProps } from '../control.ts';
import field from '../field.module.css';
import styles from './NumberControl.module.css';
import { readNumber, steppedInput, writeNumber } from './number-input.ts';

function NumberControl({ action, input, onInput, disabled, message, id }: ControlProps<'number'>) {
  const { min, max, unit, placeholder } = action.constraints;
  const typed = typeof input === 'string' ? input : '';
  const read = readNumber(action, input);
  const step = (direction: 1 | -1) => onInput(steppedInput(action, input, direction));
  return (
    <ControlFrame
      id={id}
      label={action.label}
      labelFor={id}
      message={message}
      hint={
        <>
          {numberHint(action)}
          {unit && <span className={styles.spoken}>{words.controls.number.unit(unit)}</span>}
        </>
      }
    >
      <div className={`${field.field} ${styles.number}`}>
        <input
          id={id}
          className={field.input}
          type="text"
          role="spinbutton"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          disabled={disabled}
          placeholder={placeholder === undefined ? undefined : visibleText(placeholder)}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-valuenow={read.ok ? read.value : undefined}
          aria-valuetext={typed === '' ? words.controls.number.empty : unit ? `${typed} ${unit}` : typed}
          aria-invalid={message !== undefined || undefined}
          aria-describedby={describedBy(id)}
          onChange={(event) => onInput(event.target.value === '' ? undefined : event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            step(event.key === 'ArrowUp' ? 1 : -1);
          }}
        />
        {unit && (
          <span className={field.unit} aria-hidden="true" title={unit}>
            <VisibleText text={unit} />
          </span>
        )}
        <StepButton name={words.controls.number.decrease} icon="minus" disabled={disabled} onStep={() => step(-1)} />
        <StepButton name={words.controls.number.increase} icon="plus" disabled={disabled} onStep={() => step(1)} />
      </div>
    </ControlFrame>
  );
}

/** For the pointer; the keyboard has its arrow keys in the field. */
function StepButton(props: { name: string; icon: 'plus' | 'minus'; disabled: boolean; onStep: () => void }) {
  return (
    <button
      type="button"
      className={field.step}
      tabIndex={-1}
      aria-label={props.name}
      disabled={props.disabled}
      onClick={props.onStep}
    >
      <Icon name={props.icon} size={14} />
    </button>
  );
}

export const number: ControlModule<'number'> = {
  asksForValue: true,
  Control: NumberControl,
  read: readNumber,
  write: (_, data) => (typeof data === 'number' ? writeNumber(data) : undefined),
};
