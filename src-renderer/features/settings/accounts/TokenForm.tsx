import { type FormEvent, useState } from 'react';
import { useStore } from 'zustand';
import type { AccountView } from '#shared/inbox/app-state';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../fields.tsx';
import styles from './Accounts.module.css';
import { TokenConsent } from './TokenConsent.tsx';

/** Another token for an account. `onDone` is there when the person opened this form, and can leave it. */
export function TokenForm({ account, onDone }: { account: AccountView; onDone?: (() => void) | undefined }) {
  const { accounts } = useStores();
  const act = useStore(accounts.store, (state) => state.act);
  const [token, setToken] = useState('');
  const [mayBeReadable, setReadable] = useState(account.token === 'readable');
  const state = act?.account === account.id ? act.state : undefined;
  const refusal = typeof state === 'object' ? `${state.message} ${state.hint ?? ''}`.trim() : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void accounts.setToken(account.id, token, mayBeReadable).then((taken) => {
      if (!taken) return;
      setToken('');
      onDone?.();
    });
  };
  return (
    <form className={styles.inCard} aria-label={words.accounts.newToken} noValidate onSubmit={submit}>
      <TextField
        label={words.accounts.token}
        hint={words.accounts.samePerson}
        type="password"
        maxLength={4096}
        value={token}
        problem={refusal}
        onValue={(next) => {
          setToken(next);
          if (refusal !== undefined) accounts.forgetAct();
        }}
      />
      <TokenConsent checked={mayBeReadable} onChange={setReadable} />
      <div className={styles.buttons}>
        {onDone && (
          <Button variant="ghost" size="s" onClick={onDone}>
            {words.accounts.cancel}
          </Button>
        )}
        <Button size="s" type="submit">
          {state === 'doing' ? words.accounts.checking : words.accounts.saveToken}
        </Button>
      </div>
    </form>
  );
}
