import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ServiceListing } from '#shared/protocol/service';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../fields.tsx';
import styles from './CallbackForm.module.css';

/** Where the answers to a service go; an empty address means that it fetches them itself. */
export function CallbackForm({ service, onDone }: { service: ServiceListing; onDone: () => void }) {
  const { services } = useStores();
  const callback = useStore(services.store, (state) => state.callback);
  const [url, setUrl] = useState(service.callback_url ?? '');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => services.forgetCallback, [services]);
  const state = callback?.serviceId === service.service_id ? callback.state : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (state === 'saving') return;
    void services.setCallback(service.service_id, url.trim()).then((saved) => saved && onDone());
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <TextField
        ref={field}
        label={words.services.callbackUrl}
        hint={words.services.callbackEmptyHint}
        inputMode="url"
        maxLength={2048}
        value={url}
        problem={typeof state === 'object' ? state.message : undefined}
        onValue={setUrl}
      />
      <div className={styles.buttons}>
        <Button variant="ghost" size="s" onClick={onDone}>
          {words.services.cancel}
        </Button>
        <Button size="s" type="submit">
          {words.services.saveCallback}
        </Button>
      </div>
    </form>
  );
}
