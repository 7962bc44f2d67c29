import type { KnownFlag } from '../../protocol/flags.ts';
import { visibleText } from '../../text/hidden-characters.ts';

/** What the flags of an action mean. */
export const flags = {
  /** One word or two, the same in a list's row and beside the action. */
  badges: {
    destructive: 'destructive',
    irreversible: 'irreversible',
    time_sensitive: 'time-sensitive',
    affects_others: 'affects others',
    costly: 'costly',
    experimental: 'experimental',
    requires_confirmation: 'asks to confirm',
  } satisfies Record<KnownFlag, string>,
  /** After the action's name: "“Roll out” …". The flag that only asks for a confirmation says nothing of its own. */
  clauses: {
    destructive: 'destroys or overwrites something',
    irreversible: 'cannot be undone',
    affects_others: 'affects other people',
    costly: 'costs money, computing or time',
    experimental: 'is experimental',
    time_sensitive: 'loses its value quickly',
  } satisfies Record<Exclude<KnownFlag, 'requires_confirmation'>, string>,
  /** In the confirmation. */
  sentences: {
    destructive: 'It destroys or overwrites something.',
    irreversible: 'It cannot be undone.',
    affects_others: 'Other people will notice.',
    costly: 'It costs money, computing or time.',
    experimental: 'It is experimental.',
    time_sensitive: 'It loses its value quickly.',
    requires_confirmation: 'The service asks for a confirmation.',
  } satisfies Record<KnownFlag, string>,
  unknown: (flag: string) => `The service marked it “${visibleText(flag)}”.`,
  /** Clauses as they follow the action's name, in one sentence. */
  note: (clauses: readonly string[]) => {
    const last = clauses.at(-1) ?? '';
    const joined = clauses.length === 1 ? last : `${clauses.slice(0, -1).join(', ')} and ${last}`;
    return `${joined}. You will be asked to confirm.`;
  },
  onlyAsks: 'asks to be confirmed. You will be asked to confirm.',
};
