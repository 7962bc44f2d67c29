import { useId } from 'react';
import styles from './Accounts.module.css';

/** A consent: a sentence to agree to, what it means, and what was missing without it. */
export function CheckField({
  label,
  hint,
  problem,
  checked,
  onChange,
}: {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  const described = [problem === undefined ? '' : `${id}-problem`, hint === undefined ? '' : `${id}-hint`];
  return (
    <div className={styles.check}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={described.filter(Boolean).join(' ') || undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {problem !== undefined && (
        <p className={styles.checkProblem} id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      {hint !== undefined && (
        <p className={styles.checkHint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
