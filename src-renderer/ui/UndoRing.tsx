import styles from './UndoRing.module.css';

/** A ring that empties until `until` (ms of `now`), having been full at `since`. */
export function UndoRing({ since, until, now = Date.now }: { since: number; until: number; now?: () => number }) {
  const total = Math.max(1, until - since);
  const gone = Math.min(total, Math.max(0, now() - since));
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
