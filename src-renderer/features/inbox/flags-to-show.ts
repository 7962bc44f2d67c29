import { isKnownFlag, type KnownFlag } from '#shared/protocol/flags';

/** The gravest first; flags that the protocol does not name come last. */
const gravity: readonly KnownFlag[] = [
  'destructive',
  'irreversible',
  'costly',
  'affects_others',
  'time_sensitive',
  'requires_confirmation',
  'experimental',
];

/** The few flags that a row has room for, the gravest first, and how many more there are. */
export function flagsToShow(flags: readonly string[], room: number): { shown: string[]; more: number } {
  const rank = (flag: string) => (isKnownFlag(flag) ? gravity.indexOf(flag) : gravity.length);
  const sorted = [...new Set(flags)].sort((a, b) => rank(a) - rank(b));
  const shown = sorted.slice(0, room);
  return { shown, more: sorted.length - shown.length };
}
