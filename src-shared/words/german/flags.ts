import { visibleText } from '../../text/hidden-characters.ts';
import type { flags as english } from '../english/flags.ts';

export const flags: typeof english = {
  badges: {
    destructive: 'destruktiv',
    irreversible: 'endgültig',
    time_sensitive: 'eilig',
    affects_others: 'betrifft andere',
    costly: 'kostet etwas',
    experimental: 'experimentell',
    requires_confirmation: 'mit Bestätigung',
  },
  clauses: {
    destructive: 'zerstört oder überschreibt etwas',
    irreversible: 'lässt sich nicht rückgängig machen',
    affects_others: 'betrifft andere Menschen',
    costly: 'kostet Geld, Rechenleistung oder Zeit',
    experimental: 'ist experimentell',
    time_sensitive: 'verliert schnell an Wert',
  },
  sentences: {
    destructive: 'Das zerstört oder überschreibt etwas.',
    irreversible: 'Das lässt sich nicht rückgängig machen.',
    affects_others: 'Andere Menschen werden es merken.',
    costly: 'Das kostet Geld, Rechenleistung oder Zeit.',
    experimental: 'Das ist experimentell.',
    time_sensitive: 'Das verliert schnell an Wert.',
    requires_confirmation: 'Der Dienst bittet um eine Bestätigung.',
  },
  unknown: (flag) => `Der Dienst hat es mit „${visibleText(flag)}“ gekennzeichnet.`,
  note: (clauses) => {
    const last = clauses.at(-1) ?? '';
    const joined = clauses.length === 1 ? last : `${clauses.slice(0, -1).join(', ')} und ${last}`;
    return `${joined}. Sie werden um Bestätigung gebeten.`;
  },
  onlyAsks: 'möchte bestätigt werden. Sie werden um Bestätigung gebeten.',
};
