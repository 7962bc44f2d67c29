import { useEffect } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
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
        <b className={styles.noteTitle}>{words.accounts.noProtection}</b> {words.accounts.noProtectionHint}
      </p>
      <CheckField
        label={words.accounts.keepReadable}
        hint={words.accounts.keepReadableHint}
        checked={checked}
        onChange={onChange}
      />
    </div>
  );
}
