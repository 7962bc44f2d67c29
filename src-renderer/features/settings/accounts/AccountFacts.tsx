import type { AccountView } from '#shared/inbox/app-state';
import { accountStateWords, accountWords as words } from '../../../words/accounts.ts';
import { exactTime } from '../../../words/shell.ts';
import styles from './Accounts.module.css';

/** Where an account's server is, how the connection to it is and was, and how its token is kept. */
export function AccountFacts({ account, now, locale }: { account: AccountView; now: number; locale: string }) {
  const { url, connection, transport, lastConnectedAt, lastError, token, kind } = account;
  const isUp = connection.state === 'live' || connection.state === 'catching-up';
  const how = isUp && transport ? ` ${words.transports[transport]}` : '';
  const why = connection.state === 'offline' ? `: ${connection.why}` : '';
  return (
    <dl className={styles.facts}>
      <dt>{words.address}</dt>
      <dd>{url === '' ? words.notYet : <code>{url}</code>}</dd>
      <dt>{words.connection}</dt>
      <dd>
        {accountStateWords(account, now)}
        {how}
        {why}
      </dd>
      <dt>{words.lastConnected}</dt>
      <dd>{lastConnectedAt === undefined ? words.never : exactTime(lastConnectedAt, now, locale)}</dd>
      {lastError && (
        <>
          <dt>{words.lastProblem}</dt>
          <dd>
            {exactTime(lastError.at, now, locale)}: {lastError.why}
          </dd>
        </>
      )}
      {token !== undefined && (
        <>
          <dt>{words.tokenKept}</dt>
          <dd>{kind === 'run' ? words.runToken : words.kept[token]}</dd>
        </>
      )}
    </dl>
  );
}
