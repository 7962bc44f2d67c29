import { maxAttachments, maxInlineBytes } from '#shared/protocol/attachment-rules';
import type { NotificationId } from '#shared/protocol/ids';

/** What a bridge sends (section 10); its id is added when it is. */
export type BridgeItem = {
  priority?: string;
  context: {
    title: string;
    description: string;
    project?: string;
    metadata: Record<string, unknown>;
    attachments?: Evidence[];
  };
  actions: readonly Record<string, unknown>[];
};

/** An item as it is sent. */
export type SentItem = BridgeItem & { id: NotificationId };

export type Evidence = { type: string; description: string; data: string };

/** For items that only tell something. */
export const gotIt = { id: 'got_it', label: 'Got it', response_type: 'simple' } as const;

/** JSON values as evidence, as many of them as a notification can carry (section 18). */
export function jsonEvidence(values: readonly { description: string; value: unknown }[]): Evidence[] {
  const evidence: Evidence[] = [];
  let room = maxInlineBytes;
  for (const { description, value } of values.slice(0, maxAttachments)) {
    const compact = Buffer.from(JSON.stringify(value) ?? 'null');
    const pretty = Buffer.from(JSON.stringify(value, null, 2) ?? 'null');
    const bytes = pretty.length <= room ? pretty : compact;
    if (bytes.length > room) continue;
    room -= bytes.length;
    evidence.push({ type: 'application/json', description, data: bytes.toString('base64') });
  }
  return evidence;
}
