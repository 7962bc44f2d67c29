import { type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes, useId } from 'react';
import styles from './fields.module.css';

/** What a field has around it: a label, a hint, and beside it what is wrong. */
function useField(hint: string | undefined, problem: string | undefined) {
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`];
  return { id, describedBy: described.filter(Boolean).join(' ') || undefined };
}

export function TextField({
  label,
  hint,
  problem,
  ref,
  onValue,
  ...rest
}: Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  ref?: Ref<HTMLInputElement>;
  onValue: (value: string) => void;
}) {
  const { id, describedBy } = useField(hint, problem);
  return (
    <FieldFrame id={id} label={label} hint={hint} problem={problem}>
      <input
        type="text"
        spellCheck={false}
        autoComplete="off"
        {...rest}
        ref={ref}
        id={id}
        className={styles.input}
        aria-invalid={problem !== undefined}
        aria-describedby={describedBy}
        onChange={(event) => onValue(event.target.value)}
      />
    </FieldFrame>
  );
}

/** A field of several lines for code. */
export function TextArea({
  label,
  hint,
  problem,
  onValue,
  ...rest
}: Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange'> & {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  onValue: (value: string) => void;
}) {
  const { id, describedBy } = useField(hint, problem);
  return (
    <FieldFrame id={id} label={label} hint={hint} problem={problem}>
      <textarea
        spellCheck={false}
        {...rest}
        id={id}
        className={`${styles.input} ${styles.code}`}
        aria-invalid={problem !== undefined}
        aria-describedby={describedBy}
        onChange={(event) => onValue(event.target.value)}
      />
    </FieldFrame>
  );
}

export function SelectField<T extends string>({
  label,
  value,
  options,
  onValue,
}: {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onValue: (value: T) => void;
}) {
  const { id } = useField(undefined, undefined);
  return (
    <FieldFrame id={id} label={label}>
      <select
        id={id}
        className={styles.input}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onValue(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

function FieldFrame({
  id,
  label,
  hint,
  problem,
  children,
}: {
  id: string;
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children}
      {problem !== undefined && (
        <p className={styles.problem} id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      {hint !== undefined && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
