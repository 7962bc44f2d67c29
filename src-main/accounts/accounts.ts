import type { AccountHold } from '#shared/inbox/account';
import type { AccountId } from '#shared/inbox/item-key';
import { Account, type AccountPorts, type Endpoint, type Noticed } from './account.ts';
import { gatedSink } from './gated-sink.ts';

/** The accounts of this run, all live at once but those that are on hold. */
export class Accounts {
  readonly #all = new Map<AccountId, Account>();
  readonly #holds = new Map<AccountId, AccountHold>();
  readonly #ports: () => AccountPorts;

  /** `ports` is asked when an account is added: the sink of accounts knows the accounts, too. */
  constructor(ports: () => AccountPorts) {
    this.#ports = ports;
  }

  add(id: AccountId): Account {
    const ports = this.#ports();
    const sink = gatedSink(ports.sink, () => this.#all.get(id) === account);
    const account = new Account(id, { ...ports, sink });
    this.#all.set(id, account);
    return account;
  }

  /** Ends an account. What its server still says is heard by nobody. */
  remove(id: AccountId): void {
    const account = this.#all.get(id);
    this.#all.delete(id);
    this.#holds.delete(id);
    account?.disconnect();
  }

  /** Takes an account offline: nothing is read from its server or sent to it until it is connected again. */
  hold(id: AccountId, why: AccountHold): void {
    this.#holds.set(id, why);
    this.#all.get(id)?.disconnect();
  }

  connect(id: AccountId, endpoint: Endpoint): void {
    this.#holds.delete(id);
    this.#all.get(id)?.connect(endpoint);
  }

  holdOf(id: AccountId): AccountHold | undefined {
    return this.#holds.get(id);
  }

  /** Whether answers go to this account now; those that do not are kept. */
  sendsTo(id: AccountId): boolean {
    return this.#all.has(id) && !this.#holds.has(id);
  }

  get(id: AccountId): Account | undefined {
    return this.#all.get(id);
  }

  ids(): AccountId[] {
    return [...this.#all.keys()];
  }

  /** Whether a connection is down and will be tried again. */
  readonly isAnyoneWaiting = (): boolean =>
    [...this.#all.values()].some((account) => {
      const { state } = account.view().connection;
      return state === 'offline' || state === 'connecting';
    });

  /** The person says "retry now". */
  nudge(): void {
    this.noticed('retry-now');
  }

  noticed(what: Noticed): void {
    for (const account of this.#all.values()) account.noticed(what);
  }

  /** Every account that is connected begins anew: what is stored is no longer what was read. */
  cut(why: string): void {
    for (const account of this.#all.values()) account.cut(why);
  }

  disconnect(): void {
    for (const account of this.#all.values()) account.disconnect();
  }
}
