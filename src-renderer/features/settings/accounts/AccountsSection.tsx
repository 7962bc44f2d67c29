import { useState } from 'react';
import type { AccountView } from '#shared/inbox/app-state';
import { Button } from '../../../ui/Button.tsx';
import { accountWords as words } from '../../../words/accounts.ts';
import { settingsWords } from '../../../words/settings.ts';
import { Section } from '../parts.tsx';
import { AccountCard } from './AccountCard.tsx';
import styles from './Accounts.module.css';
import { AddAccount } from './AddAccount.tsx';

/** The servers of this inbox: how each stands, what can be done with it, and the way in for a new one. */
export function AccountsSection({ accounts, locale }: { accounts: readonly AccountView[]; locale: string }) {
  const [isAdding, setAdding] = useState(false);
  return (
    <Section id="accounts" title={settingsWords.sections.accounts} hint={words.hint}>
      <ul className={styles.cards} aria-label={words.list}>
        {accounts.map((account) => (
          <AccountCard key={account.id} account={account} locale={locale} />
        ))}
      </ul>
      {isAdding ? (
        <AddAccount taken={accounts.map(({ colour }) => colour)} onDone={() => setAdding(false)} />
      ) : (
        <div className={styles.begin}>
          <Button onClick={() => setAdding(true)}>{words.add}</Button>
        </div>
      )}
    </Section>
  );
}
