import { useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import type { AccountView } from '#shared/inbox/app-state';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { AccountSwatch } from '../../../ui/AccountMark.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Pill } from '../../../ui/Pill.tsx';
import { useRetryTick } from '../../../ui/use-retry-tick.ts';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import { accountStateWords } from '../../../words/accounts.ts';
import { Failure } from '../parts.tsx';
import { AccountFacts } from './AccountFacts.tsx';
import styles from './Accounts.module.css';
import { EditForm } from './EditForm.tsx';
import { RemoveAccount } from './RemoveAccount.tsx';
import { TokenForm } from './TokenForm.tsx';

/** One account: how it stands in words, and everything that can be done with it. */
export function AccountCard({ account }: { account: AccountView }) {
  const now = useRetryTick(account.connection);
  const [doing, setDoing] = useState<'edit' | 'token' | 'remove'>();
  const id = useId();
  const standing = standingOf(account);
  const wantsToken = standing === 'missing' || standing === 'unauthorized';
  const kind = words.accounts.kinds[account.kind];
  const stop = () => setDoing(undefined);
  return (
    <li className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <AccountSwatch colour={account.colour} />
        <h3 className={styles.name} id={id} dir="auto">
          <VisibleText text={account.name} />
        </h3>
        <span className={styles.pills}>
          {kind !== undefined && <Pill>{kind}</Pill>}
          <Pill tone={toneOf(account)}>{accountStateWords(account, now)}</Pill>
        </span>
      </div>
      {standing && <p className={styles.standing}>{words.accounts.standings[standing]}</p>}
      <AccountFacts account={account} now={now} />
      {doing === 'edit' && <EditForm account={account} onDone={stop} />}
      {(wantsToken || doing === 'token') && (
        <TokenForm account={account} onDone={doing === 'token' ? stop : undefined} />
      )}
      <Acts
        account={account}
        hasTokenForm={wantsToken || doing === 'token'}
        isEditing={doing === 'edit'}
        onDo={setDoing}
      />
      {doing === 'remove' && <RemoveAccount account={account} onDone={stop} />}
    </li>
  );
}

function Acts({
  account,
  hasTokenForm,
  isEditing,
  onDo,
}: {
  account: AccountView;
  hasTokenForm: boolean;
  isEditing: boolean;
  onDo: (what: 'edit' | 'token' | 'remove') => void;
}) {
  const { accounts } = useStores();
  const act = useStore(accounts.store, (state) => state.act);
  useEffect(() => accounts.forgetAct, [accounts]);
  const { id, kind, paused, connection } = account;
  const state = act?.account === id ? act.state : undefined;
  const canRetry = connection.state === 'offline' || connection.state === 'refused';
  return (
    <>
      <div className={styles.acts} aria-busy={state === 'doing'}>
        {canRetry && (
          <Button size="s" onClick={() => void accounts.retry(id)}>
            {words.accounts.retry}
          </Button>
        )}
        {kind !== 'run' && !isEditing && (
          <Button size="s" onClick={() => onDo('edit')}>
            {words.accounts.edit}
          </Button>
        )}
        {kind !== 'local' && (
          <Button size="s" onClick={() => void (paused ? accounts.resume(id) : accounts.pause(id))}>
            {paused ? words.accounts.resume : words.accounts.pause}
          </Button>
        )}
        {kind === 'added' && !hasTokenForm && (
          <Button size="s" onClick={() => onDo('token')}>
            {words.accounts.newToken}
          </Button>
        )}
        {kind === 'added' && (
          <Button size="s" onClick={() => onDo('remove')}>
            {words.accounts.remove}
          </Button>
        )}
      </div>
      {typeof state === 'object' && !hasTokenForm && (
        <Failure>
          {words.accounts.failed} {state.message} {state.hint}
        </Failure>
      )}
    </>
  );
}

function standingOf({
  kind,
  paused,
  token,
  connection,
}: AccountView): keyof typeof words.accounts.standings | undefined {
  if (paused) return 'paused';
  if (token === 'missing') return 'missing';
  if (connection.state !== 'refused' || connection.because !== 'unauthorized') return undefined;
  return kind === 'run' ? 'runUnauthorized' : kind === 'added' ? 'unauthorized' : undefined;
}

function toneOf({ paused, token, connection }: AccountView) {
  if (paused) return 'neutral';
  const inTrouble = token === 'missing' || connection.state === 'offline' || connection.state === 'refused';
  return inTrouble ? 'warn' : 'neutral';
}
