import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../../stores/use-stores.ts';
import { accountWords as words } from '../../../words/accounts.ts';
import styles from './Accounts.module.css';
import { CheckField } from './CheckField.tsx';

/** Where the system protects nothing, that is said, and a token is kept only by consent (design.md 3). */
export function TokenConsent({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
  const { accounts } = useStores();
  const protection = useStore(accounts.store, (state) => state.protection);
  useEffect(() => void accounts.readProtection(), [accounts]);
  if (protection !== 'none') return null;
  return (
    <div className={styles.note}>
      <p>
        <b className={styles.noteTitle}>{words.noProtection}</b> {words.noProtectionHint}
      </p>
      <CheckField label={words.keepReadable} hint={words.keepReadableHint} checked={checked} onChange={onChange} />
    </div>
  );
}
