import type { AccountView } from '#shared/inbox/app-state';
import { duration } from '#shared/inbox/urgency';
import { unreachable } from '#shared/result';
import { foreign } from '#shared/words/foreign';
import { words } from '#shared/words/words';

/** A wait shorter than this is over before it is read, in ms. */
const atOnceMs = 1_000;

/** The state of a connection, as short as it fits beside the server's name. Times in ms of this machine. */
export function connectionWords(connection: AccountView['connection'], now: number): string {
  const say = words.connection;
  switch (connection.state) {
    case 'live':
      return say.live;
    case 'connecting':
      return say.connecting;
    case 'catching-up':
      return say.catchingUp;
    case 'stopped':
      return say.stopped;
    case 'offline': {
      const ms = connection.retryAt - now;
      return ms < atOnceMs ? say.retrying : say.retryIn(duration(ms));
    }
    case 'refused':
      return say.refused[connection.because];
    default:
      return unreachable(connection);
  }
}

/** A quiet word about a connection that works in a lesser way. */
export function transportNote(transport: AccountView['transport']): string | undefined {
  switch (transport) {
    case 'websocket':
      return undefined;
    case 'sse':
      return words.banners.viaEvents;
    case 'polling':
      return words.banners.viaPolling;
    default:
      return unreachable(transport);
  }
}

type Trouble = { title: string; hint: string; canRetry: boolean };

/** What is wrong with a connection, why, and what happens next. `now` in ms of this machine. */
export function troubleWords(
  account: string,
  connection: AccountView['connection'],
  now: number,
  isOwnServer: boolean,
): Trouble {
  const { banners } = words;
  const title = isOwnServer ? banners.localFailed : banners.offline(account);
  switch (connection.state) {
    case 'refused':
      // Asking again with the same token would bring the same answer.
      return { title: banners.refused(account), hint: banners.refusedHint[connection.because], canRetry: false };
    case 'offline': {
      const ms = connection.retryAt - now;
      const retry = ms < atOnceMs ? banners.retryingNow : banners.retryIn(duration(ms));
      const then = connection.told ? banners.told : isOwnServer ? '' : banners.offlineHint;
      const hint = [foreign(connection.why, 200), retry, then].filter(Boolean).join(' ');
      return { title, hint, canRetry: !connection.told };
    }
    default:
      return { title, hint: '', canRetry: true };
  }
}
