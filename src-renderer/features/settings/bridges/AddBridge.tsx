import { type FormEvent, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { words } from '#shared/words/words';
import type { NewBridge } from '../../../stores/bridges.ts';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { SelectField, TextArea, TextField } from '../fields.tsx';
import { Failure } from '../parts.tsx';
import styles from '../services/RegisterService.module.css';

const kinds = (['a2a', 'trigger'] as const).map((value) => ({ value, label: words.bridges.kinds[value] }));
const empty: NewBridge = { kind: 'a2a', name: '', agentUrl: '', answerUrl: '', events: '' };

/** The form for a new bridge. What the server refuses is said at the field it is about. */
export function AddBridge({ onDone }: { onDone: () => void }) {
  const { bridges } = useStores();
  const registration = useStore(bridges.store, (state) => state.registration);
  const [form, setForm] = useState(empty);
  const [tried, setTried] = useState(false);
  useEffect(() => bridges.forgetRefusal, [bridges]);

  const isAgent = form.kind === 'a2a';
  const needed = isAgent ? 'agentUrl' : 'name';
  const shown: readonly string[] = isAgent ? ['agentUrl', 'name'] : ['name', 'answerUrl', 'events'];
  const change = (part: Partial<NewBridge>) => {
    setForm({ ...form, ...part });
    if (registration.at === 'refused') bridges.forgetRefusal();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (registration.at === 'sending' || form[needed].trim() === '') return;
    const { name, agentUrl, answerUrl } = form;
    const trimmed = { name: name.trim(), agentUrl: agentUrl.trim(), answerUrl: answerUrl.trim() };
    void bridges.register({ ...form, ...trimmed }).then((added) => added && onDone());
  };
  const refusal = registration.at === 'refused' ? registration.error : undefined;
  const problem = (field: keyof NewBridge, missing?: string) => {
    if (tried && field === needed && form[field].trim() === '') return missing;
    return refusal?.field === field ? refusal.message : undefined;
  };

  return (
    <form className={styles.form} aria-label={words.bridges.add} noValidate onSubmit={submit}>
      <SelectField label={words.bridges.kind} value={form.kind} options={kinds} onValue={(kind) => change({ kind })} />
      {isAgent && (
        <TextField
          label={words.bridges.agentUrl}
          hint={words.bridges.agentUrlHint}
          inputMode="url"
          maxLength={2048}
          value={form.agentUrl}
          problem={problem('agentUrl', words.bridges.agentUrlRequired)}
          onValue={(agentUrl) => change({ agentUrl })}
        />
      )}
      <TextField
        label={words.bridges.name}
        hint={isAgent ? words.bridges.agentNameHint : words.bridges.nameHint}
        maxLength={100}
        value={form.name}
        problem={problem('name', words.bridges.required)}
        onValue={(name) => change({ name })}
      />
      {!isAgent && (
        <>
          <TextField
            label={words.bridges.answerUrl}
            hint={words.bridges.answerUrlHint}
            inputMode="url"
            maxLength={2048}
            value={form.answerUrl}
            problem={problem('answerUrl')}
            onValue={(answerUrl) => change({ answerUrl })}
          />
          <TextArea
            label={words.bridges.events}
            hint={words.bridges.eventsHint}
            maxLength={65_536}
            rows={4}
            value={form.events}
            problem={problem('events')}
            onValue={(events) => change({ events })}
          />
        </>
      )}
      {refusal && !shown.includes(refusal.field ?? '') && (
        <Failure>
          {words.bridges.refused} {refusal.message} {refusal.hint}
        </Failure>
      )}
      <div className={styles.buttons}>
        <Button variant="ghost" onClick={onDone}>
          {words.bridges.cancel}
        </Button>
        <Button type="submit">{registration.at === 'sending' ? words.bridges.submitting : words.bridges.submit}</Button>
      </div>
    </form>
  );
}
