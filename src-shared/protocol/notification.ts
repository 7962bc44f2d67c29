import { z } from 'zod';
import { words } from '../words/words.ts';
import { Action, isResponseType, wireResponseType } from './action.ts';
import { type ActionId, NotificationId, ServiceId } from './ids.ts';
import { isObject } from './json-shape.ts';
import { Status } from './lifecycle.ts';
import { Response, StatusUpdate } from './response.ts';

/** An action that this client cannot offer: an unknown response type, or one that contradicts itself (11.9). */
export type UnanswerableAction = {
  id: ActionId;
  label: string;
  flags: string[];
  response_type: 'unanswerable';
  sent_as: string;
  because: 'unknown-type' | 'malformed';
};

// An id that is too long to answer with is still something to show.
const LooseAction = z.object({
  id: z.string().min(1),
  label: z.string().catch(''),
  flags: z.array(z.string()).catch([]),
  response_type: z.string().catch('none'),
});

/** What a foreign server may send and we still understand: guide dialect (section 19) and labels left out (11.2). */
function readLeniently(raw: unknown): unknown {
  if (!isObject(raw)) return raw;
  const action: Record<string, unknown> = { ...raw };
  if (typeof action.response_type !== 'string') return action;
  action.response_type = wireResponseType(action.response_type);
  if (action.response_type === 'select')
    action.response_type = allowsSeveral(action.constraints) ? 'multi_choice' : 'choice';
  if (action.response_type === 'binary') {
    const { true_label, false_label } = isObject(action.options) ? action.options : {};
    action.options = { true_label: true_label || words.answers.yes, false_label: false_label || words.answers.no };
  }
  return action;
}

function allowsSeveral(constraints: unknown): boolean {
  if (!isObject(constraints)) return false;
  const { multiple, min_selections: min, max_selections: max } = constraints;
  return typeof max === 'number' ? max > 1 : typeof min === 'number' || multiple === true;
}

/** Reads an action as a client does: every action becomes something to show, none is dropped (11.9). */
export const OfferedAction = z.unknown().transform((raw, context): Action | UnanswerableAction => {
  const known = Action.safeParse(readLeniently(raw));
  if (known.success) return known.data;
  const loose = LooseAction.safeParse(raw);
  if (!loose.success) {
    context.addIssue({ code: 'custom', message: 'an action needs an id' });
    return z.NEVER;
  }
  const { label, flags, response_type } = loose.data;
  const id = loose.data.id as ActionId;
  const because = isResponseType(wireResponseType(response_type)) ? 'malformed' : 'unknown-type';
  return { id, label: label || id, flags, response_type: 'unanswerable', sent_as: response_type, because };
});
export type OfferedAction = z.infer<typeof OfferedAction>;

/** Evidence sent along: exactly one of `uri` and `data` (Base64) when it is readable (sections 10 and 18). */
export const Attachment = z.object({
  type: z.string().catch('application/octet-stream'),
  description: z.string().optional().catch(undefined),
  uri: z.string().optional().catch(undefined),
  data: z.string().optional().catch(undefined),
});
export type Attachment = z.infer<typeof Attachment>;

/** Stands in for an attachment that is none, so that the others keep their places. */
const unreadable: Attachment = {
  type: 'application/octet-stream',
  description: undefined,
  uri: undefined,
  data: undefined,
};

const optionalText = z.string().optional().catch(undefined);

/**
 * A notification as a client reads it from any server (section 10). Only the id must be right; whatever else is
 * missing or odd gets a harmless stand-in, so that one faulty field never hides a question from the person.
 */
export const Notification = z.object({
  id: NotificationId,
  version: z.union([z.string(), z.number().transform(String)]).catch('1.0'),
  timestamp: optionalText,
  deadline: optionalText,
  service: z
    .object({ id: ServiceId, name: z.string().catch(''), icon: optionalText })
    .catch(() => ({ id: 'unknown' as ServiceId, name: words.answers.unknownService, icon: undefined })),
  context: z
    .object({
      title: z.string().catch(''),
      description: z.string().catch(''),
      project: optionalText,
      metadata: z.record(z.string(), z.unknown()).catch({}),
      attachments: z.array(Attachment.catch(unreadable)).catch([]),
    })
    .catch({ title: '', description: '', project: undefined, metadata: {}, attachments: [] }),
  actions: z.array(z.unknown()).catch([]).transform(readActions),
  status: z.string().catch('created').transform(asStatus),
  response: Response.optional().catch(undefined),
  /** Our server's extension: the change that brought it to its status, so that a client that was away learns when and why. */
  status_update: StatusUpdate.optional().catch(undefined),
});
export type Notification = z.infer<typeof Notification>;

function readActions(raw: unknown[]): OfferedAction[] {
  const actions = raw.flatMap((one) => {
    const action = OfferedAction.safeParse(one);
    return action.success ? [action.data] : [];
  });
  const seen = new Set<string>();
  const shared = new Set(actions.map(({ id }) => id).filter((id) => seen.has(id) || !seen.add(id)));
  return actions.map((action) => (shared.has(action.id) ? ambiguous(action) : action));
}

/** An action whose id another one has too: an answer could not say which of them was read (guarantees.md 2). */
function ambiguous(action: OfferedAction): UnanswerableAction {
  if (action.response_type === 'unanswerable') return action;
  const { id, label, flags, response_type } = action;
  return { id, label, flags, response_type: 'unanswerable', sent_as: response_type, because: 'malformed' };
}

/** An unknown state is read as closed until the server says otherwise (20.14). */
function asStatus(text: string): Status {
  const known = Status.safeParse(text);
  return known.success ? known.data : 'invalidated';
}

/** Whether this client understands a notification's version: any 1.x (section 17). Others are shown read-only. */
export function isReadableVersion(version: string): boolean {
  return /^1(\.|$)/.test(version);
}
