import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** Writes a file whole or not at all: to a temporary neighbour, on disk, then renamed over the old one. */
export function writeFileAtomically(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  const file = openSync(temporary, 'w', 0o600);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

/** What a stored JSON file turned out to be. `set-aside`: it could not be read and was renamed to `kept`. */
export type JsonFileRead<T> =
  | { found: 'nothing' }
  | { found: 'value'; value: T }
  | { found: 'set-aside'; kept: string };

/** Reads a JSON file through its schema; one that does not parse is set aside, never quietly replaced (style.md 5). */
export function readJsonFile<S extends z.ZodType>(path: string, schema: S, now: number): JsonFileRead<z.infer<S>> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return { found: 'nothing' };
  }
  const parsed = schema.safeParse(parseJson(text));
  return parsed.success ? { found: 'value', value: parsed.data } : { found: 'set-aside', kept: setAside(path, now) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Renames a file that cannot be used, so that nothing in it is lost. Returns its new name. */
export function setAside(path: string, now: number): string {
  const name = `${path}.damaged-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`;
  let kept = name;
  for (let n = 2; existsSync(kept); n++) kept = `${name}-${n}`;
  renameSync(path, kept);
  return kept;
}
