import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import type { NewService } from '../../../stores/services.ts';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { SelectField, TextField } from '../fields.tsx';
import { Failure } from '../parts.tsx';
import styles from './RegisterService.module.css';

const schemes = (['plain', 't_v1'] as const).map((value) => ({ value, label: words.services.schemes[value] }));
const empty: NewService = { name: '', description: '', callbackUrl: '', signatureScheme: 'plain' };

/** The form for a new service. What the server refuses is said at the field it is about. */
export function RegisterService({ onDone }: { onDone: () => void }) {
  const { services } = useStores();
  const registration = useStore(services.store, (state) => state.registration);
  const [service, setService] = useState(empty);
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  useEffect(() => services.forgetRefusal, [services]);

  const change = (part: Partial<NewService>) => {
    setService({ ...service, ...part });
    if (registration.at === 'refused') services.forgetRefusal();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (registration.at === 'sending' || service.name.trim() === '' || service.callbackUrl.trim() === '') return;
    void services
      .register({ ...service, name: service.name.trim(), callbackUrl: service.callbackUrl.trim() })
      .then((registered) => registered && onDone());
  };
  const refusal = registration.at === 'refused' ? registration.error : undefined;
  const problem = (field: keyof NewService, missing: string | undefined) => {
    if (tried && missing !== undefined && String(service[field]).trim() === '') return missing;
    return refusal?.field === field ? refusal.message : undefined;
  };
  const isAtAField = refusal?.field !== undefined && refusal.field in empty;

  return (
    <form className={styles.form} aria-label={words.services.register} noValidate onSubmit={submit}>
      <TextField
        ref={first}
        label={words.services.name}
        hint={words.services.nameHint}
        maxLength={100}
        value={service.name}
        problem={problem('name', words.services.required)}
        onValue={(name) => change({ name })}
      />
      <TextField
        label={words.services.description}
        maxLength={2000}
        spellCheck
        value={service.description}
        problem={problem('description', undefined)}
        onValue={(description) => change({ description })}
      />
      <TextField
        label={words.services.callbackUrl}
        hint={words.services.callbackHint}
        inputMode="url"
        maxLength={2048}
        value={service.callbackUrl}
        problem={problem('callbackUrl', words.services.callbackRequired)}
        onValue={(callbackUrl) => change({ callbackUrl })}
      />
      <SelectField
        label={words.services.signature}
        value={service.signatureScheme}
        options={schemes}
        onValue={(signatureScheme) => change({ signatureScheme })}
      />
      {refusal && !isAtAField && (
        <Failure>
          {words.services.refused} {refusal.message} {refusal.hint}
        </Failure>
      )}
      <div className={styles.buttons}>
        <Button variant="ghost" onClick={onDone}>
          {words.services.cancel}
        </Button>
        <Button type="submit">
          {registration.at === 'sending' ? words.services.submitting : words.services.submit}
        </Button>
      </div>
    </form>
  );
}
