import { age } from '#shared/inbox/urgency';
import { words } from '#shared/words/words';
import { dateAndTime } from '../words/times.ts';
import { nextAgeChange } from './next-change.ts';
import { useRedrawAt } from './use-moment.ts';

/** How long ago something was ("9 min"), drawn anew when the words change. `since` is server time in ms. */
export function Age({
  since,
  clockOffsetMs = 0,
  now = Date.now,
  justNow = words.times.now,
  words: phrase = (briefly) => briefly,
}: {
  since: number;
  clockOffsetMs?: number;
  now?: () => number;
  /** What is said in its first minute. */
  justNow?: string;
  /** Puts the brief age ("9 min") into a phrase. */
  words?: (briefly: string) => string;
}) {
  const serverNow = now() + clockOffsetMs;
  useRedrawAt(nextAgeChange(since, serverNow) - clockOffsetMs);
  return (
    <time dateTime={new Date(since).toISOString()} title={dateAndTime(since)}>
      {serverNow - since < 60_000 ? justNow : phrase(age(since, serverNow))}
    </time>
  );
}
