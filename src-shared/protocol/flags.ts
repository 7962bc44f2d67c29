/** The seven flags an action may carry (section 12). Others are shown by their raw name and change nothing. */
export const knownFlags = [
  'destructive',
  'irreversible',
  'time_sensitive',
  'affects_others',
  'costly',
  'experimental',
  'requires_confirmation',
] as const;
export type KnownFlag = (typeof knownFlags)[number];

const confirmationFlags: ReadonlySet<string> = new Set<KnownFlag>([
  'destructive',
  'irreversible',
  'costly',
  'requires_confirmation',
]);

/** Whether a flag is one of the seven that the protocol names. */
export function isKnownFlag(flag: string): flag is KnownFlag {
  return (knownFlags as readonly string[]).includes(flag);
}

/** Whether choosing an action with these flags needs a second, deliberate act by the person (section 12). */
export function needsConfirmation(flags: readonly string[]): boolean {
  return flags.some((flag) => confirmationFlags.has(flag));
}
