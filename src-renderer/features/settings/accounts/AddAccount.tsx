import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { AccountColour } from '#shared/inbox/account';
import { words } from '#shared/words/words';
import type { NewAccount } from '../../../stores/accounts.ts';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../fields.tsx';
import { Failure } from '../parts.tsx';
import styles from './Accounts.module.css';
import { CheckField } from './CheckField.tsx';
import { ColourField, freeColour } from './ColourField.tsx';
import { TokenConsent } from './TokenConsent.tsx';

/** The form for another server. It is asked before anything is saved, and what it says stands at the field it is about. */
export function AddAccount({ taken, onDone }: { taken: readonly AccountColour[]; onDone: () => void }) {
  const { accounts } = useStores();
  const form = useStore(accounts.store, (state) => state.form);
  const [account, setAccount] = useState<NewAccount>(() => ({
    url: '',
    token: '',
    name: '',
    colour: freeColour(taken),
    allowUnencrypted: false,
    mayBeReadable: false,
  }));
  const [asksForEncryption, setAsksForEncryption] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  useEffect(() => accounts.forgetForm, [accounts]);
  const refusal = form.at === 'refused' ? form.error : undefined;
  if (refusal?.field === 'allowUnencrypted' && !asksForEncryption) setAsksForEncryption(true);

  const change = (part: Partial<NewAccount>) => {
    setAccount({ ...account, ...part });
    if (form.at !== 'idle') accounts.forgetForm();
  };
  const problem = (field: keyof NewAccount) => {
    if (refusal?.field !== field) return undefined;
    return refusal.hint === undefined ? refusal.message : `${refusal.message} ${refusal.hint}`;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void accounts.add(account).then((added) => added && onDone());
  };
  const { url, token, allowUnencrypted } = account;

  return (
    <form className={styles.form} aria-label={words.accounts.add} noValidate onSubmit={submit}>
      <TextField
        ref={first}
        label={words.accounts.url}
        hint={words.accounts.urlHint}
        inputMode="url"
        maxLength={2048}
        value={url}
        problem={problem('url')}
        onValue={(next) => change({ url: next })}
      />
      {asksForEncryption && (
        <CheckField
          label={words.accounts.allowUnencrypted}
          hint={words.accounts.allowUnencryptedHint}
          problem={problem('allowUnencrypted')}
          checked={allowUnencrypted}
          onChange={(next) => change({ allowUnencrypted: next })}
        />
      )}
      <TextField
        label={words.accounts.token}
        hint={words.accounts.tokenHint}
        type="password"
        maxLength={4096}
        value={token}
        problem={problem('token')}
        onValue={(next) => change({ token: next })}
      />
      <TokenConsent checked={account.mayBeReadable} onChange={(mayBeReadable) => change({ mayBeReadable })} />
      <TextField
        label={words.accounts.name}
        hint={words.accounts.nameHint}
        maxLength={60}
        value={account.name}
        problem={problem('name')}
        onValue={(name) => change({ name })}
      />
      <ColourField value={account.colour} onValue={(colour) => change({ colour })} />
      {refusal && refusal.field === undefined && (
        <Failure>
          {words.accounts.notAdded} {refusal.message} {refusal.hint}
        </Failure>
      )}
      <p className={styles.said} role="status">
        {form.at === 'good' && words.accounts.good(form.url)}
      </p>
      <div className={styles.buttons}>
        <Button variant="ghost" onClick={onDone}>
          {words.accounts.cancel}
        </Button>
        <Button onClick={() => void accounts.check({ url, token, allowUnencrypted })}>
          {form.at === 'checking' ? words.accounts.checking : words.accounts.check}
        </Button>
        <Button type="submit">{form.at === 'adding' ? words.accounts.adding : words.accounts.submit}</Button>
      </div>
    </form>
  );
}
