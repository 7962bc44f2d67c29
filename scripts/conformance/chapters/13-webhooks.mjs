// @ts-check
import { createHmac } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import { must, mustBeStatus, mustBeTime, mustEqual } from '../expect.mjs';
import { userRule } from '../rule.mjs';

/** @typedef {import('../receiver.mjs').Delivery} Delivery */
/** @typedef {import('../world.mjs').World} World */
/** @typedef {import('../world.mjs').Service} Service */

/** @param {string} secret @param {...(string | Buffer)} parts */
function hmac(secret, ...parts) {
  const sum = createHmac('sha256', secret);
  for (const part of parts) sum.update(part);
  return sum.digest('hex');
}

/**
 * @param {unknown} value `t=…,v1=…`
 * @param {string} secret
 * @param {Delivery} delivery
 */
function mustBeTimedSignature(value, secret, { raw, at }) {
  const match = /^t=(\d+)((?:,v1=[0-9a-f]{64})+)$/.exec(String(value));
  must(match, `the header is "${value}"`);
  const [, t = '', signatures = ''] = match;
  must(signatures.split(',v1=').includes(hmac(secret, `${t}.`, raw)), 'the signature is wrong');
  must(Math.abs(Number(t) * 1000 - at) < 300_000, 't is more than 300 s away');
}

/**
 * Sends, answers, and waits for the webhook.
 * @param {World} world
 * @param {{ service?: Service, fields?: Record<string, unknown>, replies?: number[], answer?: [string, unknown] }} [options]
 */
async function delivered(world, { service, fields, replies = [], answer: [actionId, data] = ['ok', null] } = {}) {
  await world.mustHaveReceiver();
  const id = await world.send(fields, service);
  if (replies.length > 0) world.receiver.replyTo(id, ...replies);
  mustBeStatus(await world.answer(id, actionId, data), 200);
  return { id, delivery: await world.receiver.delivery(id) };
}

/**
 * A reply after which nothing more is sent: the notification stays responded.
 * @param {number} status
 * @param {string} section
 */
function final(status, section = '9.4') {
  return userRule(
    section,
    'inferred',
    `${status} is final: nothing more is sent, it stays responded`,
    async (world) => {
      const { id } = await delivered(world, { replies: [status] });
      await rest(300);
      mustEqual(world.receiver.of(id).length, 1, 'deliveries');
      mustEqual((await world.status(id)).status, 'responded', 'status');
    },
  );
}

/** @type {import('../rule.mjs').Chapter} */
export const webhooks = {
  name: 'webhooks',
  title: '9 Webhooks',
  rules: [
    userRule('9.2', 'seed', 'the answer is posted as JSON with every field of section 13.1', async (world) => {
      const actions = [{ id: 'n', label: 'N', response_type: 'number' }];
      const { id, delivery } = await delivered(world, { fields: { actions }, answer: ['n', 2.5] });
      const { notification_id, action_id, response_data, responded_at, responder } = delivery.body;
      mustEqual([notification_id, action_id, response_data], [id, 'n', 2.5], 'answer');
      mustBeTime(responded_at, 'responded_at');
      must(responder?.id && ['human', 'agent'].includes(responder.type), `responder is ${JSON.stringify(responder)}`);
      must(/^application\/json/.test(delivery.headers['content-type'] ?? ''), 'the content type is not JSON');
    }),
    userRule('20.3', 'seed', 'it carries a copy of context.metadata', async (world) => {
      const metadata = { build: 118, list: [1, { a: null }] };
      const { delivery } = await delivered(world, { fields: { context: { metadata } } });
      mustEqual(delivery.body.metadata, metadata, 'metadata');
    }),
    userRule('9.2', 'seed', 'simple carries response_data null', async (world) => {
      const { delivery } = await delivered(world);
      must('response_data' in delivery.body && delivery.body.response_data === null, 'response_data is not null');
    }),
    userRule('9.2', 'docs', 'X-ATP-Request-ID is req_…, different for every answer', async (world) => {
      const found = [await delivered(world), await delivered(world)].map(({ delivery }) =>
        String(delivery.headers['x-atp-request-id']),
      );
      for (const one of found) must(/^req_\S+$/.test(one), `it is "${one}"`);
      mustEqual(new Set(found).size, 2, 'different ids');
    }),
    userRule('9.3', 'seed', 'X-ATP-Signature is the hex HMAC-SHA256 of the raw body by default', async (world) => {
      const { delivery } = await delivered(world, { fields: { context: { metadata: { text: 'Grüße "\\/\u2028' } } } });
      const { secret } = await world.plain;
      mustEqual(delivery.headers['x-atp-signature'], hmac(secret, delivery.raw), 'signature');
    }),
    userRule('9.3', 'inferred', 'X-ATP-Signature-V1 comes with it, over "<t>.<raw body>"', async (world) => {
      const { delivery } = await delivered(world);
      mustBeTimedSignature(delivery.headers['x-atp-signature-v1'], (await world.plain).secret, delivery);
    }),
    userRule('9.3', 'docs', 'signature_scheme t_v1: X-ATP-Signature is t=…,v1=…', async (world) => {
      const service = await world.timed;
      const { delivery } = await delivered(world, { service });
      mustBeTimedSignature(delivery.headers['x-atp-signature'], service.secret, delivery);
    }),
    userRule('2.2', 'inferred', 'accepted with 2xx it is completed', async (world) => {
      const { id } = await delivered(world, { replies: [204] });
      await world.reached(id, 'completed');
    }),
    final(400),
    final(403, '20.4'),
    final(410),
    final(302),
    userRule('9.1', 'docs', 'nothing is sent for a withdrawal', async (world) => {
      await world.mustHaveReceiver();
      const id = await world.send();
      mustBeStatus(await world.withdraw(id), 200);
      await rest(300);
      mustEqual(world.receiver.of(id).length, 0, 'deliveries');
    }),
    userRule(
      '9.4',
      'docs',
      'after a 500 it is tried again with the same request id and body, then completed',
      async (world) => {
        const { id, delivery } = await delivered(world, { replies: [500] });
        must((await world.status(id)).status === 'responded', 'it was completed by a 500');
        const second = await world.receiver.delivery(id, 2, 20_000);
        mustEqual(second.headers['x-atp-request-id'], delivery.headers['x-atp-request-id'], 'request id');
        must(second.raw.equals(delivery.raw), 'the body has changed');
        mustEqual(second.headers['x-atp-signature'], hmac((await world.plain).secret, second.raw), 'signature');
        await world.reached(id, 'completed');
      },
    ),
    userRule('9.4', 'inferred', 'X-ATP-Delivery-Attempt counts from 1', async (world) => {
      const { delivery } = await delivered(world);
      mustEqual(delivery.headers['x-atp-delivery-attempt'], '1', 'first attempt');
      const retried = world.receiver.deliveries.findLast(
        (one) => world.receiver.of(one.body.notification_id)[1] === one,
      );
      if (retried) mustEqual(retried.headers['x-atp-delivery-attempt'], '2', 'second attempt');
    }),
  ],
};
