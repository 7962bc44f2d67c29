import { createStore } from 'zustand/vanilla';
import type { AccountColour } from '#shared/inbox/account';
import type { AppState } from '#shared/inbox/app-state';
import type { Settings, SettingsChange } from '#shared/inbox/settings';
import type { Bridge } from '#shared/ipc/contract';
import type { AppError } from '#shared/result';
import { type Speech, speech } from '#shared/words/language';
import { speak, words } from '#shared/words/words';

export type AppStoreState = {
  /** Undefined until the first reading arrived. */
  app: AppState | undefined;
  failure: AppError | undefined;
  /** Why the last change of a setting was not saved. */
  settingsFailure: AppError | undefined;
  /** Warnings that the person has read and put away, for this session. */
  putAway: ReadonlySet<string>;
};

/** The state of the whole app as the main process tells it, with the person's own changes on top until they are saved. */
export function createAppStore(bridge: Bridge) {
  const store = createStore<AppStoreState>(() => ({
    app: undefined,
    failure: undefined,
    settingsFailure: undefined,
    putAway: new Set(),
  }));
  let heard = false;
  let told: AppState | undefined;
  let unsaved: SettingsChange = {};
  let saving = 0;

  const take = (app: AppState) => {
    told = app;
    // Before anyone draws: who hears of this finds the new words.
    if (speechKey(app.speech) !== speechKey(speech)) speak(app.speech);
    const settings: Settings = { ...app.settings, ...unsaved };
    store.setState({ app: { ...app, settings }, failure: undefined });
  };

  async function read(): Promise<void> {
    const reply = await bridge.call('app:read');
    if (heard) return;
    if (reply.ok) take(reply.value);
    else store.setState({ failure: reply.error });
  }

  return {
    store,
    read,

    /** Listens, then reads: nothing that happens in between is missed, and a reading older than a message is dropped. */
    async start(): Promise<void> {
      bridge.on('app:changed', (app) => {
        heard = true;
        take(app);
      });
      await read();
    },

    /** Shows a change at once and saves it; one that could not be saved is taken back and said. */
    async changeSettings(change: SettingsChange): Promise<void> {
      unsaved = { ...unsaved, ...change };
      store.setState({ settingsFailure: undefined });
      if (told) take(told);
      saving += 1;
      const reply = await bridge.call('app:change-settings', change);
      saving -= 1;
      if (reply.ok && told) told = { ...told, settings: { ...told.settings, ...change } };
      if (saving === 0) unsaved = {};
      if (told) take(told);
      if (!reply.ok) store.setState({ settingsFailure: reply.error });
    },

    retryConnection(): void {
      void bridge.call('app:retry-connection');
    },

    putAwayWarning(id: string): void {
      store.setState(({ putAway }) => ({ putAway: new Set(putAway).add(id) }));
    },

    async copyText(text: string): Promise<boolean> {
      return (await bridge.call('clipboard:copy-text', { text })).ok;
    },
  };
}
export type AppStore = ReturnType<typeof createAppStore>;

/** Another text for whatever is spoken otherwise: as a dependency, and to compare. */
export function speechKey({ language, locale }: Speech): string {
  return `${language} ${locale}`;
}

/** What an account is called and how it is marked, while there is more than one; a removed one counts as such. */
export function accountOf(
  app: AppState | undefined,
  id: string,
): { name: string; colour: AccountColour | undefined; paused?: boolean } | undefined {
  if (!app || app.accounts.length + app.formerAccounts.length < 2) return undefined;
  const former = app.formerAccounts.find((one) => one.id === id);
  return app.accounts.find((one) => one.id === id) ?? (former && { name: former.name, colour: undefined });
}

/** The name that stands beside what comes from an account; that it is paused belongs to it. */
export function accountLabel(app: AppState | undefined, id: string): string | undefined {
  const account = accountOf(app, id);
  return account?.paused ? words.accounts.pausedName(account.name) : account?.name;
}

/** What to add to this machine's clock to get the time of an account's server. */
export function clockOffset(app: AppState | undefined, account: string): number {
  return app?.accounts.find((one) => one.id === account)?.clockOffsetMs ?? 0;
}
