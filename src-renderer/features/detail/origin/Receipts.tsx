import type { ItemDetail } from '#shared/inbox/item';
import { receiptsOf } from '../../../words/detail.ts';
import { Section } from '../Section.tsx';
import styles from './Receipts.module.css';

/** What happened to a question, with times: the person's receipt. */
export function Receipts({ item, clockOffsetMs, now }: { item: ItemDetail; clockOffsetMs: number; now: () => number }) {
  const today = new Date(now()).toDateString();
  return (
    <Section title="Receipts">
      <ol className={styles.line}>
        {receiptsOf(item, clockOffsetMs).map((receipt) => (
          <li key={`${receipt.what} ${receipt.at}`} className={styles.event} data-done={receipt.done || undefined}>
            <span className={styles.at}>
              {receipt.at !== undefined && (
                <time dateTime={new Date(receipt.at).toISOString()}>{atWords(receipt.at, today)}</time>
              )}
            </span>
            <i className={styles.dot} aria-hidden="true" />
            <span className={styles.what} dir="auto">
              <b>{receipt.what}</b> {receipt.more}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function atWords(ms: number, today: string): string {
  const date = new Date(ms);
  const time = date.toLocaleTimeString('en-GB');
  if (date.toDateString() === today) return time;
  return `${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })} ${time.slice(0, 5)}`;
}
