import { z } from 'zod';
import { ItemKey } from '../inbox/item-key.ts';

/** What was decided about a native notification, for the page "Why was I (not) notified?". `at` in ms of this machine. */
export const NoticeRecord = z.object({
  at: z.number(),
  key: ItemKey,
  title: z.string(),
  serviceName: z.string(),
  occasion: z.enum(['arrival', 'reminder', 'returned']),
  outcome: z.enum(['shown', 'summary', 'withheld', 'failed']),
  because: z
    .enum([
      'not-open',
      'answered',
      'switched-off',
      'paused',
      'muted',
      'do-not-disturb',
      'quiet-hours',
      'on-screen',
      'no-service',
    ])
    .optional(),
  /** The system's own words, where it did not show what it was given. */
  why: z.string().max(500).optional(),
});
export type NoticeRecord = z.infer<typeof NoticeRecord>;

/** The page lists so many decisions, the newest first. */
export const mostRecords = 200;

/** The records with one more, the oldest dropped. */
export function withRecord(records: readonly NoticeRecord[], one: NoticeRecord): NoticeRecord[] {
  return [one, ...records].slice(0, mostRecords);
}
