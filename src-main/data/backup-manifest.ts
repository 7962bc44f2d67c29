import { z } from 'zod';
import type { BackupSummary } from '#shared/data/data-work';

/** The version of the format: a file of a later one is refused, an earlier one is read for ever. */
export const backupVersion = 1;
export const backupFormat = 'triage-inbox-backup';

export const manifestName = 'manifest.json';
/** What a backup holds beside its manifest. Tokens, keys and what the server on this computer stores are not among it. */
export const backupNames = ['inbox.db', 'outbox.json', 'settings.json', 'accounts.json'] as const;
export type BackupName = (typeof backupNames)[number];

const count = z.int().nonnegative();

const Summary: z.ZodType<BackupSummary> = z.object({
  createdAt: z.iso.datetime(),
  app: z.string().max(60),
  open: count,
  history: count,
  drafts: count,
  waiting: count,
  accounts: count,
});

/** What can be said of a manifest of any version. */
export const ManifestHead = z.looseObject({ format: z.literal(backupFormat), version: z.int().positive() });

/** The last entry of a backup: what it holds, and how each part of it must read. */
export const Manifest = z.object({
  format: z.literal(backupFormat),
  version: z.literal(backupVersion),
  summary: Summary,
  files: z.record(z.enum(backupNames), z.object({ bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});
export type Manifest = z.infer<typeof Manifest>;
