// @ts-check
import { randomUUID } from 'node:crypto';
import { must, mustBeRefused, mustBeStatus, mustBeTime, mustEqual } from '../expect.mjs';
import { rule, userRule } from '../rule.mjs';
import { okay } from '../world.mjs';
import { actions } from './actions.mjs';

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** @type {import('../rule.mjs').Chapter} */
export const send = {
  name: 'send',
  title: '5.3 Send a notification',
  rules: [
    rule('5.3', 'docs', '201 with notification_id, status created and estimated_delivery', async (world) => {
      const body = world.notification();
      const reply = await world.post(body);
      mustBeStatus(reply, 201);
      mustEqual([reply.body.notification_id, reply.body.status], [body.id, 'created'], 'reply');
      mustBeTime(reply.body.estimated_delivery, 'estimated_delivery');
    }),
    rule('20.7', 'inferred', 'an id is made when the sender has none', async (world) => {
      const reply = await world.post(world.notification({ id: undefined }));
      mustBeStatus(reply, 201);
      must(uuidV4.test(reply.body.notification_id), `${reply.body.notification_id} is not a UUID v4`);
    }),
    ...Object.entries(actions).map(([type, action]) =>
      userRule(
        '10',
        type === 'datetime' ? 'inferred' : 'seed',
        `an action of type ${type} arrives as it was sent`,
        async (world) => {
          const read = await world.read(await world.send({ actions: [action] }));
          mustEqual(read.actions, [action], 'actions');
        },
      ),
    ),
    userRule('11.8', 'inferred', 'the type DATETIME in capitals is datetime', async (world) => {
      const read = await world.read(
        await world.send({ actions: [{ ...actions.datetime, response_type: 'DATETIME' }] }),
      );
      mustEqual(read.actions[0].response_type, 'datetime', 'response_type');
    }),
    userRule('10', 'seed', 'clients get every required field, and the service as it was registered', async (world) => {
      const service = await world.timed;
      const body = world.notification({ deadline: '2099-01-01T00:00:00Z' });
      mustBeStatus(await world.post(body, service), 201);
      const read = await world.read(/** @type {string} */ (body.id));
      mustEqual([read.id, read.version], [body.id, '1.0'], 'id and version');
      mustBeTime(read.timestamp, 'timestamp');
      mustEqual(Date.parse(read.deadline), Date.UTC(2099, 0), 'deadline');
      mustEqual(read.service.id, service.id, 'service.id');
      mustEqual(read.service.name, `Conformance timed ${world.project}`, 'service.name');
      mustEqual(read.service.icon, 'https://example.com/icon.png', 'service.icon');
      must(['created', 'delivered'].includes(read.status), `the status is ${read.status}`);
    }),
    userRule('12', 'seed', 'flags arrive in their order, unknown ones too', async (world) => {
      const flags = [
        'requires_confirmation',
        'destructive',
        'irreversible',
        'time_sensitive',
        'affects_others',
        'costly',
        'experimental',
        'shiny',
      ];
      const read = await world.read(await world.send({ actions: [{ ...okay, flags }] }));
      mustEqual(read.actions[0].flags, flags, 'flags');
    }),
    userRule('10', 'seed', 'project, metadata of any JSON and an empty description arrive', async (world) => {
      const metadata = { build: 118, nested: { list: [1, null, true, 'ü'] }, 'with space': '' };
      const read = await world.read(await world.send({ context: { description: '', metadata } }));
      mustEqual([read.context.project, read.context.description], [world.project, ''], 'context');
      mustEqual(read.context.metadata, metadata, 'metadata');
    }),
    userRule('18', 'seed', 'attachments by uri and by data arrive as they were sent', async (world) => {
      const attachments = [
        { type: 'text/markdown', description: 'Changes', uri: 'https://example.com/changes.md' },
        { type: 'text/plain', data: Buffer.from('Grüße\n').toString('base64') },
      ];
      const read = await world.read(await world.send({ context: { attachments } }));
      mustEqual(read.context.attachments, attachments, 'attachments');
    }),
    userRule('20.5', 'inferred', 'the flat form of the tutorial is lifted into context', async (world) => {
      const { id, context, actions: list } = world.notification({ context: { metadata: { a: 1 } } });
      mustBeStatus(await world.post({ id, ...context, actions: list }), 201);
      mustEqual((await world.read(/** @type {string} */ (id))).context, context, 'context');
    }),
    rule('20.6', 'inferred', 'the sender’s own service and the status created may be named', async (world) => {
      const { id } = await world.plain;
      const named = {
        service: { id, name: 'Anything' },
        status: 'created',
        version: '1.0',
        timestamp: new Date().toISOString(),
      };
      mustBeStatus(await world.post(world.notification(named)), 201);
    }),
    rule('20.6', 'inferred', 'another service named is 403 SERVICE_NOT_OWNER', async (world) => {
      const { id } = await world.other;
      mustBeRefused(await world.post(world.notification({ service: { id, name: 'X' } })), 403, 'SERVICE_NOT_OWNER');
    }),
    rule('20.6', 'inferred', 'another status than created is 400 INVALID_STATUS', async (world) => {
      mustBeRefused(await world.post(world.notification({ status: 'responded' })), 400, 'INVALID_STATUS');
    }),
    rule('19', 'inferred', 'a priority is taken as a hint, whatever it says', async (world) => {
      mustBeStatus(await world.post(world.notification({ priority: 'normal' })), 201);
      mustBeStatus(await world.post(world.notification({ priority: 'frantic' })), 201);
    }),
    rule('16', 'inferred', 'the same again is 200 with the first result', async (world) => {
      const body = world.notification();
      const [first, second] = [await world.post(body), await world.post(body)];
      mustBeStatus(first, 201);
      mustBeStatus(second, 200);
      mustEqual(second.body, first.body, 'result');
    }),
    rule('16', 'inferred', 'the same id with other content is 409 NOTIFICATION_ALREADY_EXISTS', async (world) => {
      const body = world.notification();
      mustBeStatus(await world.post(body), 201);
      const changed = { ...body, context: { ...body.context, title: 'Something else' } };
      mustBeRefused(await world.post(changed), 409, 'NOTIFICATION_ALREADY_EXISTS');
    }),
    rule('16', 'inferred', 'an id of another service is 409 and reveals nothing', async (world) => {
      const body = world.notification();
      mustBeStatus(await world.post(body), 201);
      const service = await world.other;
      const reply = await world.post(body, service);
      mustBeRefused(reply, 409, 'NOTIFICATION_ALREADY_EXISTS');
      must(!JSON.stringify(reply.body).includes((await world.plain).id), 'the reply names the other service');
    }),
    userRule('16', 'inferred', 'ten of the same at once make one notification', async (world) => {
      const project = `${world.project}-once`;
      const body = world.notification({ id: randomUUID(), context: { project } });
      const replies = await Promise.all(Array.from({ length: 10 }, () => world.post(body)));
      mustEqual(replies.map(({ status }) => status).sort(), [...Array(9).fill(200), 201], 'statuses');
      mustEqual((await world.list({ project })).pagination.total_count, 1, 'notifications');
    }),
  ],
};
