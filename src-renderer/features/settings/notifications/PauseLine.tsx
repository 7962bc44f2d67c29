import type { Settings } from '#shared/inbox/settings';
import { isPaused } from '#shared/native/notify-plan';
import { type PauseUntil, pauseEnd } from '#shared/native/pause';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { useRedrawAt } from '../../../ui/use-moment.ts';
import { untilWords, noticeWords as words } from '../../../words/notices.ts';
import { ActsLine } from './ActsLine.tsx';

/** Pauses all notifications for a while, or says until when they are paused. */
export function PauseLine({ settings, locale }: { settings: Settings; locale: string }) {
  const { app } = useStores();
  const { pausedUntil } = settings;
  const now = Date.now();
  const isNow = isPaused(settings, now);
  useRedrawAt(isNow ? pausedUntil : undefined);
  const pause = (until: PauseUntil) => void app.changeSettings({ pausedUntil: pauseEnd(until, Date.now()) });
  if (isNow) {
    return (
      <ActsLine label={words.pausedUntil(untilWords(pausedUntil, now, locale))} hint={words.pauseHint}>
        <Button size="s" onClick={() => void app.changeSettings({ pausedUntil: 0 })}>
          {words.resume}
        </Button>
      </ActsLine>
    );
  }
  return (
    <ActsLine label={words.pause} hint={words.pauseHint}>
      <Button size="s" onClick={() => pause('in-an-hour')}>
        {words.pauseHour}
      </Button>
      <Button size="s" onClick={() => pause('tomorrow')}>
        {words.pauseTomorrow}
      </Button>
    </ActsLine>
  );
}
