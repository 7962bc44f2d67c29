import type { Agent } from 'node:http';
import { WebSocket } from 'ws';
import { whyUnreachable } from '#main/network/fault-words';
import { wordsOfStranger } from '#main/network/strangers';
import { type CloseVerdict, maxMessageBytes, verdictOfClose } from '#shared/protocol/envelope';
import { parseRetryAfter } from '#shared/protocol/retry-after';

/** Why a stream ended, ready for the connection's reducer. */
export type StreamEnd = { verdict: CloseVerdict; why: string; retryAfterMs?: number | undefined };

export type StreamListeners = {
  opened: () => void;
  /** A text frame, bounded by size; a binary one is undefined. */
  frame: (text: string | undefined) => void;
  closed: (end: StreamEnd) => void;
};

export interface StreamSocket {
  send(text: string): void;
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
    socket.on('unexpected-response', (_request, response) => {
      const { statusCode: httpStatus = 0, headers } = response;
      const { location, 'content-type': contentType, 'retry-after': retryAfter } = headers;
      const stranger = wordsOfStranger({ url, httpStatus, contentType, location });
      end = stranger ? { verdict: 'retry', why: stranger } : endOfRefusedUpgrade(httpStatus, retryAfter);
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
  return { verdict, why: code === 1006 ? 'The connection was cut.' : `The server closed the connection (${code}).` };
}

/** What an HTTP answer instead of the upgrade means (section 6.4). */
export function endOfRefusedUpgrade(httpStatus: number, retryAfter: string | undefined): StreamEnd {
  const why = `The server answered the connection with HTTP ${httpStatus}.`;
  switch (httpStatus) {
    case 401:
      return { verdict: 'unauthorized', why };
    case 403:
      return { verdict: 'forbidden', why };
    case 426:
      return { verdict: 'version', why };
    case 429:
      return { verdict: 'wait-a-minute', why, retryAfterMs: parseRetryAfter(retryAfter, Date.now()) };
    default:
      return { verdict: 'retry', why, retryAfterMs: parseRetryAfter(retryAfter, Date.now()) };
  }
}
