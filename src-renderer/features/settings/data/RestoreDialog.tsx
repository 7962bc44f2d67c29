import type { BackupSummary } from '#shared/data/data-work';
import { number } from '#shared/words/plural';
import { words } from '#shared/words/words';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { dateAndTime } from '../../../words/times.ts';
import styles from './DataDialogs.module.css';

/** What a backup holds, and what becomes of what is here. */
export function RestoreDialog({
  summary,
  inFlight,
  onConfirm,
  onCancel,
}: {
  summary: BackupSummary;
  inFlight: number;
  onConfirm: () => void;
  onCancel: () => void;
}) {
  const { facts } = words.data;
  const counts = (['open', 'history', 'drafts', 'waiting', 'accounts'] as const).map(
    (name) => [facts[name], number(summary[name])] as const,
  );
  const lines = [
    [facts.createdAt, dateAndTime(Date.parse(summary.createdAt))],
    [facts.app, summary.app],
    ...counts,
  ] as const;
  return (
    <ConfirmDialog
      title={words.data.restoreTitle}
      confirmLabel={words.data.restoreConfirm}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <dl className={styles.facts}>
        {lines.map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.text}>
        <p>{words.data.restoreBody}</p>
        {summary.waiting > 0 && <p>{words.data.restoreWaiting(summary.waiting)}</p>}
        {inFlight > 0 && <p className={styles.first}>{words.data.restoreInFlight(inFlight)}</p>}
        {summary.accounts > 0 && <p>{words.data.restoreTokens}</p>}
      </div>
    </ConfirmDialog>
  );
}
