import { isObject } from '#shared/protocol/json-shape';
import { digestOf } from '../keys/digest.ts';

/** Identifies what was sent, whatever the order of its keys: a repeated send is the same when this is (section 16). */
export function contentDigest(wire: unknown): Buffer {
  return digestOf(JSON.stringify(sorted(wire)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(value[name])]));
}
