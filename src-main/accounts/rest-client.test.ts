import { expect, test } from 'vitest';
import { FakeClock } from '#main/testing/fake-clock';
import { NotificationId } from '#shared/protocol/ids';
import { RestClient } from './rest-client.ts';

const id = NotificationId.parse('a/b');

function clientAt(answer: () => Response | Promise<Response>) {
  const asked: { url: string; init: RequestInit }[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    return answer();
  };
  return {
    asked,
    client: new RestClient('https://triage.example/base/', 'secret-token', { fetch, clock: new FakeClock() }),
  };
}

test('the token travels in the header only, and redirects are not followed with it', async () => {
  const { asked, client } = clientAt(() => Response.json({ id: 'a/b' }));
  await client.notification(id);
  expect(asked[0]?.url).toBe('https://triage.example/base/api/v1/client/notifications/a%2Fb');
  expect(asked[0]?.init.headers).toMatchObject({ Authorization: 'Bearer secret-token' });
  expect(asked[0]?.init.redirect).toBe('manual');
});

test('a refusal is told with the server’s words', async () => {
  const body = { code: 'RATE_LIMIT_EXCEEDED', message: 'Slow down.', request_id: 'req_1', details: { path: 'x' } };
  const { client } = clientAt(() => Response.json(body, { status: 429, headers: { 'retry-after': '12' } }));
  expect(await client.notification(id)).toEqual({
    ok: false,
    error: {
      kind: 'refused',
      httpStatus: 429,
      code: 'RATE_LIMIT_EXCEEDED',
      message: 'Slow down.',
      retryAfterMs: 12_000,
      requestId: 'req_1',
      path: 'x',
    },
  });
});

test('an error without an error object is known by its status', async () => {
  const { client } = clientAt(() => new Response('<h1>Bad Gateway</h1>', { status: 502 }));
  expect(await client.notification(id)).toMatchObject({ ok: false, error: { httpStatus: 502, code: 'HTTP_502' } });
});

test.each([
  ['JSON of another kind', () => Response.json([1, 2]), 'Something answered that does not speak'],
  ['a page instead of JSON', () => new Response('<html>Welcome</html>'), 'A web page answered instead of the server.'],
  [
    'a redirect',
    () => new Response(null, { status: 302, headers: { location: 'https://portal.example' } }),
    'A web page answered instead of the server.',
  ],
])('%s is nobody we know', async (_what, answer, why) => {
  const { client } = clientAt(answer);
  const error = { kind: 'unreachable', why: expect.stringContaining(why) };
  expect(await client.notification(id)).toEqual({ ok: false, error });
});

test.each([
  ['ECONNREFUSED', 'Nothing listens at the server’s address.'],
  ['ENOTFOUND', 'The server’s name cannot be found.'],
  ['ECONNRESET', 'The connection was cut.'],
  ['SOMETHING_NEW', 'The server cannot be reached.'],
])('%s is said in words', async (code, why) => {
  const { client } = clientAt(() => Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { code } })));
  expect(await client.notification(id)).toEqual({ ok: false, error: { kind: 'unreachable', why } });
});
