import type { Settings } from '#shared/inbox/settings';
import { isPaused } from '#shared/native/notify-plan';
import { type PauseUntil, pauseEnd } from '#shared/native/pause';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { useRedrawAt } from '../../../ui/use-moment.ts';
import { untilWords } from '../../../words/times.ts';
import { ActsLine } from '../ActsLine.tsx';

/** Pauses all notifications for a while, or says until when they are paused. */
export function PauseLine({ settings }: { settings: Settings }) {
  const { app } = useStores();
  const { pausedUntil } = settings;
  const now = Date.now();
  const isNow = isPaused(settings, now);
  useRedrawAt(isNow ? pausedUntil : undefined);
  const pause = (until: PauseUntil) => void app.changeSettings({ pausedUntil: pauseEnd(until, Date.now()) });
  if (isNow) {
    return (
      <ActsLine label={words.notices.pausedUntil(untilWords(pausedUntil, now))} hint={words.notices.pauseHint}>
        <Button size="s" onClick={() => void app.changeSettings({ pausedUntil: 0 })}>
          {words.notices.resume}
        </Button>
      </ActsLine>
    );
  }
  return (
    <ActsLine label={words.notices.pause} hint={words.notices.pauseHint}>
      <Button size="s" onClick={() => pause('in-an-hour')}>
        {words.notices.pauseHour}
      </Button>
      <Button size="s" onClick={() => pause('tomorrow')}>
        {words.notices.pauseTomorrow}
      </Button>
    </ActsLine>
  );
}
