import { useState } from 'react';
import type { AccountView } from '#shared/inbox/app-state';
import { words } from '#shared/words/words';
import { Button } from '../../../ui/Button.tsx';
import { Section } from '../parts.tsx';
import { AccountCard } from './AccountCard.tsx';
import styles from './Accounts.module.css';
import { AddAccount } from './AddAccount.tsx';

/** The servers of this inbox: how each stands, what can be done with it, and the way in for a new one. */
export function AccountsSection({ accounts }: { accounts: readonly AccountView[] }) {
  const [isAdding, setAdding] = useState(false);
  return (
    <Section id="accounts" title={words.settings.sections.accounts} hint={words.accounts.hint}>
      <ul className={styles.cards} aria-label={words.accounts.list}>
        {accounts.map((account) => (
          <AccountCard key={account.id} account={account} />
        ))}
      </ul>
      {isAdding ? (
        <AddAccount taken={accounts.map(({ colour }) => colour)} onDone={() => setAdding(false)} />
      ) : (
        <div className={styles.begin}>
          <Button onClick={() => setAdding(true)}>{words.accounts.add}</Button>
        </div>
      )}
    </Section>
  );
}
