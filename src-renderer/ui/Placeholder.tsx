import { useEffect, useState } from 'react';
import type { AppError } from '#shared/result';
import { words } from '#shared/words/words';
import { Button } from './Button.tsx';
import styles from './Placeholder.module.css';

/** Nothing flashes by: loading is only said after this long, in ms (look.md). */
const patienceMs = 150;

export function Waiting() {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.placeholder} role="status">
      {isSlow && words.question.opening}
    </div>
  );
}

export function Problem({ error, onRetry }: { error: AppError; onRetry: () => void }) {
  return (
    <div className={styles.placeholder} role="alert">
      <p>{error.message}</p>
      {error.hint && <p className={styles.hint}>{error.hint}</p>}
      {error.code !== 'item/not-found' && <Button onClick={onRetry}>{words.shell.tryAgain}</Button>}
    </div>
  );
}
