import { useState } from 'react';
import { words } from '#shared/words/words';
import { Kbd } from '../../ui/Kbd.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import { ControlFrame, describedBy } from '../ControlFrame.tsx';
import { type ControlModule, type ControlProps, controlLabelId } from '../control.ts';
import { matchingOptions, readChoice } from './choice-input.ts';
import styles from './OptionList.module.css';
import { OptionSearch, searchAbove } from './OptionSearch.tsx';
import { longestOption, useSomeOptions } from './use-some-options.tsx';

function ChoiceControl({ action, input, onInput, disabled, message, id, digitKeys }: ControlProps<'choice'>) {
  const [typed, setTyped] = useState('');
  const { options } = action;
  const long = options.length > searchAbove;
  const chosen = typeof input === 'string' ? [input] : [];
  const inSight = long ? matchingOptions(options, typed, chosen) : options;
  const { shown, more } = useSomeOptions(inSight, chosen);
  const matches = long ? matchingOptions(options, typed, []) : options;
  const chooseOnlyMatch = () => {
    const [only] = matches;
    if (only && matches.length === 1 && !disabled) onInput(only.value);
  };
  return (
    <ControlFrame id={id} label={action.label} message={message}>
      {long && (
        <OptionSearch
          typed={typed}
          onTyped={setTyped}
          onEnter={chooseOnlyMatch}
          controls={`${id}-options`}
          found={matches.length}
          total={options.length}
        />
      )}
      <div
        id={`${id}-options`}
        className={styles.list}
        data-long={long || undefined}
        role="radiogroup"
        aria-labelledby={controlLabelId(id)}
        aria-describedby={describedBy(id)}
      >
        {shown.map(({ value, label }) => (
          <label key={value} className={styles.option}>
            <input
              type="radio"
              className={styles.mark}
              name={id}
              checked={input === value}
              disabled={disabled}
              onChange={() => onInput(value)}
            />
            <span className={styles.words} dir="auto">
              <VisibleText text={label} cut={longestOption} />
            </span>
            {digitKeys && options.length <= 9 && <Kbd>{String(options.findIndex((o) => o.value === value) + 1)}</Kbd>}
          </label>
        ))}
        {shown.length === 0 && <div className={styles.none}>{words.controls.choice.noMatch}</div>}
        {more}
      </div>
    </ControlFrame>
  );
}

export const choice: ControlModule<'choice'> = {
  asksForValue: true,
  Control: ChoiceControl,
  read: readChoice,
  write: (_, data) => (typeof data === 'string' ? data : undefined),
  pressDigit: (action, _input, digit) => (action.options.length <= 9 ? action.options[digit - 1]?.value : undefined),
};
