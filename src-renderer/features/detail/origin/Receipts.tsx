import type { ItemDetail } from '#shared/inbox/item';
import { words } from '#shared/words/words';
import { receiptsOf } from '../../../words/receipts.ts';
import { exactTime } from '../../../words/times.ts';
import { Section } from '../Section.tsx';
import styles from './Receipts.module.css';

/** What happened to a question, with times: the person's receipt. */
export function Receipts({ item, clockOffsetMs, now }: { item: ItemDetail; clockOffsetMs: number; now: () => number }) {
  return (
    <Section title={words.receipts.title}>
      <ol className={styles.line}>
        {receiptsOf(item, clockOffsetMs).map((receipt) => (
          <li key={`${receipt.what} ${receipt.at}`} className={styles.event} data-standing={receipt.standing}>
            <span className={styles.at}>
              {receipt.at !== undefined && (
                <time dateTime={new Date(receipt.at).toISOString()}>{exactTime(receipt.at, now())}</time>
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
