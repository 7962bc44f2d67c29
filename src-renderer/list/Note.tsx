import type { ReactNode } from 'react';
import styles from './ListPane.module.css';

/** A few quiet words in the middle of an empty list. */
export function Note({ title, hint, children }: { title: string; hint?: string | undefined; children?: ReactNode }) {
  return (
    <div className={styles.note}>
      <p className={styles.noteTitle} dir="auto">
        {title}
      </p>
      {hint !== undefined && <p>{hint}</p>}
      {children}
    </div>
  );
}
