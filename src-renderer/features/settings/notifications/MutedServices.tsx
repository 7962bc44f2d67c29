import type { Settings } from '#shared/inbox/settings';
import { withoutMuted } from '#shared/native/notification-settings';
import { useStores } from '../../../stores/use-stores.ts';
import { Button } from '../../../ui/Button.tsx';
import { useRedrawAt } from '../../../ui/use-moment.ts';
import { VisibleText } from '../../../ui/VisibleText.tsx';
import { untilWords, noticeWords as words } from '../../../words/notices.ts';
import { ActsLine } from './ActsLine.tsx';

/** The services that are muted now, each with its end. */
export function MutedServices({ settings, locale }: { settings: Settings; locale: string }) {
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
      hint={words.mutedUntil(untilWords(one.until, now, locale))}
    >
      <Button
        size="s"
        aria-label={words.unmuteOf(one.name)}
        onClick={() => {
          const mutedServices = withoutMuted(settings.mutedServices, one, Date.now());
          void app.changeSettings({ mutedServices });
        }}
      >
        {words.unmute}
      </Button>
    </ActsLine>
  ));
}
