import type { Settings } from '#shared/inbox/settings';
import { withoutMuted } from '#shared/native/notification-settings';
import { words } from '#shared/words/words';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { useRedrawAt } from '../../../ui/use-moment.ts';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import { untilWords } from '../../../words/times.ts';
import { ActsLine } from '../ActsLine.tsx';

/** The services that are muted now, each with its end. */
export function MutedServices({ settings }: { settings: Settings }) {
  const { app } = useStores();
  const now = Date.now();
  const muted = settings.mutedServices.filter(({ until }) => until > now);
  useRedrawAt(muted.length === 0 ? undefined : Math.min(...muted.map(({ until }) => until)));
  return muted.map((one) => (
    <ActsLine
      key={`${one.account}/${one.serviceId}`}
      label={
        <bdi>
          <VisibleText text={one.name} cut={60} />
        </bdi>
      }
      hint={words.notices.mutedUntil(untilWords(one.until, now))}
    >
      <Button
        size="s"
        aria-label={words.notices.unmuteOf(one.name)}
        onClick={() => {
          const mutedServices = withoutMuted(settings.mutedServices, one, Date.now());
          void app.changeSettings({ mutedServices });
        }}
      >
        {words.notices.unmute}
      </Button>
    </ActsLine>
  ));
}
