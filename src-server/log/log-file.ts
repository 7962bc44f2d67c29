import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A log that has grown beyond this, in bytes, is set aside at the next start; one older log is kept. */
const maxLogBytes = 5 * 1024 * 1024;

/** Opens a log file for appending. A log that cannot be written is no reason to stop. */
export function openLogFile(file: string): { write(line: string): void; close(): Promise<void> } {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > maxLogBytes) renameSync(file, `${file}.old`);
  const stream = createWriteStream(file, { flags: 'a', mode: 0o600 });
  stream.on('error', () => {});
  return {
    write: (line) => void stream.write(line),
    close: () => new Promise((resolve) => stream.end(resolve)),
  };
}
