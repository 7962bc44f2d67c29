import { expect, test } from 'vitest';
import { aReceiver } from '#server/testing/a-receiver';
import { aServer, endServer } from '#server/testing/a-server';
import { answered, aService, sent } from '#server/testing/builders';
import { createWebhookHandler } from './handler.ts';
import { verifyWebhook, type WebhookAnswer } from './verify.ts';

// The vectors of section 9.3.
const secret = 'test-webhook-secret-0123456789abcdef';
const body =
  '{"notification_id":"5f0c1c52-6a53-4d8e-9f0a-2b7d4c9e1a33","action_id":"ship_it","response_data":null,"responded_at":"2026-01-15T09:00:00Z","responder":{"id":"user_42","type":"human"}}';
const plain = '86ec0956bea8e13c29c82dc1ce62471b1d1bb8bea5d41cd01db9c4bb956228af';
const stamped = 't=1768467600,v1=fce26e1d7179879ff3207ea1fe03b4085d0497c60d527a10f1cff5b9146002cf';
const then = 1_768_467_600_000;

const codeOf = (check: () => unknown) => {
  try {
    check();
    return 'believed';
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

test('both formats of the vectors are believed', () => {
  expect(verifyWebhook(body, { 'x-atp-signature': plain }, secret).action_id).toBe('ship_it');
  expect(verifyWebhook(Buffer.from(body), new Headers({ 'X-ATP-Signature': stamped }), secret, { now: then })).toEqual({
    notification_id: '5f0c1c52-6a53-4d8e-9f0a-2b7d4c9e1a33',
    action_id: 'ship_it',
    response_data: null,
    responded_at: '2026-01-15T09:00:00Z',
    responder: { id: 'user_42', type: 'human' },
    metadata: {},
  });
});

test.each<[string, string, Record<string, string>, string, object]>([
  ['no signature', body, {}, 'signature-missing', {}],
  [
    'one letter of the body changed',
    body.replace('ship_it', 'ship_is'),
    { 'X-ATP-Signature': plain },
    'signature-wrong',
    {},
  ],
  ['another secret', body, { 'X-ATP-Signature': plain.replace('8', '9') }, 'signature-wrong', {}],
  ['upper case', body, { 'X-ATP-Signature': plain.toUpperCase() }, 'signature-wrong', {}],
  ['too old', body, { 'X-ATP-Signature': stamped }, 'signature-too-old', { now: then + 301_000 }],
  ['from the future', body, { 'X-ATP-Signature': stamped }, 'signature-too-old', { now: then - 301_000 }],
  [
    'a time that was not signed',
    body,
    { 'X-ATP-Signature': stamped.replace('600', '601') },
    'signature-wrong',
    { now: then },
  ],
  [
    'plain where a time is required',
    body,
    { 'X-ATP-Signature': plain },
    'signature-missing',
    { requireTimestamp: true },
  ],
  [
    'a plain one replayed with its old timestamped twin',
    body,
    { 'X-ATP-Signature': plain, 'X-ATP-Signature-V1': stamped },
    'signature-too-old',
    { now: then + 3_600_000 },
  ],
])('%s is not believed', (_name, text, headers, code, options) => {
  expect(codeOf(() => verifyWebhook(text, headers, secret, options))).toBe(code);
});

test('any of several signatures suffices while a secret is rotated', () => {
  const rotated = stamped.replace(',v1=', `,v1=${'0'.repeat(64)},v1=`);
  expect(codeOf(() => verifyWebhook(body, { 'X-ATP-Signature': rotated }, secret, { now: then }))).toBe('believed');
});

test('the handler believes what our server signs and runs each answer once, however often it is delivered', async () => {
  const server = await aServer();
  server.clock.advance(Date.now() - server.clock.now());
  const receiver = await aReceiver((response) => response.end('{}'));
  for (const signature_scheme of ['plain', 't_v1']) {
    const service = await aService(server, { callback_url: receiver.url, signature_scheme });
    const count = receiver.received.length;
    const id = await sent(server, service);
    await answered(server, id, { action_id: 'rollout', response_data: 25 });
    const delivered = await receiver.delivery(count + 1);
    const answers: WebhookAnswer[] = [];
    const handler = createWebhookHandler({ secret: service.secret, onAnswer: (answer) => void answers.push(answer) });
    const headers = Object.entries(delivered.headers).map(([name, value]) => [name, String(value)] as [string, string]);
    const request = () => new Request('http://a/', { method: 'POST', body: new Uint8Array(delivered.body), headers });
    const replies = await Promise.all([handler.fetch(request()), handler.fetch(request()), handler.fetch(request())]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers).toMatchObject([
      { notification_id: id, action_id: 'rollout', response_data: 25, metadata: { build: 118 } },
    ]);
  }
  await receiver.stop();
  await endServer(server);
});

test('an answer that could not be processed is asked for again, then runs', async () => {
  let calls = 0;
  const onAnswer = () => {
    calls++;
    if (calls === 1) throw new Error('The database was away.');
  };
  const handler = createWebhookHandler({ secret, onAnswer });
  const request = () => new Request('http://a/', { method: 'POST', body, headers: { 'X-ATP-Signature': plain } });
  expect([(await handler.fetch(request())).status, (await handler.fetch(request())).status, calls]).toEqual([
    500, 200, 2,
  ]);
});

test('a wrong signature, another method and a huge body get their codes and run nothing', async () => {
  let calls = 0;
  const handler = createWebhookHandler({ secret, onAnswer: () => void calls++ });
  const post = (content: string) =>
    new Request('http://a/', { method: 'POST', body: content, headers: { 'X-ATP-Signature': plain } });
  expect((await handler.fetch(post('{}'))).status).toBe(401);
  expect((await handler.fetch(new Request('http://a/'))).status).toBe(405);
  expect((await handler.fetch(post('x'.repeat(2 * 1024 * 1024)))).status).toBe(413);
  expect(calls).toBe(0);
});
