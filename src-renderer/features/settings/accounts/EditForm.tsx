import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { AccountView } from '#shared/inbox/app-state';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../fields.tsx';
import styles from './Accounts.module.css';
import { ColourField } from './ColourField.tsx';

/** What the person calls an account, and its colour. */
export function EditForm({ account, onDone }: { account: AccountView; onDone: () => void }) {
  const { accounts } = useStores();
  const [name, setName] = useState(account.name);
  const [colour, setColour] = useState(account.colour);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return;
    const change = {
      ...(wanted === account.name ? {} : { name: wanted }),
      ...(colour === account.colour ? {} : { colour }),
    };
    void accounts.edit(account.id, change).then((saved) => saved && onDone());
  };
  return (
    <form className={styles.inCard} aria-label={words.accounts.edit} noValidate onSubmit={submit}>
      <TextField
        ref={field}
        label={words.accounts.name}
        maxLength={60}
        value={name}
        problem={name.trim() === '' ? words.accounts.nameNeeded : undefined}
        onValue={setName}
      />
      <ColourField value={colour} onValue={setColour} />
      <div className={styles.buttons}>
        <Button variant="ghost" size="s" onClick={onDone}>
          {words.accounts.cancel}
        </Button>
        <Button size="s" type="submit">
          {words.accounts.save}
        </Button>
      </div>
    </form>
  );
}
