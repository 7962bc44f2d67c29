import { type MouseEvent, type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import type { AccountView, AppState } from '#shared/inbox/app-state';
import { isOnlyFilter } from '#shared/inbox/search/edit-query';
import { valueAmong } from '#shared/inbox/search/facets';
import { number } from '#shared/words/plural';
import { words } from '#shared/words/words';
import { useKeyHint } from '../../keyboard/key-hints.tsx';
import type { View } from '../../stores/route.ts';
import { useStores } from '../../stores/use-stores.ts';
import { AccountSwatch } from '../../ui/AccountMark.tsx';
import { Brand } from '../../ui/Brand.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useRetryTick } from '../../ui/use-retry-tick.ts';
import { VisibleText } from '../../ui/VisibleText.tsx';
import { accountStateWords } from '../../words/accounts.ts';
import { transportNote } from '../../words/connection.ts';
import { SavedFilters } from './SavedFilters.tsx';
import styles from './Sidebar.module.css';
import { shownConnection } from './shown-connection.ts';

/** The views, the services that wait and the servers they come from. `onGo`: something was chosen. */
export function Sidebar({ onGo }: { onGo?: () => void }) {
  const settingsKey = useKeyHint('go-settings');
  return (
    <div className={styles.side}>
      <nav className={styles.nav} aria-label={words.sidebar.label}>
        <Brand />
        <ViewLink view="inbox" onGo={onGo}>
          <OpenCount />
        </ViewLink>
        <ViewLink view="snoozed" onGo={onGo}>
          <SnoozedCount />
        </ViewLink>
        <ViewLink view="history" onGo={onGo} />
        <SavedFilters onGo={onGo} />
        <Services onGo={onGo} />
        <Servers onGo={onGo} />
        <ViewLink view="settings" onGo={onGo}>
          {settingsKey !== undefined && <Kbd>{settingsKey}</Kbd>}
        </ViewLink>
      </nav>
    </div>
  );
}

function ViewLink({ view, onGo, children }: { view: View; onGo?: (() => void) | undefined; children?: ReactNode }) {
  const { route, navigation } = useStores();
  const isCurrent = useStore(route.store, (state) => state.view === view);
  const go = (event: MouseEvent) => {
    event.preventDefault();
    navigation.show(view);
    navigation.backToList();
    onGo?.();
  };
  return (
    <a
      className={styles.item}
      href={`#${view}`}
      draggable={false}
      data-view={view}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={go}
    >
      <span className={styles.name}>{words.shell.views[view]}</span>
      {children}
    </a>
  );
}

/** Drawn only: the link's name stays exact, and the window's title says the number. */
function OpenCount() {
  const { app } = useStores();
  const open = useStore(app.store, (state) => state.app?.counts.open ?? 0);
  if (open === 0) return null;
  return (
    <span className={styles.count} aria-hidden="true">
      {number(open)}
    </span>
  );
}

/** Drawn only, as the one above. */
function SnoozedCount() {
  const { app } = useStores();
  const snoozed = useStore(app.store, (state) => state.app?.counts.snoozed ?? 0);
  if (snoozed === 0) return null;
  return (
    <span className={styles.count} aria-hidden="true">
      {number(snoozed)}
    </span>
  );
}

function Services({ onGo }: { onGo?: (() => void) | undefined }) {
  const { app, lists, route, navigation } = useStores();
  const services = useStore(app.store, (state) => state.app?.services);
  const search = useStore(lists.inbox.store, (state) => state.search);
  const isInbox = useStore(route.store, (state) => state.view === 'inbox');
  const id = useId();
  if (!services || services.length === 0) return null;
  return (
    // No landmark: Settings has a section of that name.
    <div className={styles.services}>
      <h2 className={styles.heading} id={id}>
        {words.sidebar.services}
      </h2>
      <ul aria-labelledby={id}>
        {services.map((service) => {
          const value = valueAmong(service, services);
          const isOnly = isInbox && isOnlyFilter(search, 'service', value, ['service']);
          return (
            <li key={service.id}>
              <button
                type="button"
                className={styles.item}
                aria-pressed={isOnly}
                title={words.sidebar.onlyFrom(service.name || service.id)}
                onClick={() => {
                  navigation.showOnly('service', value);
                  onGo?.();
                }}
              >
                <span className={styles.name}>
                  <span className={styles.foreign} dir="auto">
                    <VisibleText text={service.name || service.id} />
                  </span>
                </span>
                <span className={styles.count} title={words.sidebar.waiting(service.open)}>
                  {number(service.open)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Servers({ onGo }: { onGo?: (() => void) | undefined }) {
  const { app } = useStores();
  const accounts = useStore(app.store, (state) => state.app?.accounts);
  const localServer = useStore(app.store, (state) => state.app?.localServer);
  const id = useId();
  if (!accounts || accounts.length === 0 || !localServer) return null;
  return (
    <section aria-labelledby={id}>
      <h2 className={styles.heading} id={id}>
        {words.sidebar.servers}
      </h2>
      <ul>
        {accounts.map((account) => (
          <li key={account.id}>
            {accounts.length > 1 ? (
              <ServerFilter account={account} localServer={localServer} onGo={onGo} />
            ) : (
              <Server account={account} localServer={localServer} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type ServerProps = { account: AccountView; localServer: AppState['localServer'] };

/** With more than one server each is a filter, and carries the mark that its questions have. */
function ServerFilter({ account, localServer, onGo }: ServerProps & { onGo?: (() => void) | undefined }) {
  const { app, lists, route, navigation } = useStores();
  const value = useStore(app.store, (state) => valueAmong(account, state.app?.accounts ?? []));
  const isOnly = useStore(lists.inbox.store, (state) => isOnlyFilter(state.search, 'account', value, ['account']));
  const isInbox = useStore(route.store, (state) => state.view === 'inbox');
  const isPressed = isOnly && isInbox;
  return (
    <button
      type="button"
      className={styles.serverFilter}
      aria-pressed={isPressed}
      onClick={() => {
        navigation.showOnly('account', value);
        onGo?.();
      }}
    >
      <Server account={account} localServer={localServer} mark={<AccountSwatch colour={account.colour} />} />
    </button>
  );
}

function Server({ account, localServer, mark }: ServerProps & { mark?: ReactNode }) {
  const connection = shownConnection(account, localServer);
  const now = useRetryTick(connection);
  const note = connection.state === 'live' ? transportNote(account.transport) : undefined;
  return (
    <span className={styles.server} title={account.url}>
      <i className={styles.dot} data-state={stateOf({ ...account, connection })} />
      {mark}
      <span className={styles.standing}>
        <span className={styles.name}>
          <span className={styles.foreign} dir="auto">
            <VisibleText text={account.name} />
          </span>
        </span>
        <span className={styles.count}>{accountStateWords({ ...account, connection }, now)}</span>
        {note && <span className={styles.note}>{note}</span>}
      </span>
    </span>
  );
}

/** The dot beside a server: an account without its token is in trouble, a paused one is not. */
function stateOf({ connection, paused, token }: AccountView): string {
  if (paused) return 'paused';
  return token === 'missing' ? 'refused' : connection.state;
}
