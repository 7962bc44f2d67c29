// @ts-check
import { must, mustBeRefused, mustBeStatus, mustEqual } from '../expect.mjs';
import { rule, userRule } from '../rule.mjs';
import { okay } from '../world.mjs';

const badBodies = /** @type {const} */ ([
  ['no JSON', '{"context":'],
  ['an array', '[]'],
  ['a string', '"text"'],
  ['null', 'null'],
]);

/** @type {import('../rule.mjs').Chapter} */
export const conventions = {
  name: 'conventions',
  title: '4 Conventions',
  asker: 'other',
  rules: [
    rule('4', 'docs', 'replies are application/json, refusals too', async (world) => {
      const { key } = await world.plain;
      for (const token of [key, 'unknown']) {
        const { headers } = await world.http.call('POST', '/api/v1/notifications', { token, body: {} });
        const type = headers.get('content-type') ?? 'none';
        must(/^application\/json/i.test(type), `the content type is ${type}`);
      }
    }),
    ...badBodies.map(([what, raw]) =>
      rule('14.3', 'inferred', `a body that is ${what} is 400 MALFORMED_REQUEST`, async (world) => {
        const { key } = await world.plain;
        mustBeRefused(
          await world.http.call('POST', '/api/v1/notifications', { token: key, raw }),
          400,
          'MALFORMED_REQUEST',
        );
      }),
    ),
    rule('4', 'docs', 'a body that is not UTF-8 is 400', async (world) => {
      const { key } = await world.plain;
      const text = JSON.stringify(world.notification({ context: { title: 'caf?' } }));
      const raw = Buffer.from(text);
      raw[text.indexOf('caf?') + 3] = 0xe9;
      mustBeRefused(await world.http.call('POST', '/api/v1/notifications', { token: key, raw }), 400);
    }),
    userRule('4', 'inferred', 'unknown fields are kept', async (world) => {
      const context = { later: { a: [1, null] } };
      const sent = { from_the_future: true, context, actions: [{ ...okay, shape: 'round' }] };
      const read = await world.read(await world.send(sent));
      mustEqual([read.from_the_future, read.context.later], [true, context.later], 'kept');
      mustEqual(read.actions[0].shape, 'round', 'kept in the action');
    }),
    rule('4', 'inferred', 'null is as good as missing for optional fields', async (world) => {
      const nothing = { id: null, version: null, timestamp: null, deadline: null, service: null, status: null };
      const context = { project: null, metadata: null, attachments: null };
      const actions = [
        { ...okay, flags: null },
        { id: 't', label: 'T', response_type: 'text', constraints: null },
      ];
      mustBeStatus(await world.post(world.notification({ ...nothing, context, actions })), 201);
    }),
    userRule(
      '4',
      'inferred',
      'times with any offset and up to 9 digits are read, and given in UTC with Z',
      async (world) => {
        const read = await world.read(await world.send({ deadline: '2099-06-01T12:00:00.123456789+05:30' }));
        must(/Z$/.test(read.deadline), `the deadline is ${read.deadline}`);
        mustEqual(Math.floor(Date.parse(read.deadline) / 1000), Date.UTC(2099, 5, 1, 6, 30) / 1000, 'instant');
      },
    ),
    userRule('20.22', 'inferred', 'a time without offset is UTC', async (world) => {
      const read = await world.read(await world.send({ deadline: '2099-06-01T12:00:00' }));
      mustEqual(Date.parse(read.deadline), Date.UTC(2099, 5, 1, 12), 'instant');
    }),
    rule('14.1', 'seed', 'an address that does not exist is 404', async ({ http, adminToken }) => {
      const reply = await http.call('GET', '/api/v1/nothing-here', { token: adminToken });
      must(reply.status === 404, `${reply.status} instead of 404`);
    }),
    rule('5.1', 'inferred', 'health needs no credential', async ({ http }) => {
      const reply = await http.call('GET', '/api/v1/health');
      mustBeStatus(reply, 200);
      mustEqual([reply.body.status, reply.body.version], ['ok', '1.0'], 'reply');
    }),
    rule('17', 'inferred', 'a version 1.x is taken, another major one is 400 UNSUPPORTED_VERSION', async (world) => {
      mustBeStatus(await world.post(world.notification({ version: '1.7' })), 201);
      mustBeRefused(await world.post(world.notification({ version: '2.0' })), 400, 'UNSUPPORTED_VERSION');
    }),
  ],
};
