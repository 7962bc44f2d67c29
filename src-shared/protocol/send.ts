import type { z } from 'zod';
import { fail, ok, type Result } from '../result.ts';
import { Action, isResponseType, wireResponseType } from './action.ts';
import { checkAttachments } from './attachment-rules.ts';
import { type Fault, fault } from './error.ts';
import { isUuidV4, type NotificationId } from './ids.ts';
import { formatInstant, parseInstant } from './instant.ts';
import { isObject, nestsDeeperThan } from './json-shape.ts';
import { isReadableVersion } from './notification.ts';

/** How deep a sent notification may nest, and the largest one in bytes (section 18). */
export const maxNesting = 100;
export const maxNotificationBytes = 900 * 1024;

/**
 * A notification that a service may send, checked and brought to its wire form. `wire` is what clients will get but
 * for `service`, `status` and, when the sender left them out, `id` and `timestamp`; unknown fields are kept in it.
 * `deadline` is in milliseconds since 1970.
 */
export type NotificationDraft = {
  id: NotificationId | undefined;
  deadline: number | undefined;
  project: string | undefined;
  wire: Record<string, unknown> & { context: Record<string, unknown>; actions: Record<string, unknown>[] };
};

/**
 * Checks the body of `POST /api/v1/notifications` (sections 5.3, 10, 11, 18, 19). `sender` is the service whose key was
 * used and `now` the server's time in ms. Returns the draft, or the first fault in the order of section 5.3 with the
 * path of the field in `details.path`.
 */
export function parseSend(body: unknown, sender: string, now: number): Result<NotificationDraft, Fault> {
  if (!isObject(body)) return fail(fault('MALFORMED_REQUEST', 'The body must be a JSON object.'));
  if (nestsDeeperThan(body, maxNesting)) {
    return fail(fault('MALFORMED_REQUEST', `The body nests deeper than ${maxNesting} levels.`));
  }
  const wire = withoutNulls(liftFlatForm(body));
  const found =
    missingField(wire) ?? wrongType(wire) ?? headFault(wire, sender) ?? actionsFault(wire.actions as unknown[]);
  if (found) return fail(found);
  const checked = wire as NotificationDraft['wire'];
  const outside = valueFault(checked, now);
  if (outside) return fail(outside);
  return ok(draftOf(checked));
}

const lifted = ['title', 'description', 'project', 'metadata', 'attachments'] as const;

/** The flat form of the tutorial's object: top-level fields move into `context` when there is none (section 19). */
function liftFlatForm(body: Record<string, unknown>): Record<string, unknown> {
  if (body.context !== undefined && body.context !== null) return body;
  if (!lifted.some((name) => name in body)) return body;
  const rest = Object.entries(body).filter(([name]) => !(lifted as readonly string[]).includes(name));
  const context = lifted.flatMap((name) => (name in body ? [[name, body[name]] as const] : []));
  return { ...Object.fromEntries(rest), context: Object.fromEntries(context) };
}

/** Missing and null are equal for optional fields (section 4): top level and context lose their nulls. */
function withoutNulls(body: Record<string, unknown>): Record<string, unknown> {
  const kept = (value: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(value).filter(([name, v]) => v !== null && name !== '__proto__'));
  const top = kept(body);
  return isObject(top.context) ? { ...top, context: kept(top.context) } : top;
}

function missing(path: string): Fault {
  return fault('MISSING_REQUIRED_FIELD', `The field "${path}" is required.`, { path });
}

function missingField(wire: Record<string, unknown>): Fault | undefined {
  if (wire.context === undefined) return missing('context');
  if (isObject(wire.context)) {
    if (wire.context.title === undefined) return missing('context.title');
    if (wire.context.description === undefined) return missing('context.description');
  }
  const untyped = attachmentsOf(wire).findIndex((one) => isObject(one) && (one.type ?? null) === null);
  if (untyped !== -1) return missing(`context.attachments.${untyped}.type`);
  if (wire.actions === undefined) return missing('actions');
  if (!Array.isArray(wire.actions)) return undefined;
  for (const [index, action] of wire.actions.entries()) {
    if (!isObject(action)) continue;
    for (const name of ['id', 'label', 'response_type']) {
      if (action[name] === undefined || action[name] === null) return missing(`actions.${index}.${name}`);
    }
  }
  return undefined;
}

function attachmentsOf(wire: Record<string, unknown>): unknown[] {
  const sent = isObject(wire.context) ? wire.context.attachments : undefined;
  return Array.isArray(sent) ? sent : [];
}

type JsonType = 'string' | 'object' | 'array';
const types: readonly [path: string, type: JsonType][] = [
  ['id', 'string'],
  ['version', 'string'],
  ['timestamp', 'string'],
  ['deadline', 'string'],
  ['status', 'string'],
  ['service', 'object'],
  ['context', 'object'],
  ['context.title', 'string'],
  ['context.description', 'string'],
  ['context.project', 'string'],
  ['context.metadata', 'object'],
  ['context.attachments', 'array'],
  ['actions', 'array'],
];

function wrongType(wire: Record<string, unknown>): Fault | undefined {
  for (const [path, type] of types) {
    const value = path.split('.').reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), wire);
    if (value === undefined) continue;
    const right = type === 'array' ? Array.isArray(value) : type === 'object' ? isObject(value) : typeof value === type;
    if (!right) return mustBe(path, type);
  }
  for (const [index, attachment] of attachmentsOf(wire).entries()) {
    const path = `context.attachments.${index}`;
    if (!isObject(attachment)) return mustBe(path, 'object');
    if (typeof attachment.type !== 'string') return mustBe(`${path}.type`, 'string');
  }
  return undefined;
}

function mustBe(path: string, type: JsonType): Fault {
  const message = `The field "${path}" must be ${type === 'string' ? 'a' : 'an'} ${type}.`;
  return fault('MALFORMED_REQUEST', message, { path });
}

function headFault(wire: Record<string, unknown>, sender: string): Fault | undefined {
  if (wire.version !== undefined && !isReadableVersion(wire.version as string)) {
    return fault('UNSUPPORTED_VERSION', 'This server speaks version 1.0.', { path: 'version' });
  }
  if (wire.status !== undefined && wire.status !== 'created') {
    return fault('INVALID_STATUS', 'A notification is sent with status "created" or with none.', { path: 'status' });
  }
  const claimed = isObject(wire.service) ? wire.service.id : undefined;
  if (claimed !== undefined && claimed !== sender) {
    return fault('SERVICE_NOT_OWNER', 'The field "service.id" names another service than the key does.', {
      path: 'service.id',
    });
  }
  return undefined;
}

function actionsFault(actions: unknown[]): Fault | undefined {
  const seen = new Set<unknown>();
  for (const [index, action] of actions.entries()) {
    const path = `actions.${index}`;
    if (!isObject(action)) return fault('MALFORMED_ACTION', `"${path}" must be an object.`, { path });
    const type = action.response_type;
    if (typeof type !== 'string' || !isResponseType(wireResponseType(type))) {
      return fault('INVALID_RESPONSE_TYPE', `"${path}.response_type" is not a response type this server knows.`, {
        path: `${path}.response_type`,
        response_type: type,
      });
    }
  }
  for (const [index, action] of actions.entries()) {
    const sent = action as Record<string, unknown>;
    const parsed = Action.safeParse({ ...sent, response_type: wireResponseType(sent.response_type as string) });
    if (!parsed.success) return malformedAction(index, parsed.error);
    if (seen.has(sent.id)) {
      const path = `actions.${index}.id`;
      return fault('MALFORMED_ACTION', `Two actions have the id "${String(sent.id)}".`, { path });
    }
    seen.add(sent.id);
  }
  return undefined;
}

function malformedAction(index: number, error: z.ZodError): Fault {
  const issue = error.issues[0];
  const path = ['actions', index, ...(issue?.path ?? [])].map(String).join('.');
  return fault('MALFORMED_ACTION', `"${path}": ${issue?.message ?? 'not a valid action'}.`, { path });
}

function valueFault(wire: NotificationDraft['wire'], now: number): Fault | undefined {
  const outside = (path: string, message: string) => fault('CONSTRAINT_VIOLATION', message, { path });
  if (wire.id !== undefined && !isUuidV4(wire.id as string)) return outside('id', 'The field "id" must be a UUID v4.');
  if ((wire.context.title as string).trim() === '') return outside('context.title', 'The title must not be empty.');
  if (wire.actions.length === 0) return outside('actions', 'A notification needs at least one action.');
  if (wire.timestamp !== undefined && parseInstant(wire.timestamp as string) === undefined) {
    return outside('timestamp', 'The field "timestamp" must be an ISO 8601 time.');
  }
  if (wire.deadline !== undefined) {
    const deadline = parseInstant(wire.deadline as string);
    if (deadline === undefined) return outside('deadline', 'The field "deadline" must be an ISO 8601 time.');
    if (deadline <= now)
      return outside('deadline', `The deadline must be in the future; the server's time is ${formatInstant(now)}.`);
  }
  return checkAttachments(wire.context.attachments as Record<string, unknown>[] | undefined);
}

function draftOf(wire: NotificationDraft['wire']): NotificationDraft {
  const deadline = wire.deadline === undefined ? undefined : parseInstant(wire.deadline as string);
  const id = (wire.id as string | undefined)?.toLowerCase() as NotificationId | undefined;
  return {
    id,
    deadline,
    project: wire.context.project as string | undefined,
    wire: {
      ...wire,
      version: wire.version ?? '1.0',
      ...(id === undefined ? {} : { id }),
      ...(deadline === undefined ? {} : { deadline: formatInstant(deadline) }),
      ...(wire.timestamp === undefined ? {} : { timestamp: inUtc(wire.timestamp) }),
      actions: wire.actions.map(wireAction),
    },
  };
}

/** Emits times in UTC with `Z` (section 4) and the wire spelling of `datetime` (11.8). */
function wireAction(action: Record<string, unknown>): Record<string, unknown> {
  const response_type = wireResponseType(action.response_type as string);
  if (response_type !== 'datetime' || !isObject(action.constraints)) return { ...action, response_type };
  const { min, max, ...rest } = action.constraints;
  const bounds = { ...(min ? { min: inUtc(min) } : {}), ...(max ? { max: inUtc(max) } : {}) };
  return { ...action, response_type, constraints: { ...rest, ...bounds } };
}

function inUtc(text: unknown): unknown {
  const at = typeof text === 'string' ? parseInstant(text) : undefined;
  return at === undefined ? text : formatInstant(at);
}
