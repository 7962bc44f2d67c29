import { parseInstant } from '#shared/protocol/instant';
import { words } from '#shared/words/words';
import { ControlFrame, describedBy } from '../ControlFrame.tsx';
import type { ControlModule, ControlProps } from '../control.ts';
import field from '../field.module.css';
import styles from './DatetimeControl.module.css';
import {
  boundsWords,
  fieldBounds,
  formatLocal,
  parseLocal,
  readDatetime,
  relativeWords,
  sentWords,
} from './datetime-input.ts';

function DatetimeControl({ action, input, onInput, disabled, message, id, now }: ControlProps<'datetime'>) {
  const typed = typeof input === 'string' ? input : '';
  const local = parseLocal(typed);
  const bounds = fieldBounds(action);
  const accepted = local.ok && message === undefined ? local.value : undefined;
  const about = accepted !== undefined ? sentWords(accepted) : local.ok ? '' : words.controls.datetime.localTime;
  const hint = [boundsWords(action, now()), about].join(' ').trim();
  return (
    <ControlFrame id={id} label={action.label} labelFor={id} message={message} hint={hint}>
      <div className={`${field.field} ${styles.datetime}`}>
        <input
          id={id}
          className={field.input}
          type="datetime-local"
          value={typed}
          min={bounds.min}
          max={bounds.max ?? '9999-12-31T23:59'}
          disabled={disabled}
          aria-invalid={message !== undefined || undefined}
          aria-describedby={describedBy(id)}
          onChange={(event) => onInput(event.target.value === '' ? undefined : event.target.value)}
        />
        {accepted !== undefined && (
          <span className={field.unit} aria-hidden="true">
            {relativeWords(accepted, now())}
          </span>
        )}
      </div>
    </ControlFrame>
  );
}

export const datetime: ControlModule<'datetime'> = {
  asksForValue: true,
  Control: DatetimeControl,
  read: readDatetime,
  write: (_, data) => {
    const at = typeof data === 'string' ? parseInstant(data) : undefined;
    return at === undefined ? undefined : formatLocal(at);
  },
};
