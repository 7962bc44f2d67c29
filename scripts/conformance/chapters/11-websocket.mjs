// @ts-check
import { randomUUID } from 'node:crypto';
import {
  must,
  mustBeErrorObject,
  mustBeRefused,
  mustBeStatus,
  mustBeTime,
  mustEqual,
  Unchecked,
  Unmet,
} from '../expect.mjs';
import { userRule } from '../rule.mjs';
import { Stream } from '../stream.mjs';
import { until } from '../until.mjs';

/** @typedef {import('../world.mjs').World} World */
/** @typedef {import('../stream.mjs').Connect} Connect */

/**
 * @param {World} world
 * @param {Connect} options
 * @param {number} status
 * @param {string} [code]
 */
async function mustRefuse(world, options, status, code) {
  const found = await world.tryStream(options);
  if (found instanceof Stream) throw new Unmet('the connection was accepted');
  if (found.status === 429) throw new Unchecked('the server’s rate limit is reached');
  mustBeRefused(found, status, code);
}

/** @type {import('../rule.mjs').Chapter} */
export const websocket = {
  name: 'websocket',
  title: '6 WebSocket',
  asker: 'second',
  rules: [
    userRule('6.1', 'docs', 'connects with the token in the header, client_id and version', async (world) => {
      await world.stream({ token: world.userToken, query: { client_id: randomUUID(), version: '1.0' } });
    }),
    userRule('6.1', 'docs', 'connects with ?token=', async (world) => {
      await world.stream({ query: { token: world.userToken ?? '' } });
    }),
    userRule('20.9', 'inferred', 'the header wins over ?token=', async (world) => {
      await world.stream({ token: world.userToken, query: { token: 'unknown' } });
      await mustRefuse(world, { token: 'unknown', query: { token: world.userToken ?? '' } }, 401, 'AUTH_INVALID_TOKEN');
    }),
    userRule('6.4', 'inferred', 'no, an unknown or a service’s credential is 401 before the upgrade', async (world) => {
      const { key } = await world.plain;
      for (const options of [{}, { token: 'unknown' }, { query: { token: 'unknown' } }, { token: key }])
        await mustRefuse(world, options, 401, 'AUTH_INVALID_TOKEN');
    }),
    userRule('6.4', 'inferred', 'a version that is not spoken is 426 UNSUPPORTED_VERSION', async (world) => {
      await mustRefuse(world, { token: world.userToken, query: { version: '9' } }, 426, 'UNSUPPORTED_VERSION');
    }),
    userRule('6.2', 'seed', 'a new notification is pushed whole, in an envelope, and is delivered', async (world) => {
      const stream = await world.stream();
      const id = await world.send({ context: { metadata: { n: 1 } } });
      const { data } = await stream.frame('notification', (one) => one.id === id);
      mustEqual([data.version, data.context.title, data.actions.length], ['1.0', 'Conformance', 1], 'notification');
      await world.reached(id, 'delivered');
    }),
    userRule('6.3', 'inferred', 'what was created before is sent after connecting', async (world) => {
      const id = await world.send();
      if ((await world.status(id)).status !== 'created') return; // another client of this user has it already
      const stream = await world.stream();
      await stream.frame('notification', (one) => one.id === id);
    }),
    userRule('6.3', 'inferred', 'an answer reaches every connection as a status_update', async (world) => {
      const streams = [await world.stream(), await world.stream()];
      const id = await world.send();
      mustBeStatus(await world.answer(id), 200);
      for (const stream of streams) {
        const { data } = await stream.status(id, 'responded');
        mustBeTime(data.timestamp, 'timestamp');
      }
    }),
    userRule('6.3', 'docs', 'a withdrawal reaches the connections, with its reason', async (world) => {
      const stream = await world.stream();
      const id = await world.send();
      await world.withdraw(id, 'The build failed.');
      const { data } = await stream.status(id, 'invalidated');
      mustEqual(data.reason, 'The build failed.', 'reason');
    }),
    userRule('6.3', 'docs', 'acknowledge moves it, and all connections are told', async (world) => {
      const [one, other] = [await world.stream(), await world.stream()];
      const id = await world.send();
      one.send({ type: 'acknowledge', data: { notification_id: id } });
      await Promise.all([one.status(id, 'acknowledged'), other.status(id, 'acknowledged')]);
      mustEqual((await world.status(id)).status, 'acknowledged', 'status');
    }),
    userRule('6.3', 'inferred', 'acknowledging what is not there is an error frame that names it', async (world) => {
      const stream = await world.stream();
      const id = randomUUID();
      stream.send({ type: 'acknowledge', data: { notification_id: id } });
      const { data } = await stream.frame('error', (one) => one.details?.notification_id === id);
      mustBeErrorObject(data);
      mustEqual(data.code, 'NOTIFICATION_NOT_FOUND', 'code');
    }),
    userRule('6.2', 'inferred', 'unknown types and a heartbeat_ack without data are tolerated', async (world) => {
      const stream = await world.stream();
      stream.send({ type: 'from_the_future', data: {} });
      stream.send({ type: 'heartbeat_ack' });
      const id = await world.send();
      await stream.frame('notification', (one) => one.id === id);
      must(stream.closeCode === undefined, `the connection was closed with ${stream.closeCode}`);
    }),
    userRule('6.4', 'inferred', 'a message that is not JSON closes with 4400', async (world) => {
      const stream = await world.stream();
      stream.send('{');
      mustEqual(await until('the close', () => stream.closeCode), 4400, 'close code');
    }),
    userRule(
      '6.1',
      'docs',
      'a heartbeat comes every 30 s',
      async (world) => {
        const stream = await world.stream();
        const { data } = await stream.frame('heartbeat', () => true, 33_000);
        mustBeTime(data.timestamp, 'timestamp');
      },
      'long',
    ),
    userRule(
      '6.1',
      'docs',
      'the sixth connection of a user is refused: 429 with Retry-After',
      async (world) => {
        for (let i = 0; i < 5; i++) await world.tryStream({ token: world.userToken });
        const found = await world.tryStream({ token: world.userToken });
        if (found instanceof Stream) throw new Unmet('a sixth connection was accepted');
        mustBeRefused(found, 429, 'RATE_LIMIT_EXCEEDED');
        must(found.headers.get('retry-after') !== null, 'there is no Retry-After');
      },
      'limits',
    ),
  ],
};
