import { age } from '#shared/inbox/urgency';
import { nextAgeChange } from './next-change.ts';
import { useRedrawAt } from './use-moment.ts';

/** How long ago something was ("9 min"), drawn anew when the words change. `since` is server time in ms. */
export function Age({
  since,
  clockOffsetMs = 0,
  now = Date.now,
  words = (briefly) => briefly,
}: {
  since: number;
  clockOffsetMs?: number;
  now?: () => number;
  /** Puts the brief age ("now", "9 min") into a phrase. */
  words?: (briefly: string) => string;
}) {
  const serverNow = now() + clockOffsetMs;
  useRedrawAt(nextAgeChange(since, serverNow) - clockOffsetMs);
  return (
    <time dateTime={new Date(since).toISOString()} title={new Date(since).toLocaleString()}>
      {words(age(since, serverNow))}
    </time>
  );
}
