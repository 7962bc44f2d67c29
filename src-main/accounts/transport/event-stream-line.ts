import { whyUnreachable } from '#main/network/fault-words';
import type { Ending } from '#shared/connection/state';
import { maxMessageBytes } from '#shared/protocol/envelope';
import { words } from '#shared/words/words';
import { readEvent } from '../frames.ts';
import type { Fetch } from '../rest-client.ts';
import { endOfRefusedStream } from '../stream-socket.ts';
import { EventParser } from './event-parser.ts';
import { type LineListeners, type OpenLine, streamUrl } from './line.ts';
import { askRest } from './rest-probe.ts';

/** Generous to servers that count the 1 MB of section 6.1 without what stands around it. */
const mostCharacters = maxMessageBytes + 65_536;

/**
 * Server-sent events over the same `fetch` as everything else (section 7), so that the header carries the token and our
 * own backoff rules. An account keeps one of these: it remembers which event came last.
 */
export function eventStreamLine(fetch: Fetch): OpenLine {
  let lastEventId: string | undefined;
  return ({ url, token, rest }, listeners) => {
    const life = new AbortController();
    const { signal } = life;
    const headers = {
      Accept: 'text/event-stream',
      Authorization: `Bearer ${token}`,
      ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }),
    };
    const read = async () => {
      const address = streamUrl(url, 'events');
      const response = await fetch(address, { method: 'GET', headers, redirect: 'manual', signal });
      if (signal.aborted) return undefined;
      const type = response.headers.get('content-type');
      if (response.status !== 200 || !response.body || !/^text\/event-stream/i.test(type ?? '')) {
        void response.body?.cancel().catch(() => {});
        return endOfRefusedStream({
          url: address,
          httpStatus: response.status,
          contentType: type,
          location: response.headers.get('location'),
          retryAfter: response.headers.get('retry-after'),
        });
      }
      listeners.opened();
      return readBody(response.body, signal, listeners, (id) => {
        lastEventId = id;
      });
    };
    void read()
      .catch((thrown): Ending => ({ verdict: 'retry', why: whyUnreachable(thrown) }))
      .then((ending) => {
        if (!signal.aborted && ending) listeners.closed(ending);
        life.abort();
      });
    return {
      acknowledge: (id) => void rest.acknowledge(id),
      probe: () => void askRest(rest, signal).then(({ answered }) => answered && !signal.aborted && listeners.proven()),
      end: () => life.abort(),
    };
  };
}

async function readBody(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  { frame, alive }: LineListeners,
  onId: (id: string) => void,
): Promise<Ending> {
  const parser = new EventParser(mostCharacters);
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done || signal.aborted) return { verdict: 'retry', why: words.faults.serverEnded };
    const events = parser.push(decoder.decode(value, { stream: true }));
    if (events === 'too-large') {
      void reader.cancel().catch(() => {});
      return { verdict: 'retry', why: words.faults.tooLarge };
    }
    if (events.length === 0) alive();
    for (const { name, data, id } of events) {
      if (signal.aborted) break;
      frame(readEvent(name, data));
      // An event that ended the line was not taken.
      if (id !== undefined && id !== '' && !signal.aborted) onId(id);
    }
  }
}
