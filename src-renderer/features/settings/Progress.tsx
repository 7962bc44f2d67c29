import { words } from '#shared/words/words';
import styles from './Progress.module.css';

const megabyte = 1024 * 1024;

/** How far long work is, in bytes; a total of 0 is not known yet. */
export function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  const size = (bytes: number) => words.data.megabytes(Math.round((bytes / megabyte) * 10) / 10);
  return (
    <div className={styles.progress}>
      <span>{label}</span>
      <span>{total > 0 && words.data.progress(size(done), size(total))}</span>
      <progress className={styles.bar} aria-label={label} {...(total > 0 && { value: done, max: total })} />
    </div>
  );
}
