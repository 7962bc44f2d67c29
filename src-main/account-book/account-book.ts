import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeFileAtomically } from '#main/files/json-file';
import { reasonOf } from '#main/logging/logger';
import type { Warning } from '#main/warnings';
import { AccountColour, AccountName, type FormerAccount } from '#shared/inbox/account';
import { AccountId, localAccount } from '#shared/inbox/item-key';
import { fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';

/** An account that the person added. Times are ISO strings. */
const AddedAccount = z.looseObject({
  id: AccountId,
  url: z.url({ protocol: /^https?$/ }),
  name: AccountName,
  colour: AccountColour.catch('grey'),
  paused: z.boolean().default(false),
  addedAt: z.string(),
});
export type AddedAccount = z.infer<typeof AddedAccount>;

/** An account that was removed. Until `erased`, something of it may still be stored: a kill may have come in between. */
const RemovedAccount = z.looseObject({
  id: AccountId,
  name: AccountName,
  removedAt: z.string(),
  historyKept: z.boolean(),
  erased: z.boolean(),
});
export type RemovedAccount = z.infer<typeof RemovedAccount>;

/** What versions before wrote for an account that nobody had named. */
const nameOnceWritten = 'This computer';

const LocalAccount = z.looseObject({
  name: AccountName.optional().transform((name) => (name === nameOnceWritten ? undefined : name)),
  colour: AccountColour.catch('iris').default('iris'),
});

/** The whole file. */
export const BookFile = z.looseObject({
  local: LocalAccount.prefault({}),
  accounts: z.array(AddedAccount).default([]),
  removed: z.array(RemovedAccount).default([]),
});
export type BookFile = z.infer<typeof BookFile>;

/** What a person changes about an account. */
export type AccountChange = { name?: string; colour?: AccountColour; paused?: boolean };

/** What is stored about the accounts, tokens aside: `accounts.json`. Every change is on disk before it counts. */
export class AccountBook {
  readonly #path: string;
  #file: BookFile;

  private constructor(path: string, file: BookFile) {
    this.#path = path;
    this.#file = file;
  }

  static open(dataFolder: string, now: number): { book: AccountBook; warning: Warning | undefined } {
    const path = join(dataFolder, 'accounts.json');
    const read = readJsonFile(path, BookFile, now);
    if (read.found === 'value') return { book: new AccountBook(path, read.value), warning: undefined };
    const warning = read.found === 'set-aside' && {
      id: 'accounts-damaged',
      say: () => ({ message: words.storage.accountsDamaged, hint: words.storage.accountsKept(read.kept) }),
    };
    return { book: new AccountBook(path, BookFile.parse({})), warning: warning || undefined };
  }

  /** The server that comes with the app: renamed and coloured like any other, and never removed. */
  get local(): { name: string; colour: AccountColour } {
    const { name = words.desk.thisComputer, colour } = this.#file.local;
    return { name, colour };
  }

  /** In the order in which they were added. */
  get added(): readonly AddedAccount[] {
    return this.#file.accounts;
  }

  find(id: AccountId): AddedAccount | undefined {
    return this.#file.accounts.find((one) => one.id === id);
  }

  /** Removed accounts whose history was kept. */
  get former(): FormerAccount[] {
    return this.#file.removed.filter(({ historyKept }) => historyKept).map(({ id, name }) => ({ id, name }));
  }

  /** Removed accounts of which something may still be stored. */
  get toErase(): readonly RemovedAccount[] {
    return this.#file.removed.filter(({ erased }) => !erased);
  }

  add(account: AddedAccount): Result<undefined> {
    return this.#write({ ...this.#file, accounts: [...this.#file.accounts, account] });
  }

  change(id: AccountId, change: AccountChange): Result<undefined> {
    if (id === localAccount) return this.#write({ ...this.#file, local: { ...this.#file.local, ...change } });
    const accounts = this.#file.accounts.map((one) => (one.id === id ? { ...one, ...change } : one));
    return this.#write({ ...this.#file, accounts });
  }

  /** Takes an account out, to be erased. */
  remove(id: AccountId, historyKept: boolean, removedAt: string): Result<undefined> {
    const account = this.find(id);
    if (!account) return ok(undefined);
    const removed = { id, name: account.name, removedAt, historyKept, erased: false };
    return this.#write({
      ...this.#file,
      accounts: this.#file.accounts.filter((one) => one.id !== id),
      removed: [...this.#file.removed, removed],
    });
  }

  /** What was to be erased of an account is gone. */
  erased(id: AccountId): Result<undefined> {
    const removed = this.#file.removed.flatMap((one) => {
      if (one.id !== id) return one;
      return one.historyKept ? { ...one, erased: true } : [];
    });
    return this.#write({ ...this.#file, removed });
  }

  #write(next: BookFile): Result<undefined> {
    try {
      writeFileAtomically(this.#path, `${JSON.stringify(next, null, 2)}\n`);
    } catch (thrown) {
      return fail(notSaved(thrown));
    }
    this.#file = next;
    return ok(undefined);
  }
}

export function notSaved(thrown: unknown) {
  return {
    code: 'account/not-saved' as const,
    message: words.storage.accountNotSaved(reasonOf(thrown)),
    hint: words.storage.checkRoom,
    retryable: true,
  };
}
