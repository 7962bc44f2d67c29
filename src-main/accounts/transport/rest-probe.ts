import type { Ending } from '#shared/connection/state';
import { NotificationPage } from '#shared/protocol/response';
import { words } from '#shared/words/words';
import type { RestClient, RestFailure } from '../rest-client.ts';

/** What a read says of the server. `answered`: a server that speaks the protocol is there and well. */
export type Sign = { answered: true } | { answered: false; ending: Ending };

/** The cheapest read there is (section 5.1): one open notification. */
export async function askRest(rest: RestClient, signal: AbortSignal): Promise<Sign> {
  const read = await rest.call('GET', '/client/notifications?limit=1', NotificationPage, { signal });
  if (read.ok) return { answered: true };
  // A server that refuses in its own words is there, too, and so is one that only finds us too eager.
  if (read.error.kind === 'refused' && (read.error.httpStatus === 429 || isTheServers(read.error)))
    return { answered: true };
  return { answered: false, ending: endingOf(read.error) };
}

/** A refusal below 500 with a code of the protocol, not a page that something on the way wrote. */
function isTheServers(failure: Extract<RestFailure, { kind: 'refused' }>): boolean {
  return failure.httpStatus < 500 && !failure.code.startsWith('HTTP_');
}

/** What a failed read means for the connection. */
export function endingOf(failure: RestFailure): Ending {
  if (failure.kind === 'unreachable') return { verdict: 'retry', why: failure.why };
  const { httpStatus, code, message, retryAfterMs } = failure;
  const why = words.desk.refusal(code, message);
  // Servers are known to say 401 without words. A 403 without words is rather a proxy's.
  if (httpStatus === 401) return { verdict: 'unauthorized', why };
  if (httpStatus === 403 && isTheServers(failure)) return { verdict: 'forbidden', why };
  if (failure.code === 'UNSUPPORTED_VERSION') return { verdict: 'version', why };
  return { verdict: 'retry', why, retryAfterMs };
}
