import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { FakeClock } from '#main/testing/fake-clock';
import { checkServer } from './check-server.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function listening(listener: RequestListener): Promise<string> {
  const made = createServer(listener);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

const check = (url: string) => checkServer({ url, token: 'user_token' }, { fetch, clock: new FakeClock() });
const page = { notifications: [], pagination: { next_cursor: null, has_more: false } };
const json = (status: number, body: unknown): RequestListener => {
  return (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};
const html = (status: number): RequestListener => {
  return (_request, response) => response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Hello</h1>');
};

test('a server that lists open notifications for this token is good', async () => {
  const url = await listening((request, response) => {
    const isRight = request.headers.authorization === 'Bearer user_token';
    json(isRight ? 200 : 401, isRight ? page : { code: 'INVALID_TOKEN', message: 'No.' })(request, response);
  });
  expect(await check(url)).toEqual({ ok: true, value: undefined });
});

test('a server that does not know the status “pending” is asked without it', async () => {
  const url = await listening((request, response) => {
    if (request.url?.includes('status=')) json(400, { code: 'BAD', message: 'status?' })(request, response);
    else json(200, page)(request, response);
  });
  expect(await check(url)).toEqual({ ok: true, value: undefined });
});

test.each<[string, RequestListener, string, RegExp]>([
  ['a token nobody knows', json(401, { code: 'INVALID_TOKEN', message: 'No.' }), 'token', /does not know this token/],
  ['a 401 of something else', html(401), 'token', /does not answer like a server/],
  [
    'a token without the right',
    json(403, { code: 'FORBIDDEN', message: 'Not you.' }),
    'token',
    /may not read.*Not you/,
  ],
  ['a 403 of something else', html(403), 'url', /does not answer like a server/],
  ['a web page', html(200), 'url', /page .*answered instead of the server/],
  ['JSON of another kind', json(200, { hello: 'world' }), 'url', /does not speak the Agent Triage Protocol/],
  ['nothing at this path', html(404), 'url', /no server for agents’ questions.*404/],
  ['another API', json(404, { code: 'NOT_FOUND', message: 'No route.' }), 'url', /no server for agents’ questions/],
  ['another version', json(426, { code: 'UNSUPPORTED_VERSION', message: 'No.' }), 'url', /version of the protocol/],
  ['a fault', html(502), 'url', /HTTP 502/],
  ['too many calls', json(429, { code: 'RATE_LIMIT_EXCEEDED', message: 'Slow.' }), 'url', /asks to wait/],
  ['a connection that is cut', (request) => request.socket.destroy(), 'url', /cut|cannot be reached/],
])('%s is said at its field', async (_what, listener, field, words) => {
  const checked = await check(await listening(listener));
  if (checked.ok) throw new Error('It was taken for a good server.');
  expect(checked.error).toMatchObject({ code: 'account/not-checked', field });
  expect(checked.error.message).toMatch(words);
});

test('an address where nothing listens is said', async () => {
  const url = await listening(html(200));
  await new Promise((resolve) => server?.close(resolve));
  expect(await check(url)).toMatchObject({
    ok: false,
    error: { field: 'url', message: 'Nothing listens at the server’s address.', retryable: true },
  });
});
