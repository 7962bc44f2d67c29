import type { Protection } from '#main/secrets/protection';

/** A system's protection as a test wants it: there, not there, or with another key than before. */
export class FakeProtection implements Protection {
  isThere = true;
  key = 'a';

  isReal(): boolean {
    return this.isThere;
  }

  encrypt(text: string): Buffer {
    return Buffer.from(`${this.key}${Buffer.from(text).toString('hex')}`);
  }

  decrypt(sealed: Buffer): string {
    const text = String(sealed);
    if (!this.isThere || !text.startsWith(this.key)) throw new Error('The keyring does not know this.');
    return Buffer.from(text.slice(this.key.length), 'hex').toString();
  }
}
