import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { AccountHoldings } from '#shared/inbox/account';
import type { AccountView } from '#shared/inbox/app-state';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import styles from './Accounts.module.css';
import { CheckField } from './CheckField.tsx';

/**
 * Asks before an account goes, with its answers in flight first. It stays up to date: who waits sees them leave, and
 * only what is listed is ever discarded.
 */
export function RemoveAccount({ account, onDone }: { account: AccountView; onDone: () => void }) {
  const { accounts } = useStores();
  const latest = useStore(accounts.store, (state) => state.holdings);
  const [deletesHistory, setDeletesHistory] = useState(false);
  useEffect(() => accounts.watchHoldings(account.id), [accounts, account.id]);
  const held = latest?.account === account.id ? latest.held : undefined;
  if (!held) return null;
  const { answers, history } = held;
  return (
    <ConfirmDialog
      title={words.accounts.removeTitle(account.name)}
      confirmLabel={answers.length > 0 ? words.accounts.removeAnyway(answers.length) : words.accounts.remove}
      danger
      onCancel={onDone}
      onConfirm={() => {
        const how = { historyKept: history > 0 && !deletesHistory, discardAnswers: answers.length > 0 };
        void accounts.remove(account.id, how).then((removed) => removed && onDone());
      }}
    >
      <div className={styles.dialog}>
        {answers.length > 0 && <InFlight answers={answers} account={account} />}
        <p>{words.accounts.removeGone(held)}</p>
        {history > 0 && (
          <CheckField
            label={words.accounts.deleteHistory(held)}
            checked={deletesHistory}
            onChange={setDeletesHistory}
          />
        )}
      </div>
    </ConfirmDialog>
  );
}

function InFlight({ answers, account }: { answers: AccountHoldings['answers']; account: AccountView }) {
  const waitsFor = account.paused
    ? words.accounts.removeInFlightPaused
    : account.token === 'missing'
      ? words.accounts.removeInFlightToken
      : words.accounts.removeInFlightHint;
  return (
    <div>
      <p>{words.accounts.removeInFlight}</p>
      <ul className={styles.answers}>
        {answers.map(({ key, title, words: answer, state }) => (
          <li key={key}>
            <bdi>
              <VisibleText text={title} cut={120} />
            </bdi>
            <p className={styles.quiet}>
              “
              <bdi>
                <VisibleText text={answer} cut={120} />
              </bdi>
              ” · {words.accounts.answerStates[state]}
            </p>
          </li>
        ))}
      </ul>
      <p>{waitsFor}</p>
    </div>
  );
}
