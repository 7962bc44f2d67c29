import { z } from 'zod';
import { type Fault, fault } from '#shared/protocol/error';
import { isObject, nestsDeeperThan } from '#shared/protocol/json-shape';

/** Where an answer is posted, and the JSON that is posted once its placeholders are filled. */
export const Resume = z.object({ url: z.string(), template: z.unknown() });
export type Resume = z.infer<typeof Resume>;

/** What a service has set for all its notifications: they may name the URL themselves. */
export const ResumeSetting = z.object({ url: z.string().nullable(), template: z.unknown() });
export type ResumeSetting = z.infer<typeof ResumeSetting>;

/** What a placeholder can stand for. */
export type Facts = {
  notification_id: string;
  action_id: string;
  response_data: unknown;
  responded_at: string;
  metadata: Record<string, unknown>;
};

const names = ['notification_id', 'action_id', 'response_data', 'responded_at', 'metadata'] as const;

/** What is posted where no template is named. */
export const defaultTemplate = Object.fromEntries(names.map((name) => [name, `{{${name}}}`]));

const placeholder = /^\{\{\s*([^{}]*?)\s*\}\}$/;
const maxTemplateBytes = 16 * 1024;
const maxDepth = 20;
const mostPlaceholders = 32;

/**
 * Checks a template before anything is kept. A placeholder is a whole string, so what it stands for is put in its place as a
 * JSON value and can become neither text nor structure around it. With `metadata`, the paths into it must lead somewhere.
 * Fault: CONSTRAINT_VIOLATION with the path of the string at fault, below `path`.
 */
export function templateFault(
  template: unknown,
  metadata: Record<string, unknown> | undefined,
  path: string,
): Fault | undefined {
  const wrong = (at: string, message: string) => fault('CONSTRAINT_VIOLATION', message, { path: at });
  if (nestsDeeperThan(template, maxDepth)) return wrong(path, `A template nests at most ${maxDepth} levels deep.`);
  if (Buffer.byteLength(JSON.stringify(template)) > maxTemplateBytes) {
    return wrong(path, `A template has at most ${maxTemplateBytes} bytes.`);
  }
  let count = 0;
  const look = (value: unknown, at: string): Fault | undefined => {
    if (typeof value === 'string') {
      if (!value.includes('{{')) return undefined;
      const [, name] = placeholder.exec(value) ?? [];
      if (name === undefined) return wrong(at, 'A placeholder must be the whole string.');
      if (!isKnown(name, metadata)) return wrong(at, `There is nothing called "${name.slice(0, 80)}" to put here.`);
      count += 1;
      return count > mostPlaceholders
        ? wrong(at, `A template has at most ${mostPlaceholders} placeholders.`)
        : undefined;
    }
    if (typeof value !== 'object' || value === null) return undefined;
    for (const [key, child] of Object.entries(value)) {
      if (key.includes('{{')) return wrong(`${at}.${key}`, 'The name of a field cannot hold a placeholder.');
      const found = look(child, `${at}.${key}`);
      if (found) return found;
    }
    return undefined;
  };
  return look(template, path);
}

function isKnown(name: string, metadata: Record<string, unknown> | undefined): boolean {
  if ((names as readonly string[]).includes(name)) return true;
  const [first, ...steps] = name.split('.');
  if (first !== 'metadata' || steps.includes('')) return false;
  return metadata === undefined || valueAt(metadata, steps) !== undefined;
}

/** Puts the facts in the place of their placeholders. The template was checked before; nothing found is null. */
export function fillTemplate(template: unknown, facts: Facts): unknown {
  if (typeof template === 'string') {
    const [, name] = placeholder.exec(template) ?? [];
    return name === undefined ? template : (valueAt(facts, name.split('.')) ?? null);
  }
  if (Array.isArray(template)) return template.map((one) => fillTemplate(one, facts));
  if (!isObject(template)) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fillTemplate(value, facts)]));
}

/** Walks own fields and places of lists only: nothing inherited is a fact. */
function valueAt(root: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((at, step) => {
    if (Array.isArray(at)) return /^\d{1,6}$/.test(step) ? at[Number(step)] : undefined;
    return isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }, root);
}
