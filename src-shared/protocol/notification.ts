import { z } from 'zod';
import { Action, isResponseType, wireResponseType } from './action.ts';
import { ActionId, NotificationId, ServiceId } from './ids.ts';
import { Status } from './lifecycle.ts';
import { Response } from './response.ts';

/** An action that this client cannot offer: an unknown response type, or one that contradicts itself (11.9). */
export type UnanswerableAction = {
  id: ActionId;
  label: string;
  flags: string[];
  response_type: 'unanswerable';
  sent_as: string;
  because: 'unknown-type' | 'malformed';
};

const LooseAction = z.object({
  id: ActionId,
  label: z.string().catch(''),
  flags: z.array(z.string()).catch([]),
  response_type: z.string().catch('none'),
});

/** What a foreign server may send and we still understand: guide dialect (section 19) and labels left out (11.2). */
function readLeniently(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  const action: Record<string, unknown> = { ...raw };
  if (typeof action.response_type !== 'string') return action;
  action.response_type = wireResponseType(action.response_type);
  if (action.response_type === 'select')
    action.response_type = allowsSeveral(action.constraints) ? 'multi_choice' : 'choice';
  if (action.response_type === 'binary')
    action.options = { true_label: 'Yes', false_label: 'No', ...(action.options ?? {}) };
  return action;
}

function allowsSeveral(constraints: unknown): boolean {
  if (typeof constraints !== 'object' || constraints === null) return false;
  return 'max_selections' in constraints || 'min_selections' in constraints || 'multiple' in constraints;
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
  const { id, label, flags, response_type } = loose.data;
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

const optionalText = z.string().optional().catch(undefined);

/**
 * A notification as a client reads it from any server (section 10). Only the id must be right; whatever else is
 * missing or odd gets a harmless stand-in, so that one faulty field never hides a question from the person.
 */
export const Notification = z.object({
  id: NotificationId,
  version: z.string().catch('1.0'),
  timestamp: optionalText,
  deadline: optionalText,
  service: z
    .object({ id: ServiceId, name: z.string().catch(''), icon: optionalText })
    .catch({ id: 'unknown' as ServiceId, name: 'Unknown service', icon: undefined }),
  context: z
    .object({
      title: z.string().catch(''),
      description: z.string().catch(''),
      project: optionalText,
      metadata: z.record(z.string(), z.unknown()).catch({}),
      attachments: z.array(Attachment).catch([]),
    })
    .catch({ title: '', description: '', project: undefined, metadata: {}, attachments: [] }),
  actions: z.array(z.unknown()).catch([]).transform(readActions),
  status: z.string().catch('created').transform(asStatus),
  response: Response.optional().catch(undefined),
});
export type Notification = z.infer<typeof Notification>;

function readActions(raw: unknown[]): OfferedAction[] {
  return raw.flatMap((one) => {
    const action = OfferedAction.safeParse(one);
    return action.success ? [action.data] : [];
  });
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
