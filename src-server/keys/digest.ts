import { createHash, timingSafeEqual } from 'node:crypto';

/** The SHA-256 of a credential: what is stored and compared instead of the credential itself. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}

/** Compares two digests in constant time. */
export function sameDigest(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
