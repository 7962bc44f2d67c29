import { randomBytes } from 'node:crypto';
import { digestOf, sameDigest } from './digest.ts';

/** `local` is the ready-made service of this machine, `live` every registered one. */
export type KeyKind = 'live' | 'local';

const keyShape = /^(sk_(?:live|local)_[0-9a-f]{48})([0-9a-f]{8})$/;
const tokenShape = /^(ut_[0-9a-f]{48})([0-9a-f]{8})$/;

/** What every user token that this server makes begins with. */
export const userTokenPrefix = 'ut_';

/** Makes a service API key: `sk_<kind>_`, 192 random bits and a checksum, so that scanners and typing errors are told apart. */
export function makeServiceKey(kind: KeyKind): string {
  return withChecksum(`${prefixOfKind(kind)}${randomBytes(24).toString('hex')}`);
}

/** Makes a user token in the same way. */
export function makeUserToken(): string {
  return withChecksum(`${userTokenPrefix}${randomBytes(24).toString('hex')}`);
}

/** Makes the token that the other side of a bridge shows: `bt_`, 192 random bits and a checksum. */
export function makeBridgeToken(): string {
  return withChecksum(`bt_${randomBytes(24).toString('hex')}`);
}

/** What the keys of a kind begin with. */
export function prefixOfKind(kind: KeyKind): string {
  return `sk_${kind}_`;
}

/** Whether a text has the shape and checksum of a service key; says nothing about whether that key exists. */
export function isServiceKey(text: string): boolean {
  return hasShape(keyShape, text);
}

/** Whether a text has the shape and checksum of a user token of ours. */
export function isUserToken(text: string): boolean {
  return hasShape(tokenShape, text);
}

function withChecksum(secret: string): string {
  return secret + checksumOf(secret);
}

function hasShape(shape: RegExp, text: string): boolean {
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
