import type { Settings } from '#shared/inbox/settings';
import { useStores } from '../../../stores/use-stores.ts';
import { noticeWords as words } from '../../../words/notices.ts';
import { settingsWords } from '../../../words/settings.ts';
import { Choice, Lines, Section, Switch } from '../parts.tsx';
import { MutedServices } from './MutedServices.tsx';
import { PauseLine } from './PauseLine.tsx';
import { QuietHoursLines } from './QuietHoursLines.tsx';
import { TestLine } from './TestLine.tsx';

const reminderChoices = [0, 2, 5, 10, 15, 30, 60];

/** When and how native notifications show. Every change counts at once. */
export function NotificationsSection({ settings, locale }: { settings: Settings; locale: string }) {
  const { app } = useStores();
  const reminders = [...new Set([...reminderChoices, settings.reminderMinutes])].sort((a, b) => a - b);
  return (
    <Section id="notifications" title={settingsWords.sections.notifications}>
      <Lines>
        <Switch
          label={words.native}
          checked={settings.nativeNotifications}
          onChange={(nativeNotifications) => void app.changeSettings({ nativeNotifications })}
        />
        <PauseLine settings={settings} locale={locale} />
        <Switch
          label={words.content}
          hint={words.contentHint}
          checked={settings.notificationContent}
          onChange={(notificationContent) => void app.changeSettings({ notificationContent })}
        />
        <Switch
          label={words.sound}
          hint={words.soundHint}
          checked={settings.notificationSound}
          onChange={(notificationSound) => void app.changeSettings({ notificationSound })}
        />
        <Choice
          label={words.reminder}
          hint={words.reminderHint}
          value={settings.reminderMinutes}
          options={reminders.map((value) => ({ value, label: words.minutes(value) }))}
          onChange={(reminderMinutes) => void app.changeSettings({ reminderMinutes })}
        />
        <Switch
          label={words.doNotDisturb}
          hint={words.doNotDisturbHint}
          checked={settings.followsDoNotDisturb}
          onChange={(followsDoNotDisturb) => void app.changeSettings({ followsDoNotDisturb })}
        />
        <QuietHoursLines
          quietHours={settings.quietHours}
          locale={locale}
          onChange={(quietHours) => void app.changeSettings({ quietHours })}
        />
        <MutedServices settings={settings} locale={locale} />
        <TestLine />
      </Lines>
    </Section>
  );
}
