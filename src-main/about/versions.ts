import { arch, release, type as systemName } from 'node:os';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Versions } from '#shared/about/about';

/** What runs here. `versions`: those of the process. */
export function readVersions(app: string, versions: Record<string, string | undefined>): Versions {
  return {
    app,
    electron: versions.electron ?? '',
    chromium: versions.chrome ?? '',
    node: versions.node ?? '',
    sqlite: sqliteVersion(),
    os: `${systemName()} ${release()}`,
    arch: arch(),
  };
}

function sqliteVersion(): string {
  const database = new DatabaseSync(':memory:');
  try {
    return (database.prepare('SELECT sqlite_version() AS version').get() as { version: string }).version;
  } finally {
    database.close();
  }
}
