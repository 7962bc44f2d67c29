import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Facts beside a log line. Never tokens, message bodies or URLs with credentials (style.md 6). */
export type LogFacts = Record<string, string | number | boolean | undefined>;

export interface Logger {
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  error(message: string, facts?: LogFacts): void;
}

const maxBytes = 1_000_000;

/** A logger that appends to `<folder>/main.log` and keeps one older file. A disk that is full never stops the app. */
export function fileLogger(folder: string, now: () => number): Logger {
  const path = join(folder, 'main.log');
  let size: number | undefined;
  const write = (level: string, message: string, facts: LogFacts = {}) => {
    const line = `${JSON.stringify({ time: new Date(now()).toISOString(), level, message, ...facts })}\n`;
    try {
      if (size === undefined) {
        mkdirSync(folder, { recursive: true });
        size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
      }
      if (size > maxBytes) {
        renameSync(path, join(folder, 'main.1.log'));
        size = 0;
      }
      appendFileSync(path, line, { mode: 0o600 });
      size += Buffer.byteLength(line);
    } catch {
      size = undefined; // looked at anew with the next line
    }
  };
  return {
    info: (message, facts) => write('info', message, facts),
    warn: (message, facts) => write('warn', message, facts),
    error: (message, facts) => write('error', message, facts),
  };
}

/** What an unknown thrown thing says about itself, in one line. */
export function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const code = 'code' in thrown && typeof thrown.code === 'string' ? ` (${thrown.code})` : '';
  return `${thrown.message}${code}`;
}
