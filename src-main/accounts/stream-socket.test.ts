import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { networkWith } from '#main/network/testing/test-network';
import { type StreamEnd, type StreamSocket, webSocketOpener } from './stream-socket.ts';

let http: Server;
let streams: WebSocketServer;
let open: StreamSocket | undefined;

async function listen(): Promise<string> {
  http = createServer((_request, response) => response.writeHead(404).end());
  streams = new WebSocketServer({ noServer: true });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return `ws://127.0.0.1:${(http.address() as AddressInfo).port}/api/v1/client/stream`;
}

afterEach(() => {
  open?.end();
  for (const client of streams.clients) client.terminate();
  http.closeAllConnections();
  http.close();
});

/** Opens a stream and gives its first end, with the frames until then. */
function untilClosed(url: string): Promise<{ end: StreamEnd; frames: (string | undefined)[] }> {
  return new Promise((resolve) => {
    const frames: (string | undefined)[] = [];
    open = webSocketOpener(networkWith({}))(url, 'secret-token', {
      opened: () => {},
      frame: (text) => frames.push(text),
      alive: () => {},
      closed: (end) => resolve({ end, frames }),
    });
  });
}

test('the token travels in the header and never in the URL', async () => {
  const url = await listen();
  const seen = new Promise<{ url: string | undefined; authorization: string | undefined }>((resolve) => {
    http.on('upgrade', (request, socket) => {
      resolve({ url: request.url, authorization: request.headers.authorization });
      socket.destroy();
    });
  });
  void untilClosed(url);
  expect(await seen).toEqual({ url: '/api/v1/client/stream', authorization: 'Bearer secret-token' });
});

test('frames arrive as text, binary ones as nothing, and a close code says what follows', async () => {
  const url = await listen();
  http.on('upgrade', (request, socket, head) =>
    streams.handleUpgrade(request, socket, head, (client) => {
      client.send('{"type":"heartbeat"}');
      client.send(Buffer.from([1, 2, 3]));
      client.close(4401);
    }),
  );
  const { end, frames } = await untilClosed(url);
  expect(frames).toEqual(['{"type":"heartbeat"}', undefined]);
  expect(end.verdict).toBe('unauthorized');
});

test.each([
  [401, {}, 'unauthorized', undefined],
  [403, {}, 'forbidden', undefined],
  [426, {}, 'version', undefined],
  [429, { 'retry-after': '90' }, 'wait-a-minute', 90_000],
  [503, { 'retry-after': '7' }, 'retry', 7_000],
  [200, {}, 'retry', undefined],
])('HTTP %i instead of an upgrade', async (status, headers, verdict, retryAfterMs) => {
  const url = await listen();
  http.on('upgrade', (_request, socket) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} Whatever\r\n${lines.join('')}content-length: 0\r\n\r\n`);
  });
  const { end } = await untilClosed(url);
  expect([end.verdict, end.retryAfterMs]).toEqual([verdict, retryAfterMs]);
});

test('a frame beyond the limit ends the connection and is never handed on', async () => {
  const url = await listen();
  http.on('upgrade', (request, socket, head) =>
    streams.handleUpgrade(request, socket, head, (client) => client.send('x'.repeat(1_200_000))),
  );
  const { end, frames } = await untilClosed(url);
  expect(frames).toEqual([]);
  expect(end.verdict).toBe('retry');
});

test('nobody listening is said in words', async () => {
  const url = await listen();
  await new Promise<void>((resolve) => http.close(() => resolve()));
  expect((await untilClosed(url)).end).toEqual({ verdict: 'retry', why: 'Nothing listens at the server’s address.' });
});
