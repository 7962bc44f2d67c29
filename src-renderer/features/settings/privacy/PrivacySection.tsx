import type { Settings } from '#shared/inbox/settings';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Lines, Section, Switch } from '../parts.tsx';
import { RetentionLine } from './RetentionLine.tsx';

/** What stays on this computer, and what is shown of it to whoever looks at the screen. */
export function PrivacySection({ settings }: { settings: Settings }) {
  const { app } = useStores();
  return (
    <Section id="privacy" title={words.settings.sections.privacy} hint={words.privacy.hint}>
      <Lines>
        <RetentionLine settings={settings} />
        <Switch
          label={words.notices.content}
          hint={words.notices.contentHint}
          checked={settings.notificationContent}
          onChange={(notificationContent) => void app.changeSettings({ notificationContent })}
        />
      </Lines>
    </Section>
  );
}
