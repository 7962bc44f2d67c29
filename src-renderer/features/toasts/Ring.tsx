import { useState } from 'react';
import styles from './Ring.module.css';

/** A ring that empties as a time runs out. It is drawn by the style sheet alone, and stands still with reduced motion. */
export function Ring({ from, until }: { from: number; until: number }) {
  // The animation begins where the time stands now, also when the ring is drawn late.
  const [elapsed] = useState(() => Math.max(0, Date.now() - from));
  return (
    <svg className={styles.ring} width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      <circle className={styles.track} cx="9" cy="9" r="7" pathLength={1} />
      <circle
        className={styles.left}
        cx="9"
        cy="9"
        r="7"
        pathLength={1}
        style={{ animationDuration: `${until - from}ms`, animationDelay: `${-elapsed}ms` }}
      />
    </svg>
  );
}
