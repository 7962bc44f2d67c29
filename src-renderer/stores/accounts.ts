import { createStore } from 'zustand/vanilla';
import type { AccountColour, AccountHoldings, TokenProtection } from '#shared/inbox/account';
import type { AccountId } from '#shared/inbox/item-key';
import type { Bridge, IpcArgs } from '#shared/ipc/contract';
import type { AppError, Result } from '#shared/result';

export type NewAccount = IpcArgs<'accounts:add'>;
export type ServerForm = IpcArgs<'accounts:check'>;

export type AccountsState = {
  /** Undefined until it was asked for. */
  protection: TokenProtection | undefined;
  /** Where the form for a new account stands. */
  form: { at: 'idle' | 'checking' | 'adding' } | { at: 'good'; url: string } | { at: 'refused'; error: AppError };
  /** The latest act on an account: under way, or why it was refused. */
  act: { account: AccountId; state: 'doing' | AppError } | undefined;
  /** What would go with the account that is about to be removed. */
  holdings: { account: AccountId; held: AccountHoldings } | undefined;
};

/** What a person does with accounts. A token passes through here on its way and is kept nowhere in the page. */
export function createAccountsStore(bridge: Bridge) {
  const store = createStore<AccountsState>(() => ({
    protection: undefined,
    form: { at: 'idle' },
    act: undefined,
    holdings: undefined,
  }));
  /** Counts what the form asked; a reply to what was typed before is dropped. */
  let question = 0;

  const isAsking = () => ['checking', 'adding'].includes(store.getState().form.at);

  async function ask<T>(at: 'checking' | 'adding', run: () => Promise<Result<T>>): Promise<T | undefined> {
    question += 1;
    const mine = question;
    store.setState({ form: { at } });
    const reply = await run();
    if (!reply.ok && mine === question) store.setState({ form: { at: 'refused', error: reply.error } });
    return reply.ok && mine === question ? reply.value : undefined;
  }

  async function act(account: AccountId, run: () => Promise<Result<undefined>>): Promise<boolean> {
    if (store.getState().act?.state === 'doing') return false;
    store.setState({ act: { account, state: 'doing' } });
    const reply = await run();
    store.setState({ act: reply.ok ? undefined : { account, state: reply.error } });
    return reply.ok;
  }

  async function readHoldings(account: AccountId): Promise<void> {
    const reply = await bridge.call('accounts:in-flight', { account });
    if (reply.ok) store.setState({ holdings: { account, held: reply.value } });
  }

  return {
    store,

    async readProtection(): Promise<void> {
      const reply = await bridge.call('accounts:read-protection');
      if (reply.ok) store.setState({ protection: reply.value });
    },

    /** Asks the server of the form, and saves nothing. */
    async check(form: ServerForm): Promise<void> {
      if (isAsking()) return;
      const good = await ask('checking', () => bridge.call('accounts:check', form));
      if (good) store.setState({ form: { at: 'good', url: good.url } });
    },

    /** Adds the account of the form; answers whether it is there. */
    async add(account: NewAccount): Promise<boolean> {
      if (isAsking()) return false;
      const added = await ask('adding', () => bridge.call('accounts:add', account));
      if (added) store.setState({ form: { at: 'idle' } });
      return added !== undefined;
    },

    /** Something was typed: what was said about the form before no longer counts. */
    forgetForm(): void {
      question += 1;
      store.setState({ form: { at: 'idle' } });
    },
    forgetAct: () => store.setState({ act: undefined }),

    edit(account: AccountId, { name, colour }: { name?: string; colour?: AccountColour }): Promise<boolean> {
      return act(account, async () => {
        const renamed = name === undefined ? undefined : await bridge.call('accounts:rename', { account, name });
        if (renamed?.ok === false || colour === undefined) return renamed ?? { ok: true, value: undefined };
        return bridge.call('accounts:recolour', { account, colour });
      });
    },
    pause: (account: AccountId) => act(account, () => bridge.call('accounts:pause', { account })),
    resume: (account: AccountId) => act(account, () => bridge.call('accounts:resume', { account })),
    retry: (account: AccountId) => act(account, () => bridge.call('accounts:retry', { account })),
    setToken: (account: AccountId, token: string, mayBeReadable: boolean) =>
      act(account, () => bridge.call('accounts:set-token', { account, token, mayBeReadable })),

    /** Keeps what would go with an account up to date while the person looks at it. Returns the end of it. */
    watchHoldings(account: AccountId): () => void {
      store.setState({ holdings: undefined });
      void readHoldings(account);
      return bridge.on('inbox:changed', () => void readHoldings(account));
    },

    async remove(account: AccountId, how: { historyKept: boolean; discardAnswers: boolean }): Promise<boolean> {
      const removed = await act(account, () => bridge.call('accounts:remove', { account, ...how }));
      if (!removed) await readHoldings(account);
      return removed;
    },
  };
}
export type AccountsStore = ReturnType<typeof createAccountsStore>;
