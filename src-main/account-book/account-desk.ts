import type { Account, Endpoint } from '#main/accounts/account';
import type { Fetch } from '#main/accounts/rest-client';
import type { Engine } from '#main/engine';
import { type Logger, reasonOf } from '#main/logging/logger';
import type { HeldToken, TokenVault } from '#main/secrets/token-vault';
import type { RunAccount } from '#main/start-options';
import type { Clock } from '#main/time/clock';
import type {
  AccountColour,
  AccountHoldings,
  AccountProfile,
  CheckedServer,
  FormerAccount,
  TokenProtection,
} from '#shared/inbox/account';
import type { AccountView } from '#shared/inbox/app-state';
import { AccountId, type ItemKey, localAccount } from '#shared/inbox/item-key';
import { type AppError, fail, ok, type Result } from '#shared/result';
import { words } from '#shared/words/words';
import { type AccountBook, type AccountChange, type AddedAccount, notSaved } from './account-book.ts';
import { checkServer } from './check-server.ts';
import { holdingsOf } from './holdings.ts';
import { readServerUrl } from './server-url.ts';
import { readToken } from './token-text.ts';

export type AccountDeskPorts = {
  engine: Engine;
  book: AccountBook;
  vault: TokenVault;
  runAccount: RunAccount | undefined;
  fetch: Fetch;
  clock: Clock;
  newId: () => string;
  /** An open item went with its account. */
  onGone: (key: ItemKey) => void;
  onChanged: () => void;
  log: Logger;
};

/** A server and a token as the person gave them. `allowUnencrypted`: they know that others on the way can read along. */
export type ServerForm = { url: string; token: string; allowUnencrypted: boolean };
export type AccountForm = ServerForm & { name: string; colour: AccountColour; mayBeReadable: boolean };

function notFound(): AppError {
  return { code: 'account/not-found', message: words.desk.noAccount };
}

/** What a person does with accounts. It keeps book, tokens and the accounts of this run together. */
export class AccountDesk {
  /** The server that comes with the app. */
  readonly local: Account;
  readonly #ports: AccountDeskPorts;
  readonly #run: RunAccount | undefined;
  readonly #tokens = new Map<AccountId, HeldToken>();

  constructor(ports: AccountDeskPorts) {
    this.#ports = ports;
    const { book, vault, engine, runAccount } = ports;
    for (const { id, historyKept } of book.toErase) this.#erase(id, historyKept);
    this.local = engine.accounts.add(localAccount);
    for (const { id } of book.added) {
      engine.accounts.add(id);
      this.#tokens.set(id, vault.find(id));
    }
    const isKnown = runAccount && this.#twinOf(runAccount) !== undefined;
    this.#run = isKnown ? undefined : runAccount;
    if (this.#run) engine.accounts.add(this.#run.id);
  }

  /** Goes online with every account that can. */
  connect(): void {
    for (const account of this.#ports.book.added) this.#connect(account);
    if (this.#run) this.#ports.engine.accounts.connect(this.#run.id, this.#run);
  }

  views(): AccountView[] {
    return this.#ports.engine.accounts.ids().flatMap((id) => {
      const link = this.#ports.engine.accounts.get(id)?.view();
      return link ? { ...link, url: this.#endpointOf(id)?.url ?? link.url, ...this.#profileOf(id) } : [];
    });
  }

  former(): FormerAccount[] {
    return this.#ports.book.former;
  }

  nameOf(id: AccountId): string {
    return this.#profileOf(id).name;
  }

  protection(): TokenProtection {
    return this.#ports.vault.protection;
  }

  /** Asks a server whether it is one, and whether the token opens an inbox there. Nothing is saved. */
  async check(form: ServerForm): Promise<Result<CheckedServer>> {
    const checked = await this.#checked(form);
    return checked.ok ? ok({ url: checked.value.url }) : checked;
  }

  /** Adds an account once its server was found to be good. */
  async add({ name, colour, mayBeReadable, ...form }: AccountForm): Promise<Result<{ id: AccountId }>> {
    const checked = await this.#checked(form);
    if (!checked.ok) return checked;
    const twin = this.#refusedTwin(checked.value); // another call may have added it while this one was asking
    if (twin) return twin;
    const { url, token } = checked.value;
    const { book, engine, clock, newId } = this.#ports;
    // An id of its own: nothing that an earlier account of the same server left behind can become this one's.
    const id = AccountId.parse(`account-${newId()}`);
    const kept = this.#keep(id, token, mayBeReadable);
    if (!kept.ok) return kept;
    const addedAt = new Date(clock.now()).toISOString();
    const account = { id, url, name: name.trim() || new URL(url).host.slice(0, 60), colour, paused: false, addedAt };
    const added = book.add(account);
    if (!added.ok) {
      this.#forgetToken(id);
      return added;
    }
    engine.accounts.add(id);
    this.#connect(account);
    this.#ports.onChanged();
    return ok({ id });
  }

  rename(id: AccountId, name: string): Result<undefined> {
    return this.#change(id, { name });
  }

  recolour(id: AccountId, colour: AccountColour): Result<undefined> {
    return this.#change(id, { colour });
  }

  /** Goes offline with an account; answers to it are kept until it is resumed. */
  pause(id: AccountId): Result<undefined> {
    if (id === localAccount || !this.#isHere(id)) return fail(notFound());
    const saved = id === this.#run?.id ? ok(undefined) : this.#change(id, { paused: true });
    if (saved.ok) this.#hold(id, 'paused');
    return saved;
  }

  resume(id: AccountId): Result<undefined> {
    if (this.#ports.engine.accounts.holdOf(id) !== 'paused') return ok(undefined);
    const saved = id === this.#run?.id ? ok(undefined) : this.#change(id, { paused: false });
    if (saved.ok) this.#goOn(id);
    return saved;
  }

  /** Gives an account another token, which must open an inbox at its server. */
  async setToken(id: AccountId, text: string, mayBeReadable: boolean): Promise<Result<undefined>> {
    const account = this.#ports.book.find(id);
    if (!account) return fail(notFound());
    const token = readToken(text);
    if (!token.ok) return token;
    const endpoint = { url: account.url, token: token.value };
    const checked = await checkServer(endpoint, this.#ports);
    if (!checked.ok) return checked;
    const twin = this.#refusedTwin(endpoint, id);
    if (twin) return twin;
    if (!this.#ports.book.find(id)) return fail(notFound()); // removed while the server was asked
    const kept = this.#keep(id, token.value, mayBeReadable);
    if (!kept.ok) return kept;
    if (this.#ports.engine.accounts.holdOf(id) !== 'paused') this.#goOn(id);
    this.#ports.onChanged();
    return ok(undefined);
  }

  /** Tries at once, also where the server has refused us: its owner may have changed something. */
  retry(id: AccountId): Result<undefined> {
    const { accounts } = this.#ports.engine;
    const account = accounts.get(id);
    const { url, token } = this.#endpointOf(id) ?? {};
    const isRefused = account?.view().connection.state === 'refused';
    if (isRefused && url !== undefined && token !== undefined) {
      account.disconnect();
      account.connect({ url, token });
    } else account?.noticed('retry-now');
    return ok(undefined);
  }

  /** What would go with an account; its answers in flight first of all. */
  holdings(id: AccountId): Result<AccountHoldings> {
    return this.#isHere(id) ? ok(holdingsOf(id, this.#ports.engine)) : fail(notFound());
  }

  /**
   * Removes an account with its token, its open questions and its drafts, and its history unless that is kept. Answers
   * that have not reached the server are discarded only when that was said.
   */
  remove(id: AccountId, { historyKept, discardAnswers }: { historyKept: boolean; discardAnswers: boolean }) {
    const { book, engine, clock, onChanged, onGone } = this.#ports;
    if (!book.find(id)) return fail(notFound());
    if (!discardAnswers && engine.outbox.inFlightOf(id).length > 0) return fail(answersInFlight());
    const removed = book.remove(id, historyKept, new Date(clock.now()).toISOString());
    if (!removed.ok) return removed;
    const gone = engine.store.accountData.openItems(id);
    engine.accounts.remove(id);
    this.#tokens.delete(id);
    this.#erase(id, historyKept);
    for (const key of gone) onGone(key);
    engine.feed.allChanged();
    onChanged();
    return ok(undefined);
  }

  async #checked(form: ServerForm): Promise<Result<Endpoint>> {
    const endpoint = readForm(form);
    if (!endpoint.ok) return endpoint;
    const twin = this.#refusedTwin(endpoint.value);
    if (twin) return twin;
    const checked = await checkServer(endpoint.value, this.#ports);
    return checked.ok ? endpoint : checked;
  }

  /** The same token at the same server would show every question twice. */
  #refusedTwin(endpoint: Endpoint, self?: AccountId) {
    const twin = this.#twinOf(endpoint);
    return twin === undefined || twin === self ? undefined : fail(isHereAlready(this.nameOf(twin)));
  }

  /** Deletes what is stored of a removed account. What the disk refuses now is deleted at the next start. */
  #erase(id: AccountId, historyKept: boolean): void {
    const { book, vault, engine, log } = this.#ports;
    try {
      engine.outbox.forget(id);
      engine.store.accountData.erase(id, { historyKept });
      vault.forget(id);
      book.erased(id);
    } catch (thrown) {
      log.error('a removed account could not be erased yet', { account: id, reason: reasonOf(thrown) });
    }
  }

  #connect({ id, url, paused }: AddedAccount): void {
    const { accounts } = this.#ports.engine;
    const token = this.#tokens.get(id)?.token;
    if (paused) accounts.hold(id, 'paused');
    else if (token === undefined) accounts.hold(id, 'needs-token');
    else accounts.connect(id, { url, token });
  }

  #hold(id: AccountId, why: 'paused'): void {
    this.#ports.engine.accounts.hold(id, why);
    this.#tellHold(id);
  }

  #goOn(id: AccountId): void {
    const { engine, book } = this.#ports;
    const account = book.find(id);
    if (account) this.#connect({ ...account, paused: false });
    else if (this.#run) engine.accounts.connect(id, this.#run);
    this.#tellHold(id);
    engine.outbox.run();
  }

  /** Answers that wait say why. */
  #tellHold(id: AccountId): void {
    const { feed, outbox } = this.#ports.engine;
    for (const { key } of outbox.inFlightOf(id)) feed.changed(key);
    this.#ports.onChanged();
  }

  #change(id: AccountId, change: AccountChange): Result<undefined> {
    const { book, onChanged } = this.#ports;
    if (id !== localAccount && !book.find(id)) return fail(notFound());
    const changed = book.change(id, change);
    if (changed.ok) onChanged();
    return changed;
  }

  #keep(id: AccountId, token: string, mayBeReadable: boolean): Result<undefined> {
    try {
      this.#tokens.set(id, { token, kept: this.#ports.vault.keep(id, token, mayBeReadable) });
      return ok(undefined);
    } catch (thrown) {
      return fail(notSaved(thrown));
    }
  }

  #forgetToken(id: AccountId): void {
    this.#tokens.delete(id);
    try {
      this.#ports.vault.forget(id);
    } catch (thrown) {
      this.#ports.log.warn('a token could not be taken from the disk', { account: id, reason: reasonOf(thrown) });
    }
  }

  #isHere(id: AccountId): boolean {
    return this.#ports.engine.accounts.get(id) !== undefined;
  }

  /** The account that has this token at this server already. */
  #twinOf({ url, token }: Endpoint): AccountId | undefined {
    const ids = this.#ports.engine.accounts.ids();
    return ids.find((id) => {
      const endpoint = this.#endpointOf(id);
      return endpoint?.url === url && endpoint.token === token;
    });
  }

  #endpointOf(id: AccountId): { url: string; token: string | undefined } | undefined {
    if (id === this.#run?.id) return this.#run;
    const account = this.#ports.book.find(id);
    return account && { url: account.url, token: this.#tokens.get(id)?.token };
  }

  #profileOf(id: AccountId): AccountProfile {
    const { book, engine } = this.#ports;
    if (id === localAccount) return { ...book.local, kind: 'local', paused: false, token: undefined };
    const paused = engine.accounts.holdOf(id) === 'paused';
    const account = book.find(id);
    if (account) {
      const { name, colour } = account;
      return { name, colour, kind: 'added', paused, token: this.#tokens.get(id)?.kept ?? 'missing' };
    }
    const name = this.#run?.id === id ? new URL(this.#run.url).host : this.#nameOfFormer(id);
    return { name, colour: 'grey', kind: 'run', paused, token: 'session' };
  }

  #nameOfFormer(id: AccountId): string {
    return this.#ports.book.former.find((one) => one.id === id)?.name ?? id;
  }
}

function answersInFlight(): AppError {
  return {
    code: 'account/answers-in-flight',
    message: words.desk.answersInFlight,
    hint: words.desk.answersInFlightHint,
  };
}

function isHereAlready(name: string): AppError {
  return {
    code: 'account/invalid',
    field: 'url',
    message: words.desk.isHereAlready(name),
  };
}

function readForm({ url, token, allowUnencrypted }: ServerForm): Result<Endpoint> {
  const server = readServerUrl(url);
  if (!server.ok) return server;
  const { isEncrypted, isLoopback } = server.value;
  if (!isEncrypted && !isLoopback && !allowUnencrypted) {
    return fail({
      code: 'account/invalid',
      field: 'allowUnencrypted',
      message: words.desk.unencrypted,
      hint: words.desk.unencryptedHint,
    });
  }
  const read = readToken(token);
  return read.ok ? ok({ url: server.value.url, token: read.value }) : read;
}
