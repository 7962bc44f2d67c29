// @ts-check
import { randomUUID } from 'node:crypto';
import { must, mustBeRefused, mustBeStatus, mustBeTime, mustEqual } from '../expect.mjs';
import { rule, userRule } from '../rule.mjs';

/** @type {import('../rule.mjs').Chapter} */
export const statusAndWithdrawal = {
  name: 'status',
  title: '5.4 Status, 5.5 withdrawal',
  rules: [
    rule(
      '5.4',
      'inferred',
      'without an answer: status, responded false, metadata, updated_at, no answer',
      async (world) => {
        const id = await world.send({ context: { metadata: { build: 118 } } });
        const read = await world.status(id);
        mustEqual([read.notification_id, read.responded, read.metadata], [id, false, { build: 118 }], 'fields');
        mustBeTime(read.updated_at, 'updated_at');
        for (const name of ['action_id', 'response_data', 'responded_at', 'responder'])
          must(!(name in read), `"${name}" is there already`);
      },
    ),
    userRule(
      '5.4',
      'seed',
      'with an answer: responded, action_id, response_data, responded_at, responder',
      async (world) => {
        const id = await world.send({ actions: [{ id: 'n', label: 'N', response_type: 'number' }] });
        mustBeStatus(await world.answer(id, 'n', 25), 200);
        const read = await world.status(id);
        mustEqual([read.responded, read.action_id, read.response_data], [true, 'n', 25], 'answer');
        mustBeTime(read.responded_at, 'responded_at');
        must(typeof read.responder?.id === 'string' && read.responder.id !== '', 'responder.id is missing');
        must(['human', 'agent'].includes(read.responder.type), `responder.type is ${read.responder.type}`);
      },
    ),
    rule('5.4', 'inferred', 'of another service it is 403 SERVICE_NOT_OWNER', async (world) => {
      const id = await world.send();
      const reply = await world.agent('GET', `/api/v1/notifications/${id}`, undefined, await world.other);
      mustBeRefused(reply, 403, 'SERVICE_NOT_OWNER');
    }),
    rule('5.4', 'inferred', 'of an unknown id it is 404 NOTIFICATION_NOT_FOUND', async (world) => {
      mustBeRefused(await world.agent('GET', `/api/v1/notifications/${randomUUID()}`), 404, 'NOTIFICATION_NOT_FOUND');
    }),
    rule('5.5', 'docs', 'a withdrawal is 200 with notification_id, status and updated_at', async (world) => {
      const id = await world.send();
      const reply = await world.withdraw(id, 'Not needed any more.');
      mustBeStatus(reply, 200);
      mustEqual([reply.body.notification_id, reply.body.status], [id, 'invalidated'], 'reply');
      mustBeTime(reply.body.updated_at, 'updated_at');
      mustEqual((await world.status(id)).status, 'invalidated', 'status');
    }),
    userRule('5.5', 'docs', 'what was withdrawn takes no answer: 409 NOTIFICATION_INVALIDATED', async (world) => {
      const id = await world.send();
      mustBeStatus(await world.withdraw(id), 200);
      mustBeRefused(await world.answer(id), 409, 'NOTIFICATION_INVALIDATED');
      const acknowledged = await world.user('POST', `/api/v1/client/notifications/${id}/acknowledge`);
      mustBeRefused(acknowledged, 409, 'NOTIFICATION_INVALIDATED');
    }),
    rule('16', 'inferred', 'a second withdrawal is 200 with the first time', async (world) => {
      const id = await world.send();
      const [first, second] = [await world.withdraw(id), await world.withdraw(id)];
      mustBeStatus(second, 200);
      mustEqual(second.body.updated_at, first.body.updated_at, 'updated_at');
    }),
    userRule(
      '5.5',
      'docs',
      'what was answered cannot be withdrawn: 409 NOTIFICATION_ALREADY_RESPONDED',
      async (world) => {
        const id = await world.send();
        mustBeStatus(await world.answer(id), 200);
        mustBeRefused(await world.withdraw(id), 409, 'NOTIFICATION_ALREADY_RESPONDED');
      },
    ),
    ...['delivered', 'responded', 'expired', 'withdrawn'].map((status) =>
      rule('5.5', 'docs', `setting the status ${status} is 400 INVALID_STATUS`, async (world) => {
        const id = await world.send();
        mustBeRefused(await world.agent('PATCH', `/api/v1/notifications/${id}`, { status }), 400, 'INVALID_STATUS');
      }),
    ),
    rule('5.5', 'docs', 'by another service it is 403 SERVICE_NOT_OWNER and changes nothing', async (world) => {
      const id = await world.send();
      mustBeRefused(await world.withdraw(id, undefined, await world.other), 403, 'SERVICE_NOT_OWNER');
      must((await world.status(id)).status !== 'invalidated', 'it was withdrawn');
    }),
    rule('5.5', 'docs', 'of an unknown id it is 404 NOTIFICATION_NOT_FOUND', async (world) => {
      mustBeRefused(await world.withdraw(randomUUID()), 404, 'NOTIFICATION_NOT_FOUND');
    }),
  ],
};
