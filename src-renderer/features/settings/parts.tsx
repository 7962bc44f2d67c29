import { type ReactNode, useId } from 'react';
import { CopyButton } from '../../ui/CopyButton.tsx';
import styles from './parts.module.css';
import type { SectionId } from './sections.ts';

/** One section of Settings. */
export function Section({
  id,
  title,
  hint,
  children,
}: {
  id: SectionId;
  title: string;
  hint?: string;
  children: ReactNode;
}) {
  return (
    <section className={styles.section} id={`settings-${id}`} aria-labelledby={`settings-${id}-title`}>
      <h2 className={styles.title} id={`settings-${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      {hint !== undefined && <p className={styles.sectionHint}>{hint}</p>}
      {children}
    </section>
  );
}

/** Lines in a frame, with hairlines between them. */
export function Lines({ children }: { children: ReactNode }) {
  return <div className={styles.lines}>{children}</div>;
}

/** A fact with its label, and what can be done with it. */
export function Fact({ label, children, action }: { label: string; children: ReactNode; action?: ReactNode }) {
  return (
    <dl className={styles.line}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{children}</dd>
      {action !== undefined && <dd className={styles.action}>{action}</dd>}
    </dl>
  );
}

/** A fact to copy. */
export function CopiedFact({
  label,
  value,
  copyLabel,
  onCopy,
}: {
  label: string;
  value: string;
  copyLabel: string;
  onCopy: () => Promise<boolean>;
}) {
  return (
    <Fact label={label} action={<CopyButton label={copyLabel} onCopy={onCopy} />}>
      <code className={styles.code}>{value}</code>
    </Fact>
  );
}

/** The words beside a setting: what it is called and, under it, what it does. `id` is the control's. */
function LineLabel({ id, label, hint }: { id: string; label: string; hint: string | undefined }) {
  return (
    <label className={styles.wideLabel} htmlFor={id}>
      {label}
      {hint !== undefined && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </label>
  );
}

export function Switch({
  label,
  hint,
  checked,
  onChange,
}: {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className={styles.line}>
      <LineLabel id={id} label={label} hint={hint} />
      <input
        id={id}
        type="checkbox"
        role="switch"
        className={styles.switch}
        aria-label={label}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        checked={checked}
        aria-checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </div>
  );
}

export function Choice<T extends string | number>({
  label,
  hint,
  value,
  options,
  onChange,
}: {
  label: string;
  hint?: string;
  value: T;
  /** `lang`: of a label that is not in the language spoken. */
  options: readonly { value: T; label: string; lang?: string }[];
  onChange: (value: T) => void;
}) {
  const id = useId();
  return (
    <div className={styles.line}>
      <LineLabel id={id} label={label} hint={hint} />
      <select
        id={id}
        className={styles.select}
        aria-label={label}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => String(option.value) === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Why a change was not saved. */
export function Failure({ children }: { children: ReactNode }) {
  return (
    <p className={styles.failure} role="alert">
      {children}
    </p>
  );
}
