import { isDeepStrictEqual } from 'node:util';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { type AgentName, type HookEntry, isOurs } from './hook-entries.ts';
import { Refusal } from './refusal.ts';

const opening = '# >>> Triage Inbox: written by "atp install codex", removed by "atp install codex --uninstall"';
const closing = '# <<< Triage Inbox';

const Config = z.looseObject({
  hooks: z.record(z.string(), z.unknown()).optional(),
  features: z.looseObject({ hooks: z.boolean().optional(), codex_hooks: z.boolean().optional() }).optional(),
});
type Config = z.infer<typeof Config>;

function configIn(text: string): Config {
  let value: unknown;
  try {
    value = parse(text);
  } catch {
    throw new Refusal('it is not valid TOML');
  }
  const config = Config.safeParse(value);
  if (config.success) return config.data;
  throw new Refusal('its hooks or features are not tables');
}

/** Whether the configuration turns hooks off altogether. */
export function areHooksOff(text: string): boolean {
  const { features } = configIn(text);
  return (features?.hooks ?? features?.codex_hooks) === false;
}

/** The text with our hooks as one marked block at its end; the text itself when it is there already. */
export function withTomlHooks(text: string | undefined, entries: readonly HookEntry[], agent: AgentName): string {
  const start = text ?? '';
  const eol = start.includes('\r\n') ? '\r\n' : '\n';
  const block = [opening, ...entries.flatMap(linesOf), closing].join(eol);
  if (start.includes(block)) return start;
  const clean = withoutTomlHooks(start, agent);
  const gap = clean === '' ? '' : clean.endsWith('\n') ? eol : eol + eol;
  const made = `${clean}${gap}${block}${eol}`;
  if (isDeepStrictEqual(withoutOurs(configOf(made), agent), withoutOurs(configIn(clean), agent))) return made;
  throw new Refusal('its hooks are written in a way that cannot be added to; write them as [[hooks.Event]] tables');
}

/** The added text must be valid beside what was there: `hooks = {…}`, for one, cannot be added to. */
function configOf(made: string): Config {
  try {
    return configIn(made);
  } catch {
    throw new Refusal('its hooks are written in a way that cannot be added to; write them as [[hooks.Event]] tables');
  }
}

function linesOf({ event, group: { matcher, hooks } }: HookEntry): string[] {
  const [{ type, command, args, timeout, statusMessage }] = hooks;
  const fields = { type, command, args, timeout, statusMessage };
  return [
    `[[hooks.${event}]]`,
    ...(matcher === undefined ? [] : [`matcher = ${JSON.stringify(matcher)}`]),
    '',
    `[[hooks.${event}.hooks]]`,
    ...Object.entries(fields).flatMap(([key, value]) =>
      value === undefined ? [] : [`${key} = ${JSON.stringify(value)}`],
    ),
    '',
  ];
}

/** The text without our block. What somebody has put between its marks meanwhile stays. */
export function withoutTomlHooks(text: string, agent: AgentName): string {
  const lines = text.split(/(?<=\n)/);
  const isMark = (mark: string) => (line: string) => line.trim() === mark;
  const first = lines.findIndex(isMark(opening));
  const last = lines.findIndex(isMark(closing));
  if (first === -1 || last < first) return text;
  const kept = notOurs(lines.slice(first + 1, last), agent);
  // The empty line before the block came with it.
  const isGap = kept.length === 0 && lines[first - 1]?.trim() === '';
  const made = [...lines.slice(0, isGap ? first - 1 : first), ...kept, ...lines.slice(last + 1)].join('');
  if (isDeepStrictEqual(withoutOurs(configIn(text), agent), withoutOurs(configIn(made), agent))) return made;
  throw new Refusal('the block of Triage Inbox in it was changed by hand; remove it by hand too');
}

/** The tables between the marks that are not ours: a group goes with its only handler, which follows it. */
function notOurs(lines: readonly string[], agent: AgentName): string[] {
  const tables = lines.join('').split(/^(?=[ \t]*\[)/m);
  const isOurTable = (table: string | undefined) =>
    /^\[\[hooks\.\w+\.hooks\]\]/.test(table ?? '') && isOurs(handlerIn(table ?? ''), agent);
  const kept = tables.filter(
    (table, index) =>
      table.trim() !== '' &&
      !isOurTable(table) &&
      !(/^\[\[hooks\.\w+\]\]/.test(table) && isOurTable(tables[index + 1])),
  );
  return kept
    .join('')
    .split(/(?<=\n)/)
    .filter((line) => line !== '');
}

function handlerIn(table: string): unknown {
  try {
    return parse(table.slice(table.indexOf('\n') + 1));
  } catch {
    return undefined;
  }
}

/** The configuration as it would be without us, for comparing. */
function withoutOurs(config: Config, agent: AgentName): unknown {
  const groupsOf = (groups: unknown) =>
    Array.isArray(groups)
      ? groups.filter(
          (group) => !(Array.isArray(group?.hooks) && group.hooks.some((one: unknown) => isOurs(one, agent))),
        )
      : groups;
  const hooks = Object.entries(config.hooks ?? {})
    .map(([event, groups]) => [event, groupsOf(groups)] as const)
    .filter(([, groups]) => !Array.isArray(groups) || groups.length > 0);
  const { hooks: _hooks, ...others } = config;
  return { ...others, ...(hooks.length === 0 ? {} : { hooks: Object.fromEntries(hooks) }) };
}
