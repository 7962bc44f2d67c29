import type { ConnectionView } from '#shared/connection/connection';
import type { AccountView, AppState } from '#shared/inbox/app-state';
import { localAccount } from '#shared/inbox/item-key';
import { unreachable } from '#shared/result';

/**
 * The connection of an account as every part of the window shows it. While the server on this computer is not there, what
 * counts for its account is when that server is started again, not when somebody would knock at it next.
 */
export function shownConnection(account: AccountView, localServer: AppState['localServer']): ConnectionView {
  if (account.id !== localAccount) return account.connection;
  switch (localServer.state) {
    case 'listening':
      return account.connection;
    case 'starting':
      return { state: 'connecting' };
    case 'failed':
      return localServer.retryAt === undefined
        ? { state: 'stopped' }
        : { state: 'offline', retryAt: localServer.retryAt, why: localServer.message };
    default:
      return unreachable(localServer);
  }
}
