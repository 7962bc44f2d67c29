import { decodedBytes, isBase64, maxInlineBytes } from '#shared/protocol/attachment-rules';
import type { Attachment } from '#shared/protocol/notification';
import { fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';

/** Endings for what agents send most; anything else is saved without one that could make it run. */
const endings: Record<string, string> = {
  'text/plain': '.txt',
  'text/markdown': '.md',
  'text/csv': '.csv',
  'text/x-diff': '.diff',
  'application/json': '.json',
  'application/pdf': '.pdf',
  'application/zip': '.zip',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
};

/** Decodes an attachment's inline bytes. */
export function attachmentBytes({ data }: Attachment): Result<Buffer> {
  const unreadable = { code: 'attachment/unreadable', message: words.decisions.attachmentUnreadable } as const;
  if (data === undefined || !isBase64(data) || decodedBytes(data) > 4 * maxInlineBytes) return fail(unreadable);
  return ok(Buffer.from(data, 'base64'));
}

/** A file name to offer for an attachment: from its caption, without anything that leads elsewhere or hides. */
export function suggestedName({ description, type }: Attachment, index: number): string {
  const plain = (description ?? '')
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._ -]/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80);
  const ending = endings[type.split(';')[0]?.trim().toLowerCase() ?? ''] ?? '.bin';
  const name = plain === '' ? `attachment-${index + 1}` : plain;
  return name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`;
}
