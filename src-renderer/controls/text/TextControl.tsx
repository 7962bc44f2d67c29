import { visibleText } from '#shared/text/hidden-characters';
import { words } from '#shared/words/words';
import { Button } from '../../ui/Button.tsx';
import { ControlFrame, describedBy } from '../ControlFrame.tsx';
import type { ControlModule, ControlProps } from '../control.ts';
import styles from '../field.module.css';
import { readText, textCount, textHint } from './text-input.ts';

function TextControl({ action, input, onInput, disabled, message, id }: ControlProps<'text'>) {
  const { placeholder, min_length: min = 0 } = action.constraints;
  const typed = typeof input === 'string' ? input : '';
  const count = textCount(action, input);
  const mayBeEmpty = input === undefined && min === 0 && !disabled;
  return (
    <ControlFrame
      id={id}
      label={action.label}
      labelFor={id}
      message={message}
      hint={message === undefined ? textHint(action) : undefined}
      count={
        <span className={styles.beside}>
          {mayBeEmpty && (
            <Button variant="ghost" size="s" onClick={() => onInput('')}>
              {words.controls.text.leaveEmpty}
            </Button>
          )}
          {count}
        </span>
      }
    >
      <textarea
        id={id}
        className={styles.area}
        dir="auto"
        value={typed}
        rows={3}
        spellCheck
        disabled={disabled}
        placeholder={placeholder === undefined ? undefined : visibleText(placeholder)}
        aria-invalid={message !== undefined || undefined}
        aria-describedby={describedBy(id)}
        onChange={(event) => onInput(event.target.value)}
      />
    </ControlFrame>
  );
}

export const text: ControlModule<'text'> = {
  asksForValue: true,
  Control: TextControl,
  read: readText,
  write: (_, data) => (typeof data === 'string' ? data : undefined),
};
