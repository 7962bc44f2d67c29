import type { ReactNode } from 'react';
import type { Tone } from '#shared/inbox/urgency';
import styles from './Pill.module.css';

/** A few words in a rounded field: a countdown, a flag, a status. */
export function Pill({ tone = 'neutral', title, children }: { tone?: Tone; title?: string; children: ReactNode }) {
  return (
    <span className={styles.pill} data-tone={tone} title={title}>
      {children}
    </span>
  );
}
