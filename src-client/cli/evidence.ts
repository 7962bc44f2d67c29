import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Readable } from 'node:stream';
import { maxAttachments, maxInlineBytes } from '#shared/protocol/attachment-rules';
import { maxNotificationBytes } from '#shared/protocol/send';
import type { AttachmentToSend } from '../notification.ts';
import { UsageError } from './io.ts';

const types: Record<string, string> = {
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.txt': 'text/plain',
  '.log': 'text/plain',
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.diff': 'text/x-diff',
  '.patch': 'text/x-diff',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
};

/** Reads files to attach; sizes are checked before anything is read or sent (section 18). */
export async function readAttachments(paths: readonly string[]): Promise<AttachmentToSend[]> {
  if (paths.length > maxAttachments) throw new UsageError(`At most ${maxAttachments} files can be attached.`);
  const sizes = await Promise.all(paths.map(sizeOf));
  const sum = sizes.reduce((total, size) => total + size, 0);
  if (sum > maxInlineBytes) {
    throw new UsageError(`The attached files hold ${sum} bytes; ${maxInlineBytes} fit into one question.`);
  }
  return Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path);
      const type =
        types[extname(path).toLowerCase()] ?? (looksLikeText(bytes) ? 'text/plain' : 'application/octet-stream');
      return { type, description: basename(path), data: bytes.toString('base64') };
    }),
  );
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new UsageError(`--attach ${path}: there is no such file.`);
  return found.size;
}

function looksLikeText(bytes: Buffer): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
}

/** The description as it was given: text, `@file`, or `-` for standard input, which is read only then. */
export async function readDescription(given: string | undefined, stdin: Readable): Promise<string> {
  if (given === undefined) return '';
  if (given === '-') return limited(await allOf(stdin), 'standard input');
  if (!given.startsWith('@')) return limited(given, '--description');
  const path = given.slice(1);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) throw new UsageError(`--description ${given}: the file cannot be read.`);
  return limited(text, path);
}

async function allOf(stdin: Readable): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stdin) {
    parts.push(Buffer.from(part));
    size += part.length;
    if (size > maxNotificationBytes) break;
  }
  return Buffer.concat(parts).toString('utf8');
}

function limited(text: string, what: string): string {
  if (Buffer.byteLength(text) <= maxNotificationBytes) return text;
  throw new UsageError(`What ${what} holds is too long for a question (at most ${maxNotificationBytes} bytes).`);
}
