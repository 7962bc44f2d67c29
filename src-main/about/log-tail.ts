import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { z } from 'zod';

/** A trouble that was written to the log, without the facts beside it: those may name files, hosts and questions. */
export type LoggedTrouble = { time: string; level: 'warn' | 'error'; message: string };

const tailBytes = 64 * 1024;
const most = 30;

const Line = z.object({ time: z.iso.datetime(), level: z.enum(['warn', 'error']), message: z.string().max(200) });

/** The latest troubles in the log, the newest last. A log that cannot be read has none. */
export function lastTroubles(path: string): LoggedTrouble[] {
  const lines = readTail(path).split('\n');
  return lines.flatMap((line) => Line.safeParse(jsonOf(line)).data ?? []).slice(-most);
}

function readTail(path: string): string {
  try {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      const tail = Buffer.alloc(Math.min(size, tailBytes));
      readSync(file, tail, 0, tail.length, size - tail.length);
      return tail.toString('utf8');
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // the first one is cut
  }
}
