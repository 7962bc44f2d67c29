import { randomBytes } from 'node:crypto';
import { digestOf, sameDigest } from './digest.ts';

/** `local` is the ready-made service of this machine, `live` every registered one. */
export type KeyKind = 'live' | 'local';

const shape = /^(sk_(?:live|local)_[0-9a-f]{48})([0-9a-f]{8})$/;

/** Makes a service API key: `sk_<kind>_`, 192 random bits and a checksum, so that scanners and typing errors are told apart. */
export function makeServiceKey(kind: KeyKind): string {
  const secret = `sk_${kind}_${randomBytes(24).toString('hex')}`;
  return secret + checksumOf(secret);
}

/** Whether a text has the shape and checksum of a service key; says nothing about whether that key exists. */
export function isServiceKey(text: string): boolean {
  const [, secret, checksum] = shape.exec(text) ?? [];
  if (secret === undefined || checksum === undefined) return false;
  return sameDigest(Buffer.from(checksum), Buffer.from(checksumOf(secret)));
}

/** A key as it may be shown: its prefix and last four characters. */
export function maskKey(key: string): string {
  return `${key.slice(0, key.lastIndexOf('_') + 1)}…${key.slice(-4)}`;
}

/** Makes a webhook secret (section 5.2): 256 random bits in hex. */
export function makeWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('hex')}`;
}

function checksumOf(secret: string): string {
  return digestOf(secret).toString('hex').slice(0, 8);
}
