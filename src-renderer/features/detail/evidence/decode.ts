import { isBase64 } from '#shared/protocol/attachment-rules';
import type { Attachment } from '#shared/protocol/notification';
import { fail, ok, type Result } from '#shared/result';
import { number } from '#shared/words/plural';
import { words } from '#shared/words/words';

/** What the app makes of an attachment's type. Everything that could run or load stays text (guarantees.md 2). */
export type Kind = 'image' | 'markdown' | 'json' | 'csv' | 'text' | 'other';

const imageTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
const textTypes =
  /^(text\/.*|image\/svg\+xml|application\/(.*\+)?(xml|yaml|x-yaml|toml|sql|javascript|x-sh|x-patch|x-diff|graphql|x-ndjson))$/;

/** The bare MIME type: lower case, without parameters. */
export function bareType(type: string): string {
  return (type.split(';')[0] ?? '').trim().toLowerCase();
}

export function kindOf(type: string): Kind {
  const bare = bareType(type);
  if (imageTypes.has(bare)) return 'image';
  if (bare === 'text/markdown' || bare === 'text/x-markdown') return 'markdown';
  if (bare === 'application/json' || bare === 'text/json' || bare.endsWith('+json')) return 'json';
  if (bare === 'text/csv' || bare === 'text/tab-separated-values') return 'csv';
  return textTypes.test(bare) ? 'text' : 'other';
}

/** Why an attachment that should carry bytes shows none. */
export function readableData(attachment: Attachment): Result<string, string> {
  const { data, uri } = attachment;
  if (data !== undefined && uri !== undefined) return fail(words.evidence.both);
  if (data === undefined) return fail(words.evidence.noContent);
  return isBase64(data) ? ok(data) : fail(words.evidence.notBase64);
}

/** The text that Base64 data holds, or undefined when it is not UTF-8. */
export function decodeText(data: string): string | undefined {
  const binary = atob(data);
  const bytes = new Uint8Array(binary.length);
  // A plain loop: `from` with a function takes ten times as long, and a frame waits for it.
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A size in words: "312 bytes", "4.2 KB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return words.evidence.bytes(bytes);
  const kilobytes = bytes / 1024;
  return kilobytes < 1024
    ? words.evidence.kilobytes(number(kilobytes, kilobytes < 10 ? 1 : 0))
    : words.evidence.megabytes(number(kilobytes / 1024, 1));
}

/** Whether a text reads like a unified diff. */
export function isDiff(text: string, type: string): boolean {
  if (/(^|[/.x-])(diff|patch)$/.test(bareType(type))) return true;
  return /^@@ -\d+(,\d+)? \+\d+(,\d+)? @@/m.test(text) || /^diff --git /m.test(text);
}
