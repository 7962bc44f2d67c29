import { parseCallbackUrl } from './callback-url.ts';
import { exchange, type Outgoing, type PostReply } from './post.ts';
import { allowedAddresses, type Resolve } from './resolve.ts';

/** By which rules other machines are reached. `signal` ends the attempt; `now` in ms. */
export type Way = { onLoopback: boolean; resolve: Resolve; now: number; signal: AbortSignal };

/**
 * How one attempt to reach a URL ended: a reply or none, an address that is not allowed, or a refusal that came in another
 * way than by the status of the reply.
 */
export type AttemptOutcome = PostReply | { kind: 'not-allowed' | 'refused'; message: string };

/**
 * Sends one request to a URL that somebody gave us (guarantees.md 2): its spelling and all its addresses are checked, the
 * connection goes to an address that was, and no redirect is followed. Everything the server sends out goes this way.
 */
export async function reach(text: string, outgoing: Outgoing, way: Omit<Way, 'now'>): Promise<AttemptOutcome> {
  const { onLoopback, resolve, signal } = way;
  const url = parseCallbackUrl(text, onLoopback);
  if (!url.ok) return { kind: 'not-allowed', message: url.error };
  const addresses = await untilAborted(allowedAddresses(url.value, onLoopback, resolve), signal);
  if (addresses === undefined) return { kind: 'failed', message: 'No reply in time.' };
  if (!addresses.ok) {
    const { because, message } = addresses.error;
    return { kind: because === 'not-allowed' ? 'not-allowed' : 'failed', message };
  }
  return exchange(url.value, addresses.value, outgoing, signal);
}

/** The system's name lookup cannot be called off, so it is left behind when time is up. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return Promise.race([
    work,
    new Promise<undefined>((resolve) => {
      if (signal.aborted) resolve(undefined);
      signal.addEventListener('abort', () => resolve(undefined), { once: true });
    }),
  ]);
}
