import { type Fault, fault } from './error.ts';

/** The limits of section 18: attachments per notification, and decoded inline bytes in all of them together. */
export const maxAttachments = 10;
export const maxInlineBytes = 512 * 1024;

// One loop over one class and nothing repeated inside it: a text of any length needs no stack.
const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Whether text is Base64 in the standard alphabet with padding (section 10). */
export function isBase64(text: string): boolean {
  return text.length % 4 === 0 && base64.test(text);
}

/** How many bytes a Base64 text holds. */
export function decodedBytes(text: string): number {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return (text.length / 4) * 3 - padding;
}

/** Checks the attachments of a notification that is being sent, each of which has a type (section 18); returns the first fault. */
export function checkAttachments(attachments: Record<string, unknown>[] | undefined): Fault | undefined {
  if (attachments === undefined) return undefined;
  if (attachments.length > maxAttachments) {
    const message = `A notification carries at most ${maxAttachments} attachments.`;
    return fault('PAYLOAD_TOO_LARGE', message, { path: 'context.attachments', limit: maxAttachments });
  }
  let inline = 0;
  for (const [index, attachment] of attachments.entries()) {
    const found = attachmentFault(attachment, `context.attachments.${index}`);
    if (found) return found;
    if (typeof attachment.data === 'string') inline += decodedBytes(attachment.data);
  }
  if (inline <= maxInlineBytes) return undefined;
  const message = `Inline attachments hold at most ${maxInlineBytes} bytes together; use "uri" for larger ones.`;
  return fault('PAYLOAD_TOO_LARGE', message, { path: 'context.attachments', limit: maxInlineBytes });
}

function attachmentFault(attachment: Record<string, unknown>, path: string): Fault | undefined {
  const outside = (at: string, message: string) => fault('CONSTRAINT_VIOLATION', message, { path: at });
  const uri = attachment.uri ?? undefined;
  const data = attachment.data ?? undefined;
  if ((uri === undefined) === (data === undefined))
    return outside(path, `"${path}" needs exactly one of "uri" and "data".`);
  if (uri !== undefined && typeof uri !== 'string') return outside(`${path}.uri`, `"${path}.uri" must be a string.`);
  if (data !== undefined && (typeof data !== 'string' || !isBase64(data))) {
    return outside(`${path}.data`, `"${path}.data" must be Base64 with padding.`);
  }
  return undefined;
}
