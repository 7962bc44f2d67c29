import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { AccountView, AppState } from '#shared/inbox/app-state';
import { localAccount } from '#shared/inbox/item-key';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useRedrawAt } from '../../ui/use-moment.ts';
import { accountWords } from '../../words/accounts.ts';
import { words } from '../../words/shell.ts';
import styles from './Banners.module.css';
import { useRetryTick } from './use-retry-tick.ts';

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
      {localServer?.state === 'failed' && <LocalServerFailed server={localServer} />}
      {accounts
        // That nobody can connect to a server that is not there was just said.
        ?.filter((account) => localServer?.state !== 'failed' || account.id !== localAccount)
        .map((account) => (
          <ConnectionTrouble key={account.id} account={account} />
        ))}
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

function LocalServerFailed({ server }: { server: Extract<AppState['localServer'], { state: 'failed' }> }) {
  const now = Date.now();
  const left = server.retryAt === undefined ? 0 : server.retryAt - now;
  useRedrawAt(left > 0 ? now + (left % 1_000 || 1_000) : undefined);
  const retry = server.retryAt === undefined ? '' : ` ${words.banners.retryIn(left)}`;
  return (
    <Banner tone="danger" title={words.banners.localFailed} hint={`${server.message}${retry}`}>
      <RetryNow />
    </Banner>
  );
}

function ConnectionTrouble({ account }: { account: AccountView }) {
  const { navigation } = useStores();
  const { connection } = account;
  const inTrouble = connection.state === 'offline' || connection.state === 'refused';
  const isWorthSaying = useLasting(inTrouble || connection.state === 'connecting', worthSayingMs);
  const now = useRetryTick(connection);
  if (account.token === 'missing' && !account.paused) {
    return (
      <Banner tone="warn" title={accountWords.needsToken(account.name)} hint={accountWords.needsTokenHint}>
        <Button size="s" onClick={navigation.showAccounts}>
          {accountWords.enterToken}
        </Button>
      </Banner>
    );
  }
  if (!inTrouble || !isWorthSaying) return null;
  if (connection.state === 'refused') {
    return (
      <Banner
        tone="danger"
        title={words.banners.refused(account.name)}
        hint={words.banners.refusedHint[connection.because]}
      >
        {account.kind === 'added' && connection.because === 'unauthorized' ? (
          <Button size="s" onClick={navigation.showAccounts}>
            {accountWords.enterToken}
          </Button>
        ) : (
          <RetryNow />
        )}
      </Banner>
    );
  }
  const retry = words.banners.retryIn(connection.retryAt - now);
  return (
    <Banner tone="warn" title={words.banners.offline(account.name)} hint={`${retry} ${words.banners.offlineHint}`}>
      <RetryNow />
    </Banner>
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
