import { closeSync, openSync, writeSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';

/** Writes one value over so many bytes of a file. */
export function overwrite(path: string, from: number, bytes: number, value: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(bytes, value), 0, bytes, from);
  closeSync(file);
}

/** Another connection writes, so that whoever has the database open has to read its pages from the file again. */
export function forgetCache(path: string): void {
  const other = new DatabaseSync(path);
  other.exec('CREATE TABLE other (a); DROP TABLE other; PRAGMA wal_checkpoint(TRUNCATE)');
  other.close();
}
