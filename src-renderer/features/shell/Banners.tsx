import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ConnectionView } from '#shared/connection/connection';
import type { AccountView, AppState } from '#shared/inbox/app-state';
import { localAccount } from '#shared/inbox/item-key';
import { words } from '#shared/words/words';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useRetryTick } from '../../ui/use-retry-tick.ts';
import { troubleWords } from '../../words/connection.ts';
import styles from './Banners.module.css';
import { shownConnection } from './shown-connection.ts';

/** A connection that is lost for less than this, in ms, is nobody's worry. */
const worthSayingMs = 1_200;

/** What stands above everything while something is not as it should be. */
export function Banners() {
  const { app } = useStores();
  const accounts = useStore(app.store, (state) => state.app?.accounts);
  const localServer = useStore(app.store, (state) => state.app?.localServer);
  const warnings = useStore(app.store, (state) => state.app?.warnings);
  const putAway = useStore(app.store, (state) => state.putAway);
  return (
    <div role="status" className={styles.banners}>
      {localServer &&
        accounts?.map((account) => <ConnectionTrouble key={account.id} account={account} localServer={localServer} />)}
      {warnings
        ?.filter((warning) => !putAway.has(warning.id))
        .map((warning) => (
          <Banner key={warning.id} tone="warn" title={warning.message} hint={warning.hint}>
            <Button size="s" onClick={() => app.putAwayWarning(warning.id)}>
              {words.banners.dismiss}
            </Button>
          </Banner>
        ))}
    </div>
  );
}

type Trouble = { account: AccountView; localServer: AppState['localServer'] };

function ConnectionTrouble({ account, localServer }: Trouble) {
  const connection = troubled(shownConnection(account, localServer), account.lastError);
  const isOwnServer = localServer.state === 'failed' && account.id === localAccount;
  const inTrouble = connection.state === 'offline' || connection.state === 'refused' || isOwnServer;
  const isWorthSaying = useLasting(inTrouble || connection.state === 'connecting', worthSayingMs);
  const now = useRetryTick(connection);
  if (account.token === 'missing' && !account.paused) {
    return (
      <Banner tone="warn" title={words.accounts.needsToken(account.name)} hint={words.accounts.needsTokenHint}>
        <EnterToken />
      </Banner>
    );
  }
  if (!inTrouble || !(isWorthSaying || isOwnServer)) return null;
  const wantsToken =
    account.kind === 'added' && connection.state === 'refused' && connection.because === 'unauthorized';
  const { title, hint, canRetry } = troubleWords(account.name, connection, now, isOwnServer);
  return (
    <Banner tone={connection.state === 'offline' && !isOwnServer ? 'warn' : 'danger'} title={title} hint={hint}>
      {wantsToken ? <EnterToken /> : canRetry && <RetryNow />}
    </Banner>
  );
}

/** While an attempt after a failure is under way the banner stays: it would come and go with every attempt. */
function troubled(connection: ConnectionView, lastError: AccountView['lastError']): ConnectionView {
  if (connection.state !== 'connecting' || !lastError) return connection;
  return { state: 'offline', retryAt: 0, why: lastError.why };
}

function EnterToken() {
  const { navigation } = useStores();
  return (
    <Button size="s" onClick={navigation.showAccounts}>
      {words.accounts.enterToken}
    </Button>
  );
}

function RetryNow() {
  const { app } = useStores();
  return (
    <Button size="s" onClick={() => app.retryConnection()}>
      {words.banners.retryNow}
    </Button>
  );
}

function Banner({
  tone,
  title,
  hint,
  children,
}: {
  tone: 'warn' | 'danger';
  title: string;
  hint: string;
  children: ReactNode;
}) {
  return (
    <div className={styles.banner} data-tone={tone}>
      <Icon name={tone === 'warn' ? 'cloud' : 'warning'} className={styles.icon} />
      <p className={styles.text}>
        <b className={styles.title}>{title}</b> {hint}
      </p>
      {children}
    </div>
  );
}

/** Whether something has been true for a while. */
function useLasting(isTrue: boolean, ms: number): boolean {
  const [lasted, setLasted] = useState(false);
  useEffect(() => {
    if (!isTrue) return setLasted(false);
    const timer = setTimeout(() => setLasted(true), ms);
    return () => clearTimeout(timer);
  }, [isTrue, ms]);
  return lasted;
}
