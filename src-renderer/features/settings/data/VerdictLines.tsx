import { useStore } from 'zustand';
import type { HistoryFault } from '#shared/history/verdict';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { faultWords, removedWords } from '../../../words/history.ts';
import styles from './VerdictLines.module.css';

/** What the last verification found. */
export function VerdictLines() {
  const { historyCare, app } = useStores();
  const verification = useStore(historyCare.store, (state) => state.verification);
  if (verification.at !== 'done') return null;
  const { verdict } = verification;
  const now = Date.now();
  const removed = removedWords(verdict, now);
  return (
    <div className={styles.verdict}>
      {removed !== undefined && <p className={styles.hint}>{removed}</p>}
      {verdict.faults.length > 0 && (
        <ul className={styles.faults} aria-label={words.history.faults}>
          {verdict.faults.map((fault) => (
            <Fault key={JSON.stringify(fault)} fault={fault} now={now} />
          ))}
        </ul>
      )}
      <p className={styles.head}>
        {words.history.head} <code className={styles.hash}>{verdict.head}</code>
        <CopyButton label={words.history.copyHead} onCopy={() => app.copyText(verdict.head)} />
      </p>
      <p className={styles.hint}>{words.history.headHint}</p>
    </div>
  );
}

function Fault({ fault, now }: { fault: HistoryFault; now: number }) {
  const { what, when } = faultWords(fault, now);
  return (
    <li>
      <span dir="auto">{what}</span>
      {when !== '' && <span className={styles.when}>{when}</span>}
    </li>
  );
}
