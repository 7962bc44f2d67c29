import { useEffect, useState } from 'react';
import styles from './SpokenMessage.module.css';

/** A message is read out once the typing has paused this long, in ms: a live region that follows each key is noise. */
const pauseMs = 1_000;

/** Says a control's message to assistive technology, politely and not while it still changes. */
export function SpokenMessage({ message }: { message: string | undefined }) {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(message ?? ''), pauseMs);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <div className={styles.spoken} aria-live="polite">
      {spoken}
    </div>
  );
}
