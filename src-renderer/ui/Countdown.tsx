import { timeLeft } from '#shared/inbox/urgency';
import { dateAndTime } from '../words/times.ts';
import { nextCountdownChange } from './next-change.ts';
import { Pill } from './Pill.tsx';
import { useRedrawAt } from './use-moment.ts';

/**
 * The time left to a deadline (server time, ms). It is drawn when its words change, never per frame.
 * `clockOffsetMs` is what makes this machine's clock the server's (AccountView).
 */
export function Countdown({
  deadline,
  clockOffsetMs = 0,
  now = Date.now,
}: {
  deadline: number;
  clockOffsetMs?: number;
  now?: () => number;
}) {
  const serverNow = now() + clockOffsetMs;
  const next = nextCountdownChange(deadline, serverNow);
  useRedrawAt(next === undefined ? undefined : next - clockOffsetMs);
  const { words, tone } = timeLeft(deadline, serverNow);
  return (
    <Pill tone={tone} title={dateAndTime(deadline)}>
      <time dateTime={new Date(deadline).toISOString()}>{words}</time>
    </Pill>
  );
}
