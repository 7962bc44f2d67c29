import { type Fault, fault } from '#shared/protocol/error';
import { nestsDeeperThan } from '#shared/protocol/json-shape';
import { maxNesting } from '#shared/protocol/send';
import { fail, ok, type Result } from '#shared/result';

const malformed = (message: string) => fail(fault('MALFORMED_REQUEST', message));

/**
 * Reads the bytes of a body: strict UTF-8, JSON, not too deep, without `__proto__`. No bytes at all are undefined, which
 * each route judges itself. Fault: MALFORMED_REQUEST.
 */
export function parseJsonBody(bytes: Buffer): Result<unknown, Fault> {
  if (bytes.length === 0) return ok(undefined);
  const text = decode(bytes);
  if (text === undefined) return malformed('The body is not UTF-8.');
  const value = parse(text);
  if (value === undefined) return malformed('The body is not JSON.');
  if (nestsDeeperThan(value, maxNesting)) return malformed(`The body nests deeper than ${maxNesting} levels.`);
  return hasPrototypeKey(value) ? malformed('The body has a field named "__proto__".') : ok(value);
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function hasPrototypeKey(value: unknown): boolean {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one !== 'object' || one === null) continue;
    if (Object.hasOwn(one, '__proto__')) return true;
    for (const child of Object.values(one)) left.push(child);
  }
  return false;
}
