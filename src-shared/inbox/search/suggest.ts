import { responseTypes } from '../../protocol/action.ts';
import { knownFlags } from '../../protocol/flags.ts';
import { type FilterName, filterNames, type StatusName, statusNames } from './query.ts';

/** What is typed at the cursor and what it could become. */
export type Suggestion = { insert: string; name: FilterName; value: string | undefined };
export type Suggestions = { from: number; to: number; list: Suggestion[] };

const dayNames = ['today', 'yesterday', '7d', '30d'];

/** Values that this machine knows: the names of services and of accounts. */
export type KnownValues = { services: readonly string[]; accounts: readonly string[] };

/** What the part of a search at the cursor could become: names of filters as they are typed, then their values. */
export function suggestionsFor(text: string, cursor: number, known: KnownValues): Suggestions | undefined {
  const start = text.slice(0, cursor).search(/\S*$/);
  if (/\S/.test(text.charAt(cursor)) || (text.slice(0, start).split('"').length - 1) % 2 === 1) return undefined;
  const typed = text.slice(start, cursor);
  const minus = typed.startsWith('-') ? '-' : '';
  const [name = '', value] = typed.slice(minus.length).toLowerCase().split(/:(.*)/s);
  if (value === undefined && name.length < 2) return undefined;
  const list = value === undefined ? namesLike(name, minus) : valuesLike(name, value, minus, known);
  return list.length === 0 ? undefined : { from: start, to: cursor, list };
}

function namesLike(begun: string, minus: string): Suggestion[] {
  const names = filterNames.filter((name) => name.startsWith(begun));
  return names.map((name) => ({ insert: `${minus}${name}:`, name, value: undefined }));
}

function valuesLike(begun: string, value: string, minus: string, known: KnownValues): Suggestion[] {
  const name = filterNames.find((one) => one === begun);
  if (name === undefined) return [];
  const like = valuesOf(name, known).filter((one) => one.toLowerCase().startsWith(value));
  const open = like.filter((one) => one.toLowerCase() !== value).slice(0, 6);
  return open.map((one) => ({ insert: `${minus}${name}:${quoted(one)} `, name, value: one }));
}

function valuesOf(name: FilterName, { services, accounts }: KnownValues): readonly string[] {
  switch (name) {
    case 'service':
      return services;
    case 'project':
      return [];
    case 'status':
      return statusNames satisfies readonly StatusName[];
    case 'type':
      return responseTypes;
    case 'flag':
      return knownFlags;
    case 'account':
      return accounts;
    case 'answered':
      return ['me'];
    case 'before':
    case 'after':
    case 'on':
      return dayNames;
  }
}

function quoted(value: string): string {
  return /[\s"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value;
}
