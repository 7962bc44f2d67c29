import { isKnownFlag, type KnownFlag } from '#shared/protocol/flags';

/** One word or two for each flag, the same in a list's row and beside the action. */
const flagNames: Record<KnownFlag, string> = {
  destructive: 'destructive',
  irreversible: 'irreversible',
  time_sensitive: 'time-sensitive',
  affects_others: 'affects others',
  costly: 'costly',
  experimental: 'experimental',
  requires_confirmation: 'asks to confirm',
};

/** A flag as a badge says it; an unknown one by its raw name. */
export function flagBadge(flag: string): string {
  return isKnownFlag(flag) ? flagNames[flag] : flag;
}
