import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { networkWith } from './testing/test-network.ts';
import { TestServer } from './testing/test-server.ts';

let server: TestServer;
let url: string;

beforeEach(async () => {
  server = await TestServer.start();
  url = `http://127.0.0.1:${server.port}`;
});

afterEach(() => server.stop());

const { fetch } = networkWith({});

describe('a call', () => {
  test('carries method, headers and body, and brings back status, headers and body', async () => {
    server.respond = (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part) => parts.push(part));
      request.on('end', () => {
        const { method, url: path, headers } = request;
        response.writeHead(201, { 'X-Of': ['a', 'b'], 'content-type': 'application/json' });
        response.end(
          JSON.stringify({
            method,
            path,
            host: headers.host,
            key: headers['idempotency-key'],
            body: `${Buffer.concat(parts)}`,
          }),
        );
      });
    };
    const reply = await fetch(`${url}/a?b=c`, { method: 'POST', headers: { 'Idempotency-Key': 'k' }, body: '{"é":1}' });
    expect([reply.status, reply.ok, reply.headers.get('x-of')]).toEqual([201, true, 'a, b']);
    const host = `127.0.0.1:${server.port}`;
    expect(await reply.json()).toEqual({ method: 'POST', path: '/a?b=c', host, key: 'k', body: '{"é":1}' });
  });

  test('without a reply’s body', async () => {
    server.respond = (_request, response) => void response.writeHead(204).end();
    expect((await fetch(url, {})).body).toBeNull();
  });

  test('uses a connection again', async () => {
    for (let call = 0; call < 5; call++) await (await fetch(url, {})).text();
    expect([server.seen.length, server.connections]).toEqual([5, 1]);
  });

  test('streams: what arrived is there before the end', async () => {
    let more = () => {};
    server.respond = (_request, response) => {
      response.write('data: one\n\n');
      more = () => response.write('data: two\n\n');
    };
    const abort = new AbortController();
    const reader = (await fetch(url, { signal: abort.signal })).body?.getReader();
    const next = async () => Buffer.from((await reader?.read())?.value ?? []).toString();
    expect(await next()).toBe('data: one\n\n');
    more();
    expect(await next()).toBe('data: two\n\n');
    abort.abort(new Error('enough'));
    await expect(next()).rejects.toThrow('enough');
  });

  test('whose reader stops ends its connection', async () => {
    const ended = new Promise((resolve) => {
      server.respond = (request, response) => {
        request.socket.once('close', resolve);
        response.write('first');
      };
    });
    await (await fetch(url, {})).body?.cancel();
    await ended;
  });
});

describe('an abort', () => {
  test('before the call sends nothing', async () => {
    await expect(fetch(url, { signal: AbortSignal.abort(new Error('never')) })).rejects.toThrow('never');
    expect(server.connections).toBe(0);
  });

  test('while the server thinks rejects with its reason and ends the connection', async () => {
    const abort = new AbortController();
    const ended = new Promise((resolve) => {
      server.respond = (request) => {
        request.socket.once('close', resolve);
        abort.abort(new DOMException('too slow', 'TimeoutError'));
      };
    });
    await expect(fetch(url, { signal: abort.signal })).rejects.toMatchObject({ name: 'TimeoutError' });
    await ended;
  });
});
