import type { ReactNode } from 'react';
import styles from './ActsLine.module.css';
import parts from './parts.module.css';

/** A line of Settings with buttons: what it is about, a hint, and what can be done. */
export function ActsLine({ label, hint, children }: { label: ReactNode; hint?: ReactNode; children: ReactNode }) {
  return (
    <div className={parts.line}>
      <div className={parts.wideLabel}>
        {label}
        {hint !== undefined && <span className={parts.hint}>{hint}</span>}
      </div>
      <div className={styles.acts}>{children}</div>
    </div>
  );
}
