import { criticalMs, dueSoonMs } from '#shared/inbox/urgency';

const secondMs = 1_000;
const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;

/**
 * When the words of `timeLeft` change next, in ms, or undefined once they never will: a countdown is drawn anew then and
 * at no other time.
 */
export function nextCountdownChange(deadline: number, now: number): number | undefined {
  const left = deadline - now;
  if (left <= 0) return undefined;
  if (left <= criticalMs) return deadline - (Math.ceil(left / secondMs) - 1) * secondMs;
  if (left <= dueSoonMs) return deadline - Math.max(criticalMs, (Math.ceil(left / minuteMs) - 1) * minuteMs);
  const unit = left < 48 * hourMs ? hourMs : dayMs;
  // Whole units are counted down: the words hold until just below the number they show.
  const below = Math.floor(left / unit) * unit - 1;
  return deadline - (unit === hourMs ? Math.max(dueSoonMs, below) : below);
}

/** When the words of `age` change next, in ms. */
export function nextAgeChange(since: number, now: number): number {
  const minutes = Math.floor(Math.max(0, now - since) / minuteMs);
  const unit = minutes < 60 ? minuteMs : minutes < 48 * 60 ? hourMs : dayMs;
  return since + (Math.floor(Math.max(0, now - since) / unit) + 1) * unit;
}
