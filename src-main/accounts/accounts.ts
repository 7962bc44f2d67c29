import type { AccountView } from '#shared/inbox/app-state';
import type { AccountId } from '#shared/inbox/item-key';
import { Account, type AccountPorts, type Noticed } from './account.ts';

/** The accounts of this run, all live at once. */
export class Accounts {
  readonly #all = new Map<AccountId, Account>();
  readonly #ports: () => AccountPorts;

  /** `ports` is asked when an account is added: the sink of accounts knows the accounts, too. */
  constructor(ports: () => AccountPorts) {
    this.#ports = ports;
  }

  add(id: AccountId, name: string): Account {
    const account = new Account(id, name, this.#ports());
    this.#all.set(id, account);
    return account;
  }

  get(id: AccountId): Account | undefined {
    return this.#all.get(id);
  }

  ids(): AccountId[] {
    return [...this.#all.keys()];
  }

  views(): AccountView[] {
    return [...this.#all.values()].map((account) => account.view());
  }

  /** Whether a connection is down and will be tried again. */
  readonly isAnyoneWaiting = (): boolean =>
    this.views().some(({ connection: { state } }) => state === 'offline' || state === 'connecting');

  /** The person says "retry now". */
  nudge(): void {
    this.noticed('retry-now');
  }

  noticed(what: Noticed): void {
    for (const account of this.#all.values()) account.noticed(what);
  }

  disconnect(): void {
    for (const account of this.#all.values()) account.disconnect();
  }
}
