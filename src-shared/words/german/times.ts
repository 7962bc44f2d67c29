import type { times as english } from '../english/times.ts';
import { number } from '../plural.ts';

export const times: typeof english = {
  expired: 'abgelaufen',
  clockLeft: (clock) => `noch ${clock}`,
  minutesLeft: (n) => `noch ${n} Min.`,
  hoursLeft: (n) => `noch ${n} Std.`,
  daysLeft: (n) => `noch ${days(n)}`,
  now: 'jetzt',
  seconds: (n) => `${n} s`,
  minutes: (n) => `${n} Min.`,
  hours: (n) => `${n} Std.`,
  days,
};

function days(n: number): string {
  return n === 1 ? '1 Tag' : `${number(n)} Tage`;
}
