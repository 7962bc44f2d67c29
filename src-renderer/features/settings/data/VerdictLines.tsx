import { useStore } from 'zustand';
import type { HistoryFault } from '#shared/history/verdict';
import { useStores } from '../../../stores/use-stores.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { faultWords, removedWords, historyWords as words } from '../../../words/history.ts';
import styles from './VerdictLines.module.css';

/** What the last verification found. */
export function VerdictLines({ locale }: { locale: string }) {
  const { historyCare, app } = useStores();
  const verification = useStore(historyCare.store, (state) => state.verification);
  if (verification.at !== 'done') return null;
  const { verdict } = verification;
  const now = Date.now();
  const removed = removedWords(verdict, now, locale);
  return (
    <div className={styles.verdict}>
      {removed !== undefined && <p className={styles.hint}>{removed}</p>}
      {verdict.faults.length > 0 && (
        <ul className={styles.faults} aria-label={words.faults}>
          {verdict.faults.map((fault) => (
            <Fault key={JSON.stringify(fault)} fault={fault} now={now} locale={locale} />
          ))}
        </ul>
      )}
      <p className={styles.head}>
        {words.head} <code className={styles.hash}>{verdict.head}</code>
        <CopyButton label={words.copyHead} onCopy={() => app.copyText(verdict.head)} />
      </p>
      <p className={styles.hint}>{words.headHint}</p>
    </div>
  );
}

function Fault({ fault, now, locale }: { fault: HistoryFault; now: number; locale: string }) {
  const { what, when } = faultWords(fault, now, locale);
  return (
    <li>
      <span dir="auto">{what}</span>
      {when !== '' && <span className={styles.when}>{when}</span>}
    </li>
  );
}
