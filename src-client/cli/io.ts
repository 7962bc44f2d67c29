import type { Readable, Writable } from 'node:stream';
import type { Surroundings } from '../where/data-folder.ts';

/** Everything a command touches outside itself. */
export type Io = Surroundings & {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable & { isTTY?: boolean };
  /** Aborts on Ctrl-C and SIGTERM. */
  interrupted: AbortSignal;
};

/** Bad usage: said on stderr with a pointer to the help, exit code 2. Nothing was sent. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export function say(io: Pick<Io, 'stderr'>, line: string): void {
  io.stderr.write(`${line}\n`);
}

export function print(io: Pick<Io, 'stdout'>, line: string): void {
  io.stdout.write(`${line}\n`);
}
