import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DeliveryList } from '#shared/protocol/delivery';
import { aReceiver, type Receiver } from '../testing/a-receiver.ts';
import { adminToken, aServer, endServer, type TestServer, userToken } from '../testing/a-server.ts';
import { aNotification, answered, aService, type RegisteredService, sent } from '../testing/builders.ts';
import { fillTemplate, templateFault } from './resume-template.ts';

let server: TestServer;
let workflow: Receiver;
let service: RegisteredService;
let status = 200;
beforeEach(async () => {
  status = 200;
  server = await aServer();
  workflow = await aReceiver((response) => void response.writeHead(status, { location: workflow.url }).end());
  service = await aService(server);
});
afterEach(async () => {
  await endServer(server);
  await workflow.stop();
});

const send = (fields: Record<string, unknown>, by = service) =>
  server.call('POST', '/api/v1/notifications', { token: by.key, body: aNotification(fields) });
const posted = async (count = 1) => JSON.parse((await workflow.delivery(count)).body.toString('utf8'));
async function deliveries(id: string, settled = 1) {
  for (;;) {
    const reply = await server.call('GET', `/api/v1/notifications/${id}/deliveries`, { token: service.key });
    const list = DeliveryList.parse(reply.body).deliveries;
    if (list.length > 0 && list.every(({ attempts }) => attempts >= settled)) return list;
  }
}
const statusOf = async (id: string) =>
  (await server.call('GET', `/api/v1/notifications/${id}`, { token: service.key })).body.status;

describe('after the answer the URL gets', () => {
  test('the template of the notification, filled with values', async () => {
    const template = {
      decision: '{{action_id}}',
      value: '{{ response_data }}',
      build: '{{metadata.build}}',
      list: ['{{notification_id}}', 'as it is', 7, null, true],
      at: '{{responded_at}}',
    };
    const id = await sent(server, service, { resume: { url: workflow.url, template } });
    await answered(server, id, { action_id: 'rollout', response_data: 25 });
    expect(await posted()).toEqual({
      decision: 'rollout',
      value: 25,
      build: 118,
      list: [id, 'as it is', 7, null, true],
      at: '2026-01-15T09:00:00.000Z',
    });
    expect(await deliveries(id)).toMatchObject([{ kind: 'resume', status: 'accepted' }]);
    expect(await statusOf(id)).toBe('completed');
  });

  test('the facts of the answer where there is no template, signed like a webhook', async () => {
    const id = await sent(server, service, { resume: { url: workflow.url } });
    await answered(server, id);
    const facts = { notification_id: id, action_id: 'ship_it', response_data: null, metadata: { build: 118 } };
    expect(await posted()).toEqual({ ...facts, responded_at: '2026-01-15T09:00:00.000Z' });
    const { headers, body } = await workflow.delivery(1);
    expect(headers['x-atp-signature']).toBe(createHmac('sha256', service.secret).update(body).digest('hex'));
  });

  test('what the service has set, the notification’s own parts first, until it is cleared', async () => {
    service = await aService(server, {
      resume: { url: workflow.url, template: { from: 'service', a: '{{action_id}}' } },
    });
    await answered(server, await sent(server, service));
    expect(await posted()).toEqual({ from: 'service', a: 'ship_it' });
    await answered(server, await sent(server, service, { resume: { template: ['{{action_id}}'] } }));
    expect(await posted(2)).toEqual(['ship_it']);
    const path = `/api/v1/admin/services/${service.id}`;
    const patch = (resume: unknown) => server.call('PATCH', path, { token: adminToken, body: { resume } });
    expect((await patch({ template: { t: '{{action_id}}' } })).body.resume).toEqual({
      url: null,
      template: { t: '{{action_id}}' },
    });
    const other = { resume: { url: `${workflow.url}/other` } };
    await answered(server, await sent(server, service, other));
    expect(await posted(3)).toEqual({ t: 'ship_it' });
    expect((await patch(null)).body.resume).toBeUndefined();
    const id = await sent(server, service);
    await answered(server, id);
    expect(await statusOf(id)).toBe('responded');
    expect(workflow.received).toHaveLength(3);
  });

  test('its own attempts beside the webhook; the answer is complete once both took it', async () => {
    const callback = await aReceiver((response) => void response.writeHead(200).end());
    service = await aService(server, { callback_url: callback.url });
    status = 503;
    const id = await sent(server, service, { resume: { url: workflow.url } });
    await answered(server, id);
    expect(await deliveries(id)).toMatchObject([
      { kind: 'webhook', status: 'accepted' },
      { kind: 'resume', status: 'pending', http_status: 503 },
    ]);
    expect(await statusOf(id)).toBe('responded');
    status = 200;
    server = await server.restart();
    server.clock.advance(10_000);
    await workflow.delivery(2);
    while ((await statusOf(id)) !== 'completed') await new Promise((resolve) => setImmediate(resolve));
    expect(callback.received).toHaveLength(1);
    const [first, second] = workflow.received;
    expect(second?.body.equals(first?.body ?? Buffer.alloc(0))).toBe(true);
    await callback.stop();
  });

  test('nothing more after a redirect, which is not followed', async () => {
    status = 307;
    const id = await sent(server, service, { resume: { url: workflow.url } });
    await answered(server, id);
    expect(await deliveries(id)).toMatchObject([{ status: 'refused', http_status: 307 }]);
    expect(workflow.received).toHaveLength(1);
  });

  test('nothing where its name leads to a private address', async () => {
    await endServer(server);
    server = await aServer({ resolve: () => Promise.resolve([{ address: '192.168.0.7', family: 4 }]) });
    service = await aService(server);
    const id = await sent(server, service, { resume: { url: 'https://flows.example/wait/1' } });
    await answered(server, id);
    expect(await deliveries(id)).toMatchObject([
      { status: 'refused', last_error: 'The address 192.168.0.7 is not allowed.' },
    ]);
  });
});

test('clients never get the URL, which may be all it takes to resume', async () => {
  const url = `${workflow.url}/secret-capability`;
  const id = await sent(server, service, { resume: { url } });
  const path = `/api/v1/client/notifications/${id}`;
  expect(JSON.stringify((await server.call('GET', path, { token: userToken })).body)).not.toContain('resume');
  const list = await server.call('GET', '/api/v1/client/notifications', { token: userToken });
  expect(JSON.stringify(list.body)).not.toContain('secret-capability');
});

test('sent again it is the same; with another URL it is another notification of the same id', async () => {
  const body = aNotification({ resume: { url: workflow.url } });
  const again = (more = {}) =>
    server.call('POST', '/api/v1/notifications', { token: service.key, body: { ...body, ...more } });
  expect([(await again()).status, (await again()).status]).toEqual([201, 200]);
  expect((await again({ resume: { url: `${workflow.url}2` } })).status).toBe(409);
});

describe('a notification is refused', () => {
  const long = Object.fromEntries(Array.from({ length: 33 }, (_, n) => [n, '{{action_id}}']));
  test.each([
    ['an unknown placeholder', { a: { b: ['{{secret}}'] } }, 'resume.template.a.b.0'],
    ['an empty one', { a: '{{}}' }, 'resume.template.a'],
    ['one inside a text', { a: 'Say {{action_id}}!' }, 'resume.template.a'],
    ['one in the name of a field', { '{{action_id}}': 1 }, 'resume.template.{{action_id}}'],
    ['half of one', { a: '{{action_id' }, 'resume.template.a'],
    ['a path that leads nowhere', { a: '{{metadata.build.number}}' }, 'resume.template.a'],
    ['an inherited path', { a: '{{metadata.constructor}}' }, 'resume.template.a'],
    ['a path into the answer', { a: '{{response_data.x}}' }, 'resume.template.a'],
    ['too many', long, 'resume.template.32'],
    ['too many bytes', { a: 'x'.repeat(17_000) }, 'resume.template'],
    ['too many levels', JSON.parse(`${'['.repeat(30)}1${']'.repeat(30)}`), 'resume.template'],
  ])('whose template has %s', async (_name, template, path) => {
    const reply = await send({ resume: { url: workflow.url, template } });
    expect(reply).toMatchObject({ status: 422, body: { code: 'CONSTRAINT_VIOLATION', details: { path } } });
  });

  test.each([
    ['http://10.0.0.1/'],
    ['http://flows.example/'],
    ['https://169.254.169.254/'],
    ['https://a:b@flows.example/'],
    ['gopher://x/'],
    ['x'.repeat(3000)],
    [7],
  ])('whose URL is %s', async (url) => {
    const reply = await send({ resume: { url } });
    expect(reply).toMatchObject({
      status: 422,
      body: { code: 'CONSTRAINT_VIOLATION', details: { path: 'resume.url' } },
    });
  });

  test('that resumes nothing, or is no object, or comes to more than a megabyte', async () => {
    expect(await send({ resume: { template: {} } })).toMatchObject({
      status: 422,
      body: { details: { path: 'resume.url' } },
    });
    expect(await send({ resume: workflow.url })).toMatchObject({ status: 400, body: { details: { path: 'resume' } } });
    const context = { title: 't', description: '', metadata: { big: 'x'.repeat(100_000) } };
    const template = Array.from({ length: 12 }, () => '{{metadata}}');
    expect(await send({ context, resume: { url: workflow.url, template } })).toMatchObject({ status: 422 });
  });

  test('by what its service has set, when it lacks what that names', async () => {
    const resume = { url: workflow.url, template: { run: '{{metadata.run}}' } };
    const strict = await aService(server, { resume });
    expect(await send({}, strict)).toMatchObject({ status: 422, body: { details: { path: 'resume.template.run' } } });
    const context = { title: 't', description: '', metadata: { run: 7 } };
    expect((await send({ context }, strict)).status).toBe(201);
  });

  test('and so is a registration', async () => {
    for (const resume of [{ template: { a: '{{other}}' } }, { url: 'http://10.0.0.1/' }]) {
      const body = { name: 'Odd', description: '', callback_url: null, resume };
      const reply = await server.call('POST', '/api/v1/services', { token: adminToken, body });
      expect(reply).toMatchObject({ status: 422, body: { code: 'CONSTRAINT_VIOLATION' } });
    }
  });
});

test('whatever is answered, it lands in its place as the value it is and changes nothing around it', () => {
  const around = { before: 1, after: ['x', { deep: null }] };
  fc.assert(
    fc.property(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue()), (response_data, metadata) => {
      const facts = { notification_id: 'n', action_id: 'a', response_data, responded_at: 't', metadata };
      const template = { ...around, value: '{{response_data}}', all: ['{{metadata}}'] };
      const filled = JSON.parse(JSON.stringify(fillTemplate(template, facts)));
      expect(filled).toEqual(JSON.parse(JSON.stringify({ ...around, value: response_data, all: [metadata] })));
    }),
  );
});

test('a template is either refused or filled without a placeholder left', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('{{action_id}}', '{{metadata.a}}', '{{ metadata }}', '{{x}}', 'a{{action_id}}'),
  );
  const template = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(text, tie('node'), { maxKeys: 4 }),
    ),
  })).node;
  fc.assert(
    fc.property(template, (one) => {
      const metadata = { a: 'A' };
      if (templateFault(one, metadata, 't')) return;
      const facts = { notification_id: 'n', action_id: 'a', response_data: null, responded_at: 't', metadata };
      expect(JSON.stringify(fillTemplate(one, facts))).not.toContain('{{');
    }),
  );
});
