import { useState } from 'react';
import type { Settings } from '#shared/inbox/settings';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import styles from './KeyboardSection.module.css';
import { KeyChoiceList } from './keyboard/KeyChoiceList.tsx';
import { Lines, Section, Switch } from './parts.tsx';

/** Which keys act: single ones or not, and each command's own. */
export function KeyboardSection({ settings, isMac }: { settings: Settings; isMac: boolean }) {
  const { app } = useStores();
  const [isAsking, setAsking] = useState(false);
  const isChanged = Object.keys(settings.keys).length > 0;
  return (
    <Section id="keyboard" title={words.settings.sections.keyboard}>
      <Lines>
        <Switch
          label={words.settings.keyboard.singleKeys}
          hint={words.settings.keyboard.singleKeysHint}
          checked={settings.singleKeys}
          onChange={(singleKeys) => void app.changeSettings({ singleKeys })}
        />
      </Lines>
      <div className={styles.head}>
        <h3 className={styles.title}>{words.keyboard.title}</h3>
        {isChanged && (
          <Button size="s" onClick={() => setAsking(true)}>
            {words.keyboard.allUsual}
          </Button>
        )}
      </div>
      <p className={styles.hint}>{words.keyboard.hint}</p>
      <KeyChoiceList
        choices={settings.keys}
        isMac={isMac}
        onChange={(keys) => void app.changeSettings({ keys: { ...keys } })}
      />
      {isAsking && (
        <ConfirmDialog
          title={words.keyboard.allUsualTitle}
          confirmLabel={words.keyboard.allUsual}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            void app.changeSettings({ keys: {} });
          }}
        >
          <p>{words.keyboard.allUsualBody}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
