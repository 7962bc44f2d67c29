import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type AgentName, type HookEntry, isOurs } from './hook-entries.ts';
import { appended, type Container, type JsonNode, nodesOf, without } from './json-text.ts';
import { Refusal } from './refusal.ts';

const Settings = z.looseObject({ hooks: z.record(z.string(), z.array(z.unknown())).optional() });
const Group = z.looseObject({ hooks: z.array(z.unknown()) });

/** The settings as the agent reads them. Throws a `Refusal` when they cannot be read, or hold hooks of another shape. */
function settingsIn(text: string): z.infer<typeof Settings> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('it is not valid JSON');
  }
  const settings = Settings.safeParse(value);
  if (settings.success) return settings.data;
  throw new Refusal('its "hooks" are not lists by event');
}

/** The text with our hooks in it; the text itself when they are there already. */
export function withJsonHooks(text: string | undefined, entries: readonly HookEntry[], agent: AgentName): string {
  const start = text === undefined || text.trim() === '' ? '{}\n' : text;
  if (areThere(settingsIn(start), entries, agent)) return start;
  let made = withoutJsonHooks(start, agent);
  for (const { event, group } of entries) {
    const root = objectIn(nodesOf(made));
    const hooks = memberOf(root, 'hooks');
    const list = hooks && memberOf(objectIn(hooks), event);
    if (!hooks) made = appended(made, root, { [event]: [group] }, 'hooks');
    else if (list?.kind !== 'array') made = appended(made, objectIn(hooks), [group], event);
    else made = appended(made, list, group);
  }
  return made;
}

/** The text without our hooks, and without the lists that only they were in. Everything else stays as it is, byte for byte. */
export function withoutJsonHooks(text: string, agent: AgentName): string {
  let made = text;
  for (;;) {
    const next = withoutOne(made, settingsIn(made), agent);
    if (next === undefined) return made;
    made = next;
  }
}

function withoutOne(text: string, { hooks = {} }: z.infer<typeof Settings>, agent: AgentName): string | undefined {
  for (const [event, groups] of Object.entries(hooks)) {
    for (const [index, raw] of groups.entries()) {
      const handlers = Group.safeParse(raw).data?.hooks ?? [];
      const place = handlers.findIndex((handler) => isOurs(handler, agent));
      if (place !== -1) return cut(text, event, index, place);
    }
  }
  return undefined;
}

/** Removes one handler, and each container that becomes empty by that, from the inside out. */
function cut(text: string, event: string, index: number, place: number): string {
  const root = objectIn(nodesOf(text));
  const hooks = objectIn(memberOf(root, 'hooks'));
  const groups = memberOf(hooks, event);
  const group = groups?.kind === 'array' ? groups.items[index] : undefined;
  const handlers = memberOf(objectIn(group), 'hooks');
  if (handlers?.kind !== 'array' || groups?.kind !== 'array') return text;
  if (handlers.items.length > 1) return without(text, handlers, place);
  if (groups.items.length > 1) return without(text, groups, index);
  const [holder, key]: [Extract<Container, { kind: 'object' }>, string] =
    hooks.members.length > 1 ? [hooks, event] : [root, 'hooks'];
  return without(
    text,
    holder,
    holder.members.findLastIndex((member) => member.key === key),
  );
}

function areThere({ hooks = {} }: z.infer<typeof Settings>, entries: readonly HookEntry[], agent: AgentName): boolean {
  const ours = Object.entries(hooks).flatMap(([event, groups]) =>
    groups
      .filter((group) => Group.safeParse(group).data?.hooks.some((handler) => isOurs(handler, agent)))
      .map((group) => ({ event, group })),
  );
  const isWanted = (one: unknown) => entries.some((entry) => isDeepStrictEqual(entry, one));
  return ours.length === entries.length && ours.every(isWanted);
}

function objectIn(node: JsonNode | undefined): Extract<Container, { kind: 'object' }> {
  if (node?.kind === 'object') return node;
  throw new Error('The settings were read otherwise before.');
}

/** The last one counts where a key stands twice, as for every reader of JSON. */
function memberOf(node: Extract<Container, { kind: 'object' }>, key: string): JsonNode | undefined {
  return node.members.findLast((member) => member.key === key)?.value;
}
