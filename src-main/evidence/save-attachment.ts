import { writeFile } from 'node:fs/promises';
import type { Inbox } from '#main/inbox/inbox';
import { reasonOf } from '#main/logging/logger';
import type { ItemKey } from '#shared/inbox/item-key';
import { fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';
import { attachmentBytes, suggestedName } from './attachment-file.ts';

/** Asks where to, given a name to offer; undefined when the person thought better of it. */
export type AskWhere = (name: string) => Promise<string | undefined>;

/** Saves an attachment where the person says. Nothing is opened. */
export async function saveAttachment(
  inbox: Inbox,
  key: ItemKey,
  index: number,
  askWhere: AskWhere,
): Promise<Result<{ saved: boolean }>> {
  const item = inbox.item(key);
  if (!item.ok) return item;
  const attachment = item.value.notification.context.attachments[index];
  if (!attachment) return fail({ code: 'attachment/unreadable', message: words.decisions.noAttachment });
  const bytes = attachmentBytes(attachment);
  if (!bytes.ok) return bytes;
  const path = await askWhere(suggestedName(attachment, index));
  if (path === undefined) return ok({ saved: false });
  try {
    await writeFile(path, bytes.value);
    return ok({ saved: true });
  } catch (thrown) {
    return fail({
      code: 'attachment/not-saved',
      message: words.decisions.fileNotSaved(reasonOf(thrown)),
      retryable: true,
    });
  }
}
