/** What the system offers to keep a secret (style.md 6). Both calls may throw: a keyring can be locked or gone. */
export interface Protection {
  /** False where there is none, or where it would only scramble with a key that everybody knows. */
  isReal(): boolean;
  encrypt(text: string): Buffer;
  decrypt(sealed: Buffer): string;
}
