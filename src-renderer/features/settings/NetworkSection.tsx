import { type FormEvent, useState } from 'react';
import type { AppState } from '#shared/inbox/app-state';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from './fields.tsx';
import styles from './NetworkSection.module.css';
import { Section } from './parts.tsx';

/** Whom to trust besides the system: the file of an organisation's certificate authority. */
export function NetworkSection({ settings, warnings }: Pick<AppState, 'settings' | 'warnings'>) {
  const { app } = useStores();
  const { certificateFile } = settings;
  const [typed, setTyped] = useState(certificateFile);
  const [isSaved, setSaved] = useState(false);
  const isChanged = typed.trim() !== certificateFile;
  const problem = isChanged ? undefined : warnings.find(({ id }) => id === `certificate-file:${certificateFile}`);
  const save = (event: FormEvent) => {
    event.preventDefault();
    void app.changeSettings({ certificateFile: typed.trim() }).then(() => setSaved(true));
  };
  return (
    <Section id="network" title={words.network.title} hint={words.network.hint}>
      <form className={styles.form} noValidate onSubmit={save}>
        <TextField
          label={words.network.certificateFile}
          hint={words.network.certificateHint}
          problem={problem?.message}
          maxLength={4096}
          value={typed}
          onValue={(value) => {
            setTyped(value);
            setSaved(false);
          }}
        />
        <div className={styles.row}>
          <p className={styles.saved} role="status">
            {isSaved && !isChanged && problem === undefined && words.network.saved}
          </p>
          <Button size="s" type="submit" disabled={!isChanged}>
            {words.network.save}
          </Button>
        </div>
      </form>
    </Section>
  );
}
