import { useState } from 'react';
import styles from './UndoRing.module.css';

/** A ring, full at `since`, that empties until `until`. The style sheet alone draws it, and it stands still with reduced motion. */
export function UndoRing({ since, until, now = Date.now }: { since: number; until: number; now?: () => number }) {
  const total = Math.max(1, until - since);
  // Where the time stood when the ring was first drawn: a later delay would push a running animation ahead.
  const [gone] = useState(() => Math.min(total, Math.max(0, now() - since)));
  return (
    <svg className={styles.ring} width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      <circle className={styles.track} cx="9" cy="9" r="7" pathLength={100} />
      <circle
        className={styles.rest}
        cx="9"
        cy="9"
        r="7"
        pathLength={100}
        style={{ animationDuration: `${total}ms`, animationDelay: `${-gone}ms` }}
      />
    </svg>
  );
}
