import type { ItemDetail } from '#shared/inbox/item';
import { type MutedService, withMuted, withoutMuted } from '#shared/native/notification-settings';
import { words } from '#shared/words/words';
import { Button } from '../../../ui/Button.tsx';
import { useRedrawAt } from '../../../ui/use-moment.ts';
import { untilWords } from '../../../words/times.ts';
import styles from './MuteService.module.css';

/** Which services raise no notifications, and how that is changed. */
export type Muting = { muted: readonly MutedService[]; onChange: (muted: MutedService[]) => void };

const hourMs = 60 * 60_000;

/** Mutes an item's service for a while, or says until when it is muted. */
export function MuteService({ item, muting }: { item: ItemDetail; muting: Muting }) {
  const { account, serviceId, serviceName } = item;
  const now = Date.now();
  const one = muting.muted.find((muted) => muted.account === account && muted.serviceId === serviceId);
  const until = one && one.until > now ? one.until : undefined;
  useRedrawAt(until);
  if (until !== undefined) {
    return (
      <>
        <span>{words.notices.mutedUntil(untilWords(until, now))}</span>
        <Button
          size="s"
          variant="ghost"
          onClick={() => muting.onChange(withoutMuted(muting.muted, { account, serviceId }, Date.now()))}
        >
          {words.notices.unmute}
        </Button>
      </>
    );
  }
  const mute = (hours: number) => {
    const at = Date.now();
    const name = (serviceName || serviceId).slice(0, 256);
    muting.onChange(withMuted(muting.muted, { account, serviceId, name, until: at + hours * hourMs }, at));
  };
  return (
    <div className={styles.mute}>
      <Button size="s" variant="ghost" onClick={() => mute(1)}>
        {words.notices.muteHour}
      </Button>
      <Button size="s" variant="ghost" onClick={() => mute(24)}>
        {words.notices.muteDay}
      </Button>
    </div>
  );
}
