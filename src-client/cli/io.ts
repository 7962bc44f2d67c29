import type { Readable, Writable } from 'node:stream';
import type { Surroundings } from '../where/data-folder.ts';

/** Everything a command touches outside itself. */
export type Io = Surroundings & {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable & { isTTY?: boolean };
  /** Aborts on Ctrl-C, SIGTERM and SIGHUP. */
  interrupted: AbortSignal;
  /** The folder it was started in. */
  cwd: string;
  /** How this program is started again: Node and the script, as absolute paths. */
  command: readonly [node: string, script: string];
  /** The process that started this one; changes once that has ended. */
  parentId: () => number;
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
