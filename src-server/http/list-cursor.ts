import { z } from 'zod';
import { digestOf } from '../keys/digest.ts';
import type { NotificationFilter, Place, SortOrder } from '../store/notification-page.ts';

const Cursor = z.tuple([z.int(), z.int(), z.string()]);

/** Writes the place where a page ended, bound to the filters it belongs to (section 8). Opaque to clients. */
export function writeCursor({ sentAt, seq }: Place, filter: NotificationFilter, sort: SortOrder): string {
  return Buffer.from(JSON.stringify([sentAt, seq, filterMark(filter, sort)])).toString('base64url');
}

/** Reads a cursor; undefined when it is none of ours or belongs to other filters. */
export function readCursor(text: string, filter: NotificationFilter, sort: SortOrder): Place | undefined {
  const parsed = Cursor.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (!parsed.success) return undefined;
  const [sentAt, seq, mark] = parsed.data;
  return mark === filterMark(filter, sort) ? { sentAt, seq } : undefined;
}

function filterMark({ statuses, serviceId, project }: NotificationFilter, sort: SortOrder): string {
  return digestOf(JSON.stringify([statuses ?? null, serviceId ?? null, project ?? null, sort]))
    .toString('hex')
    .slice(0, 16);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
