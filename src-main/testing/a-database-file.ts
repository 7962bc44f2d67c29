import type { DatabaseKind } from '#main/store/database';
import { DatabaseFile, type DatabaseFilePorts } from '#main/store/database-file';

/** A database file for tests; time stands still, and what becomes of the file is nobody's business unless told. */
export function aDatabaseFile(
  path: string,
  kind: DatabaseKind,
  changes: Partial<DatabaseFilePorts> = {},
): DatabaseFile {
  const now = () => Date.parse('2026-01-15T09:00:00Z');
  return new DatabaseFile({ path, kind, now, onBegunAnew: () => {}, onTrouble: () => {}, ...changes });
}
