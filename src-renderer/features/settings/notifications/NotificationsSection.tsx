import type { Settings } from '#shared/inbox/settings';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Choice, Lines, Section, Switch } from '../parts.tsx';
import { MutedServices } from './MutedServices.tsx';
import { PauseLine } from './PauseLine.tsx';
import { QuietHoursLines } from './QuietHoursLines.tsx';
import { TestLine } from './TestLine.tsx';

const reminderChoices = [0, 2, 5, 10, 15, 30, 60];

/** When and how native notifications show. Every change counts at once. */
export function NotificationsSection({ settings }: { settings: Settings }) {
  const { app } = useStores();
  const reminders = [...new Set([...reminderChoices, settings.reminderMinutes])].sort((a, b) => a - b);
  return (
    <Section id="notifications" title={words.settings.sections.notifications}>
      <Lines>
        <Switch
          label={words.notices.native}
          checked={settings.nativeNotifications}
          onChange={(nativeNotifications) => void app.changeSettings({ nativeNotifications })}
        />
        <PauseLine settings={settings} />
        <Switch
          label={words.notices.sound}
          hint={words.notices.soundHint}
          checked={settings.notificationSound}
          onChange={(notificationSound) => void app.changeSettings({ notificationSound })}
        />
        <Choice
          label={words.notices.reminder}
          hint={words.notices.reminderHint}
          value={settings.reminderMinutes}
          options={reminders.map((value) => ({ value, label: words.notices.minutes(value) }))}
          onChange={(reminderMinutes) => void app.changeSettings({ reminderMinutes })}
        />
        <Switch
          label={words.notices.doNotDisturb}
          hint={words.notices.doNotDisturbHint}
          checked={settings.followsDoNotDisturb}
          onChange={(followsDoNotDisturb) => void app.changeSettings({ followsDoNotDisturb })}
        />
        <QuietHoursLines
          quietHours={settings.quietHours}
          onChange={(quietHours) => void app.changeSettings({ quietHours })}
        />
        <MutedServices settings={settings} />
        <TestLine />
      </Lines>
    </Section>
  );
}
