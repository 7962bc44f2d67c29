import { type Fault, fault } from '#shared/protocol/error';
import { isObject } from '#shared/protocol/json-shape';
import { fail, ok, type Result } from '#shared/result';
import type { Answer, StoredNotification } from '../store/notifications.ts';
import type { Service } from '../store/services.ts';
import { parseCallbackUrl } from './callback-url.ts';
import {
  defaultTemplate,
  type Facts,
  fillTemplate,
  type Resume,
  type ResumeSetting,
  templateFault,
} from './resume-template.ts';

/** The largest body that a template may come to before the answer is in it, bytes. */
const maxFilledBytes = 1024 * 1024;

const outside = (path: string, message: string) => fail(fault('CONSTRAINT_VIOLATION', message, { path }));

/**
 * Reads the `resume` of a registration or of a change to a service: `{ "url", "template" }`, both optional; null is none.
 * Faults: MALFORMED_REQUEST, CONSTRAINT_VIOLATION.
 */
export function parseResumeSetting(value: unknown, onLoopback: boolean): Result<ResumeSetting | null, Fault> {
  if (value === undefined || value === null) return ok(null);
  const parts = parseParts(value, onLoopback);
  if (!parts.ok) return parts;
  const { url = null, template } = parts.value;
  const wrong = template === undefined ? undefined : templateFault(template, undefined, 'resume.template');
  return wrong ? fail(wrong) : ok({ url, template });
}

/**
 * Where the answer of a notification that is being sent is to go: its own extension field `resume`, completed by what its
 * service has set. Undefined is nowhere. Faults: MALFORMED_REQUEST, CONSTRAINT_VIOLATION with the path of what is wrong.
 */
export function resumeFor(
  wire: { resume?: unknown; context: Record<string, unknown> },
  service: Service,
  onLoopback: boolean,
): Result<Resume | undefined, Fault> {
  const own = parseParts(wire.resume ?? {}, onLoopback);
  if (!own.ok) return own;
  const url = own.value.url ?? service.resume?.url ?? undefined;
  if (url === undefined) {
    return wire.resume === undefined ? ok(undefined) : outside('resume.url', 'There is no URL to resume.');
  }
  const template = own.value.template ?? service.resume?.template ?? defaultTemplate;
  const metadata = isObject(wire.context.metadata) ? wire.context.metadata : {};
  const wrong = templateFault(template, metadata, 'resume.template');
  if (wrong) return fail(wrong);
  const unanswered = { notification_id: '', action_id: '', response_data: null, responded_at: '', metadata };
  if (Buffer.byteLength(JSON.stringify(fillTemplate(template, unanswered))) > maxFilledBytes) {
    return outside('resume.template', `What a template comes to has at most ${maxFilledBytes} bytes.`);
  }
  return ok({ url, template });
}

function parseParts(value: unknown, onLoopback: boolean): Result<{ url?: string; template?: unknown }, Fault> {
  if (!isObject(value)) {
    return fail(fault('MALFORMED_REQUEST', 'The field "resume" must be an object.', { path: 'resume' }));
  }
  const { url, template } = value;
  const rest = template === undefined || template === null ? {} : { template };
  if (url === undefined || url === null) return ok(rest);
  if (typeof url !== 'string' || url.length > 2048) {
    return outside('resume.url', 'The resume URL must be a string of at most 2048 characters.');
  }
  const parsed = parseCallbackUrl(url, onLoopback, 'resume URL');
  return parsed.ok ? ok({ url, ...rest }) : outside('resume.url', parsed.error);
}

/** The bytes that are posted to a resume URL, made once when the answer is recorded. */
export function resumeBody({ template }: Resume, { id, body }: StoredNotification, answer: Answer): Buffer {
  const facts: Facts = {
    notification_id: id,
    action_id: answer.action_id,
    response_data: answer.response_data ?? null,
    responded_at: answer.responded_at,
    metadata: isObject(body.context.metadata) ? body.context.metadata : {},
  };
  return Buffer.from(JSON.stringify(fillTemplate(template, facts)), 'utf8');
}
