import type { Settings } from '#shared/inbox/settings';
import { words } from '#shared/words/words';
import { KeyTable } from '../../keyboard/KeyTable.tsx';
import { useStores } from '../../stores/use-stores.ts';
import styles from './KeyboardSection.module.css';
import { Lines, Section, Switch } from './parts.tsx';

export function KeyboardSection({ settings, isMac }: { settings: Settings; isMac: boolean }) {
  const { app } = useStores();
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
      <div className={styles.keys}>
        <KeyTable isMac={isMac} />
      </div>
    </Section>
  );
}
