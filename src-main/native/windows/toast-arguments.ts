import { z } from 'zod';
import type { NoteActivation } from '#shared/native/native-note';
import { unreachable } from '#shared/result';

/**
 * What Windows keeps with a part of a toast and hands back when that part is used, maybe days later and to a new
 * process. `type` is read by Electron too.
 */
export type ToastPart =
  | { type: 'click'; tag: string }
  | { type: 'action'; tag: string; button: string }
  | { type: 'reply'; tag: string; reply: string }
  | { type: 'selection'; tag: string; selection: string };

/** The ids of the inputs of a toast. */
export const replyInput = 'reply';
export const selectionInput = 'selection';

const Fields = z.object({
  type: z.enum(['click', 'action', 'reply', 'selection']),
  nonce: z.string(),
  note: z.string(),
  part: z.string().optional(),
});

export function writeToastArguments(nonce: string, part: ToastPart): string {
  const head = { type: part.type, nonce, note: encode(part.tag) };
  switch (part.type) {
    case 'click':
      return joined(head);
    case 'action':
      return joined({ ...head, part: encode(part.button) });
    case 'reply':
      return joined({ ...head, part: encode(part.reply) });
    case 'selection':
      return joined({ ...head, part: encode(part.selection) });
    default:
      return unreachable(part);
  }
}

const Activation = z.object({
  arguments: z.string(),
  reply: z.string().optional(),
  userInputs: z.record(z.string(), z.string()).optional(),
});

/** What a person did with a toast of this installation; undefined for what is not ours or does not say enough. */
export function readToastActivation(
  nonce: string,
  details: unknown,
): { tag: string; activation: NoteActivation } | undefined {
  const raw = Activation.safeParse(details).data;
  const fields = raw && Fields.safeParse(Object.fromEntries(new URLSearchParams(raw.arguments))).data;
  if (!fields || fields.nonce !== nonce) return undefined;
  const activation = activationOf(fields, raw);
  return activation && { tag: decode(fields.note), activation };
}

function activationOf(
  { type, part }: z.infer<typeof Fields>,
  { reply, userInputs = {} }: z.infer<typeof Activation>,
): NoteActivation | undefined {
  if (type === 'click') return { kind: 'open' };
  if (part === undefined) return undefined;
  const id = decode(part);
  switch (type) {
    case 'action':
      return { kind: 'button', id };
    case 'reply':
      return { kind: 'reply', id, text: userInputs[replyInput] ?? reply ?? '' };
    case 'selection': {
      const option = userInputs[selectionInput];
      return option === undefined || option === ''
        ? { kind: 'open' }
        : { kind: 'selection', id, option: decode(option) };
    }
    default:
      return unreachable(type);
  }
}

/** Of the characters that XML and the pairs of the arguments leave alone. */
export function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}

function decode(text: string): string {
  return Buffer.from(text, 'base64url').toString('utf8');
}

function joined(fields: Record<string, string>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}
