import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeFileAtomically } from '#main/files/json-file';
import type { Warning } from '#main/warnings';
import type { TokenKept, TokenProtection } from '#shared/inbox/account';
import { AccountId } from '#shared/inbox/item-key';
import { words } from '#shared/words/words';
import type { Protection } from './protection.ts';

const StoredToken = z.union([z.looseObject({ encrypted: z.base64() }), z.looseObject({ readable: z.string().min(1) })]);
const VaultFile = z.looseObject({ tokens: z.record(AccountId, StoredToken) });
type VaultFile = z.infer<typeof VaultFile>;

/** A token and how it is kept; no token: there is none here, or it cannot be decrypted any more. */
export type HeldToken = { token: string; kept: Exclude<TokenKept, 'missing'> } | { token: undefined; kept: 'missing' };

/**
 * The user tokens of added accounts, in `tokens.json` (0600). Encrypted by the system, or in memory for this session,
 * or, because the person agreed to it, readable in that file: never the last one quietly (design.md 3).
 */
export class TokenVault {
  readonly #path: string;
  readonly #protection: Protection;
  readonly #session = new Map<AccountId, string>();
  #file: VaultFile;

  private constructor(path: string, protection: Protection, file: VaultFile) {
    this.#path = path;
    this.#protection = protection;
    this.#file = file;
  }

  static open(
    dataFolder: string,
    protection: Protection,
    now: number,
  ): { vault: TokenVault; warning: Warning | undefined } {
    const path = join(dataFolder, 'tokens.json');
    const read = readJsonFile(path, VaultFile, now);
    if (read.found !== 'set-aside') {
      const file = read.found === 'value' ? read.value : { tokens: {} };
      return { vault: new TokenVault(path, protection, file), warning: undefined };
    }
    const warning = {
      id: 'tokens-damaged',
      say: () => ({ message: words.storage.tokensDamaged, hint: words.storage.fileKept(read.kept) }),
    };
    return { vault: new TokenVault(path, protection, { tokens: {} }), warning };
  }

  /** Asked only when it matters: a keyring may have to wake up for it. */
  get protection(): TokenProtection {
    return this.#protection.isReal() ? 'system' : 'none';
  }

  /** Keeps a token. `mayBeReadable`: the person agreed to that where there is no protection. Throws when the disk refuses. */
  keep(account: AccountId, token: string, mayBeReadable: boolean): Exclude<TokenKept, 'missing'> {
    const stored = this.#sealed(token) ?? (mayBeReadable ? { readable: token } : undefined);
    this.#write({ ...without(this.#file.tokens, account), ...(stored ? { [account]: stored } : {}) });
    if (stored) this.#session.delete(account);
    else this.#session.set(account, token);
    return stored ? keptAs(stored) : 'session';
  }

  find(account: AccountId): HeldToken {
    const inMemory = this.#session.get(account);
    if (inMemory !== undefined) return { token: inMemory, kept: 'session' };
    const stored = this.#file.tokens[account];
    const token = stored && this.#opened(stored);
    return token ? { token, kept: keptAs(stored) } : { token: undefined, kept: 'missing' };
  }

  /** Throws when the disk refuses. */
  forget(account: AccountId): void {
    this.#session.delete(account);
    if (account in this.#file.tokens) this.#write(without(this.#file.tokens, account));
  }

  #write(tokens: VaultFile['tokens']): void {
    const next = { ...this.#file, tokens };
    writeFileAtomically(this.#path, `${JSON.stringify(next, null, 2)}\n`);
    this.#file = next;
  }

  #sealed(token: string): { encrypted: string } | undefined {
    try {
      return this.#protection.isReal() ? { encrypted: this.#protection.encrypt(token).toString('base64') } : undefined;
    } catch {
      return undefined; // a keyring that was locked in between
    }
  }

  #opened(stored: z.infer<typeof StoredToken>): string | undefined {
    if (!isEncrypted(stored)) return stored.readable;
    try {
      return this.#protection.decrypt(Buffer.from(stored.encrypted, 'base64'));
    } catch {
      return undefined;
    }
  }
}

type Stored = z.infer<typeof StoredToken>;

function isEncrypted(stored: Stored): stored is Extract<Stored, { encrypted: string }> {
  return 'encrypted' in stored;
}

function keptAs(stored: Stored): 'encrypted' | 'readable' {
  return isEncrypted(stored) ? 'encrypted' : 'readable';
}

function without<T>(all: Record<string, T>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([one]) => one !== name));
}
