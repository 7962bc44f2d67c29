import { useState } from 'react';
import type { AppState } from '#shared/inbox/app-state';
import { words } from '#shared/words/words';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { TextField } from '../fields.tsx';
import styles from './DataDialogs.module.css';

/** What goes, what is lost with it, and a word to type. */
export function EraseDialog({
  counts,
  inFlight,
  onConfirm,
  onCancel,
}: {
  counts: AppState['counts'];
  inFlight: number;
  onConfirm: () => void;
  onCancel: () => void;
}) {
  const [typed, setTyped] = useState('');
  const { eraseWord } = words.data;
  const isMeant = typed.trim().toLocaleLowerCase() === eraseWord;
  return (
    <ConfirmDialog
      title={words.data.eraseTitle}
      confirmLabel={words.data.eraseConfirm}
      danger
      isReady={isMeant}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <div className={styles.text}>
        {inFlight > 0 && <p className={styles.first}>{words.data.eraseInFlight(inFlight)}</p>}
        <p>{words.data.eraseLead}</p>
        <ul className={styles.list}>
          {words.data.erased(counts.open, counts.history).map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p>{words.data.eraseStays}</p>
        <TextField label={words.data.eraseType(eraseWord)} value={typed} onValue={setTyped} />
      </div>
    </ConfirmDialog>
  );
}
