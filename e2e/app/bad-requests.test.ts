import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { WebSocket } from 'ws';
import { aQuestion, callJson } from '../rig/agent.ts';
import { expect, test } from '../rig/test.ts';

const action = { id: 'a', label: 'A', response_type: 'simple' };
const nested = `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`;

const badSends: [what: string, body: unknown, status: number, code: string][] = [
  ['no JSON', '{', 400, 'MALFORMED_REQUEST'],
  ['a list', '[]', 400, 'MALFORMED_REQUEST'],
  ['a number', '7', 400, 'MALFORMED_REQUEST'],
  ['deep nesting', nested, 400, 'MALFORMED_REQUEST'],
  ['nothing in it', {}, 400, 'MISSING_REQUIRED_FIELD'],
  ['no title', { context: { description: '' }, actions: [action] }, 400, 'MISSING_REQUIRED_FIELD'],
  ['no actions', { context: { title: 'T', description: '' } }, 400, 'MISSING_REQUIRED_FIELD'],
  ['no label', aQuestion('T', [{ id: 'a', response_type: 'simple' }]), 400, 'MISSING_REQUIRED_FIELD'],
  ['unknown type', aQuestion('T', [{ ...action, response_type: 'dance' }]), 400, 'INVALID_RESPONSE_TYPE'],
  ['a scale without bounds', aQuestion('T', [{ ...action, response_type: 'scale' }]), 400, 'MALFORMED_ACTION'],
  ['a choice without options', aQuestion('T', [{ ...action, response_type: 'choice' }]), 400, 'MALFORMED_ACTION'],
  ['the same action twice', aQuestion('T', [action, action]), 400, 'MALFORMED_ACTION'],
  ['an empty list of actions', aQuestion('T', []), 422, 'CONSTRAINT_VIOLATION'],
  ['a deadline that passed', { ...aQuestion('T'), deadline: '2020-01-01T00:00:00Z' }, 422, 'CONSTRAINT_VIOLATION'],
  ['no UUID', { ...aQuestion('T'), id: '12' }, 422, 'CONSTRAINT_VIOLATION'],
  [
    'too large',
    aQuestion('T', [action], { context: { description: 'x'.repeat(1_000_000) } }),
    413,
    'PAYLOAD_TOO_LARGE',
  ],
];

test('bad requests to the embedded server get the error object, and the app shows nothing of them', async ({ app }) => {
  const agent = await app.localAgent();
  for (const [what, body, status, code] of badSends) {
    const reply = await agent.send(body);
    expect.soft([reply.status, reply.body.code], what).toEqual([status, code]);
    expect.soft(reply.body.message, what).toMatch(/\w/);
    expect.soft(reply.body.request_id, what).toMatch(/^req_/);
  }
  const notThere = await callJson(`${agent.url}/api/v1/nothing-here`, { token: agent.apiKey });
  expect.soft([notThere.status, notThere.body.code]).toEqual([404, 'NOT_FOUND']);
  const unknown = await callJson(`${agent.url}/api/v1/notifications/${randomUUID()}`, { token: agent.apiKey });
  expect.soft([unknown.status, unknown.body.code]).toEqual([404, 'NOTIFICATION_NOT_FOUND']);
  const plain = await callJson(`${agent.url}/api/v1/notifications`, {
    method: 'POST',
    token: agent.apiKey,
    body: JSON.stringify(aQuestion('T')),
    headers: { 'content-type': 'text/plain' },
  });
  expect.soft([plain.status, plain.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);

  await agent.ask(aQuestion('The good one?'));
  await expect(app.inbox.row('The good one?')).toBeVisible();
  await expect(app.inbox.list.getByRole('option')).toHaveCount(1);
});

test('the local key can ask but not answer, and no key can do nothing', async ({ app }) => {
  const agent = await app.localAgent();
  const id = await agent.ask(aQuestion('Can a script answer itself?'));
  const answer = { notification_id: id, action_id: 'ok', response_data: null };
  for (const token of [agent.apiKey, 'sk_live_wrong', '', undefined]) {
    const reply = await callJson(`${agent.url}/api/v1/client/respond`, {
      method: 'POST',
      body: answer,
      ...(token === undefined ? {} : { token }),
    });
    expect([reply.status, reply.body.code]).toEqual([401, 'AUTH_INVALID_TOKEN']);
  }
  const send = await callJson(`${agent.url}/api/v1/notifications`, { method: 'POST', body: aQuestion('No key?') });
  expect([send.status, send.body.code]).toEqual([401, 'AUTH_INVALID_TOKEN']);
  const register = await callJson(`${agent.url}/api/v1/services`, {
    method: 'POST',
    token: agent.apiKey,
    body: { name: 'N', description: 'D', callback_url: 'https://example.com/', webhook_secret: 'x'.repeat(32) },
  });
  expect([register.status, register.body.code]).toEqual([403, 'AUTH_INSUFFICIENT_PERMISSIONS']);
  expect((await agent.status(id)).responded).toBe(false);
});

test('a web page cannot use the embedded server: Origin, Host and cross-site requests are refused', async ({ app }) => {
  const agent = await app.localAgent();
  const { host } = new URL(agent.url);
  for (const origin of ['https://evil.example', 'null', `http://${host}`, 'file://']) {
    const reply = await callJson(`${agent.url}/api/v1/notifications`, {
      method: 'POST',
      token: agent.apiKey,
      body: aQuestion('From a page?'),
      headers: { origin },
    });
    expect.soft([reply.status, reply.body.code], origin).toEqual([403, 'ORIGIN_NOT_ALLOWED']);
    expect.soft(reply.headers.get('access-control-allow-origin'), origin).toBeNull();
  }
  for (const headers of [{ host: 'evil.example' }, { host: `evil.example:${new URL(agent.url).port}` }]) {
    expect.soft(await statusOf(`${agent.url}/api/v1/health`, headers), headers.host).toBe(403);
  }
  expect.soft(await statusOf(`${agent.url}/api/v1/health`, { 'sec-fetch-site': 'cross-site' })).toBe(403);
  const preflight = await callJson(`${agent.url}/api/v1/notifications`, {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
  });
  expect.soft(preflight.status).toBe(403);
  expect.soft(await upgradeStatus(agent.url, { origin: 'https://evil.example' })).toBe(403);
  expect.soft(await upgradeStatus(agent.url, {})).toBe(401);
  await expect(app.inbox.list.getByRole('option')).toHaveCount(0);
});

/** The status of a GET whose headers, `Host` included, are exactly those given. */
function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers }, (reply) => {
      reply.resume();
      resolve(reply.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });
}

function upgradeStatus(url: string, headers: Record<string, string>): Promise<number | undefined> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/client/stream`, { headers });
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_, reply) => {
      resolve(reply.statusCode);
      socket.terminate();
    });
    socket.on('open', () => {
      resolve(101);
      socket.terminate();
    });
    socket.on('error', () => undefined);
  });
}
