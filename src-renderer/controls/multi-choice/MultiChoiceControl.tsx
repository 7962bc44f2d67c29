import { useState } from 'react';
import { words } from '#shared/words/words';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import { ControlFrame, describedBy } from '../ControlFrame.tsx';
import { matchingOptions } from '../choice/choice-input.ts';
import styles from '../choice/OptionList.module.css';
import { OptionSearch, searchAbove } from '../choice/OptionSearch.tsx';
import { longestOption, useSomeOptions } from '../choice/use-some-options.tsx';
import { type ControlModule, type ControlProps, controlLabelId } from '../control.ts';
import { chosenOptions, countWords, isFull, readMultiChoice, toggled } from './multi-choice-input.ts';

function MultiChoiceControl(props: ControlProps<'multi_choice'>) {
  const { action, input, onInput, disabled, message, id, digitKeys } = props;
  const [typed, setTyped] = useState('');
  const { options, constraints } = action;
  const long = options.length > searchAbove;
  const chosen = chosenOptions(action, input);
  const full = isFull(action, input);
  const matches = long ? matchingOptions(options, typed, []) : options;
  const inSight = long ? matchingOptions(options, typed, chosen) : options;
  const { shown, more } = useSomeOptions(inSight, chosen);
  const toggleOnlyMatch = () => {
    const [only] = matches;
    if (only && matches.length === 1 && !disabled) onInput(toggled(action, input, only.value));
  };
  const mayBeNone = input === undefined && (constraints.min_selections ?? 0) === 0 && !disabled;
  const counted = countWords(action, input);
  return (
    <ControlFrame
      id={id}
      label={action.label}
      message={message}
      hint={full && chosen.length < options.length ? words.controls.multiChoice.full(counted) : counted}
      count={
        mayBeNone && (
          <Button variant="ghost" size="s" onClick={() => onInput([])}>
            {words.controls.multiChoice.none}
          </Button>
        )
      }
    >
      {long && (
        <OptionSearch
          typed={typed}
          onTyped={setTyped}
          onEnter={toggleOnlyMatch}
          controls={`${id}-options`}
          found={matches.length}
          total={options.length}
        />
      )}
      <fieldset
        id={`${id}-options`}
        className={styles.list}
        data-long={long || undefined}
        aria-labelledby={controlLabelId(id)}
        aria-describedby={describedBy(id)}
      >
        {shown.map(({ value, label }) => {
          const isChosen = chosen.includes(value);
          const isBeyond = full && !isChosen;
          return (
            <label key={value} className={styles.option} data-full={isBeyond || undefined}>
              <input
                type="checkbox"
                className={styles.mark}
                checked={isChosen}
                disabled={disabled}
                // It stays in reach of the keyboard, so that the reason can be heard.
                aria-disabled={isBeyond || undefined}
                aria-describedby={isBeyond ? describedBy(id) : undefined}
                onChange={() => onInput(toggled(action, input, value))}
              />
              <span className={styles.words} dir="auto">
                <VisibleText text={label} cut={longestOption} />
              </span>
              {digitKeys && options.length <= 9 && <Kbd>{String(options.findIndex((o) => o.value === value) + 1)}</Kbd>}
            </label>
          );
        })}
        {shown.length === 0 && <div className={styles.none}>{words.controls.choice.noMatch}</div>}
        {more}
      </fieldset>
    </ControlFrame>
  );
}

export const multiChoice: ControlModule<'multi_choice'> = {
  asksForValue: true,
  Control: MultiChoiceControl,
  read: readMultiChoice,
  write: (_, data) => (Array.isArray(data) ? data : undefined),
  pressDigit: (action, input, digit) => {
    const option = action.options.length <= 9 ? action.options[digit - 1] : undefined;
    return option && toggled(action, input, option.value);
  },
};
