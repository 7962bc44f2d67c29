import type { AccountView } from '#shared/inbox/app-state';
import { words } from '#shared/words/words';
import { accountStateWords } from '../../../words/accounts.ts';
import { exactTime } from '../../../words/times.ts';
import styles from './Accounts.module.css';

/** Where an account's server is, how the connection to it is and was, and how its token is kept. */
export function AccountFacts({ account, now }: { account: AccountView; now: number }) {
  const { url, connection, transport, lastConnectedAt, lastError, token, kind } = account;
  const isUp = connection.state === 'live' || connection.state === 'catching-up';
  const how = isUp && transport ? ` ${words.accounts.transports[transport]}` : '';
  const why = connection.state === 'offline' ? `: ${connection.why}` : '';
  return (
    <dl className={styles.facts}>
      <dt>{words.accounts.address}</dt>
      <dd>{url === '' ? words.accounts.notYet : <code>{url}</code>}</dd>
      <dt>{words.accounts.connection}</dt>
      <dd>
        {accountStateWords(account, now)}
        {how}
        {why}
      </dd>
      <dt>{words.accounts.lastConnected}</dt>
      <dd>{lastConnectedAt === undefined ? words.accounts.never : exactTime(lastConnectedAt, now)}</dd>
      {lastError && (
        <>
          <dt>{words.accounts.lastProblem}</dt>
          <dd>
            {exactTime(lastError.at, now)}: {lastError.why}
          </dd>
        </>
      )}
      {token !== undefined && (
        <>
          <dt>{words.accounts.tokenKept}</dt>
          <dd>{kind === 'run' ? words.accounts.runToken : words.accounts.kept[token]}</dd>
        </>
      )}
    </dl>
  );
}
