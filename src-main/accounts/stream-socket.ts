import type { Agent } from 'node:http';
import { WebSocket } from 'ws';
import { whyUnreachable } from '#main/network/fault-words';
import { wordsOfStranger } from '#main/network/strangers';
import { type CloseVerdict, maxMessageBytes, verdictOfClose } from '#shared/protocol/envelope';
import { parseRetryAfter } from '#shared/protocol/retry-after';
import { words } from '#shared/words/words';

/** Why a stream ended, ready for the connection's reducer. `answered`: something spoke HTTP instead of opening it. */
export type StreamEnd = {
  verdict: CloseVerdict;
  why: string;
  retryAfterMs?: number | undefined;
  answered?: boolean;
};

export type StreamListeners = {
  opened: () => void;
  /** A text frame, bounded by size; a binary one is undefined. */
  frame: (text: string | undefined) => void;
  /** A sign of life that is no message: the answer to a ping, or a ping of the server's. */
  alive: () => void;
  closed: (end: StreamEnd) => void;
};

export interface StreamSocket {
  send(text: string): void;
  /** Asks for a sign of life. */
  ping(): void;
  /** Ends the socket at once. No listener is called after it. */
  end(): void;
}

/** Opens a stream. The token travels in the header, never in the URL (section 3). */
export type OpenStream = (url: string, token: string, listeners: StreamListeners) => StreamSocket;

const handshakeTimeoutMs = 10_000;
/** Generous to servers that count the 1 MB of section 6.1 without the envelope. */
const maxPayload = maxMessageBytes + 65_536;

/** The stream over a WebSocket of the package `ws`, through the proxies and the trust of `network`. */
export const webSocketOpener =
  (network: { agentFor(url: string): Agent }): OpenStream =>
  (url, token, listeners) => {
    const socket = new WebSocket(url, {
      agent: network.agentFor(url),
      headers: { Authorization: `Bearer ${token}` },
      handshakeTimeout: handshakeTimeoutMs,
      maxPayload,
      followRedirects: false,
      perMessageDeflate: false,
    });
    let end: StreamEnd | undefined;
    socket.on('open', listeners.opened);
    socket.on('message', (data, isBinary) => listeners.frame(isBinary ? undefined : String(data)));
    socket.on('pong', listeners.alive);
    socket.on('ping', listeners.alive);
    socket.on('unexpected-response', (_request, response) => {
      const { statusCode: httpStatus = 0, headers } = response;
      const { location, 'content-type': contentType, 'retry-after': retryAfter } = headers;
      end = endOfRefusedStream({ url, httpStatus, contentType, location, retryAfter });
      response.destroy();
      socket.terminate();
    });
    socket.on('error', (error) => {
      end ??= { verdict: 'retry', why: whyUnreachable(error) };
    });
    socket.on('close', (code) => listeners.closed(end ?? endOfClose(code)));
    return {
      send: (text) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(text);
      },
      ping: () => {
        if (socket.readyState === WebSocket.OPEN) socket.ping();
      },
      end: () => {
        socket.removeAllListeners();
        socket.on('error', () => {}); // ending a socket that is still opening emits one
        if (socket.readyState === WebSocket.OPEN) socket.close(1000);
        else socket.terminate();
      },
    };
  };

function endOfClose(code: number): StreamEnd {
  const verdict = verdictOfClose(code);
  return { verdict, why: code === 1006 ? words.faults.cut : words.faults.serverClosed(code) };
}

type Refusal = {
  url: string;
  httpStatus: number;
  contentType: string | null | undefined;
  location: string | null | undefined;
  retryAfter: string | null | undefined;
};

/** What an HTTP answer in place of a stream means (section 6.4). A page is a stranger's or a proxy's, never the server's refusal. */
export function endOfRefusedStream({ retryAfter, ...answer }: Refusal): StreamEnd {
  const { httpStatus, contentType } = answer;
  const stranger = wordsOfStranger(answer);
  if (stranger) return { verdict: 'retry', why: stranger, answered: true };
  if (/html/i.test(contentType ?? '')) {
    const why = words.faults.pageInstead(httpStatus);
    return { verdict: 'retry', why, answered: true };
  }
  const why = words.faults.refusedStream(httpStatus);
  const retryAfterMs = parseRetryAfter(retryAfter, Date.now());
  switch (httpStatus) {
    case 401:
      return { verdict: 'unauthorized', why, answered: true };
    case 403:
      return { verdict: 'forbidden', why, answered: true };
    case 426:
      return { verdict: 'version', why, answered: true };
    case 429:
      return { verdict: 'wait-a-minute', why, retryAfterMs, answered: true };
    default:
      return { verdict: 'retry', why, retryAfterMs, answered: true };
  }
}
