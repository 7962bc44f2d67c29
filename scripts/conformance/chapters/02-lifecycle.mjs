// @ts-check
import { must, mustBeRefused, mustBeStatus, mustBeTime, mustEqual } from '../expect.mjs';
import { rule, userRule } from '../rule.mjs';

const open = ['created', 'delivered', 'acknowledged'];

/** @param {string} id */
const acknowledge = (id) => `/api/v1/client/notifications/${id}/acknowledge`;

/** How far ahead the server's clock is, ms, to the second that its `Date` header has. @param {Headers} headers */
function aheadMs(headers) {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? 0 : Math.round((date - Date.now()) / 1000) * 1000;
}

/** @type {import('../rule.mjs').Chapter} */
export const lifecycle = {
  name: 'lifecycle',
  title: '2 Notification lifecycle',
  asker: 'other',
  rules: [
    rule('2.1', 'docs', 'what was sent is open for answers', async (world) => {
      const { status } = await world.status(await world.send());
      must(['created', 'delivered'].includes(status), `the status is ${status}`);
    }),
    userRule('2.2', 'inferred', 'a client’s read makes it delivered', async (world) => {
      const id = await world.send();
      await world.read(id);
      mustEqual((await world.status(id)).status, 'delivered', 'status');
    }),
    userRule('2.2', 'inferred', 'acknowledging makes it acknowledged, from any open state', async (world) => {
      const id = await world.send();
      mustBeStatus(await world.user('POST', acknowledge(id)), 200);
      mustEqual((await world.status(id)).status, 'acknowledged', 'status');
    }),
    userRule('2.2', 'docs', 'an answer makes it responded, then completed once the service has it', async (world) => {
      const id = await world.send();
      mustBeStatus(await world.answer(id), 200);
      const { status } = await world.status(id);
      must(['responded', 'completed'].includes(status), `the status is ${status}`);
    }),
    userRule('2.2', 'docs', 'of eight answers at once exactly one is taken', async (world) => {
      const id = await world.send();
      const replies = await Promise.all(Array.from({ length: 8 }, () => world.answer(id)));
      mustEqual(replies.filter(({ status }) => status === 200).length, 1, 'answers taken');
      for (const reply of replies.filter(({ status }) => status !== 200))
        mustBeRefused(reply, 409, 'NOTIFICATION_ALREADY_RESPONDED');
    }),
    userRule('2.2', 'docs', 'of an answer and a withdrawal at once exactly one is taken', async (world) => {
      for (let i = 0; i < 5; i++) {
        const id = await world.send();
        const [answered, withdrawn] = await Promise.all([world.answer(id), world.withdraw(id)]);
        mustEqual([answered.status, withdrawn.status].sort(), [200, 409], 'statuses');
        const { status } = await world.status(id);
        mustEqual(status === 'invalidated', withdrawn.status === 200, 'withdrawn');
      }
    }),
    userRule('2.2', 'docs', 'at its deadline it expires, and takes no answer any more', async (world) => {
      const probe = await world.post(world.notification());
      const deadline = new Date(Date.now() + aheadMs(probe.headers) + 2_500).toISOString();
      const id = await world.send({ deadline });
      must(open.includes((await world.status(id)).status), 'it was not open before its deadline');
      await world.reached(id, 'expired', 10_000);
      mustBeRefused(await world.answer(id), 409, 'NOTIFICATION_EXPIRED');
      mustBeRefused(await world.user('POST', acknowledge(id)), 409, 'NOTIFICATION_EXPIRED');
      mustBeRefused(await world.withdraw(id), 409, 'NOTIFICATION_EXPIRED');
    }),
    userRule('2.2', 'inferred', 'acknowledging never lowers the state', async (world) => {
      const id = await world.send();
      mustBeStatus(await world.answer(id), 200);
      mustBeRefused(await world.user('POST', acknowledge(id)), 409, 'NOTIFICATION_ALREADY_RESPONDED');
      must((await world.status(id)).responded === true, 'the answer is gone');
    }),
    userRule(
      '5.7',
      'inferred',
      'acknowledging twice is one acknowledgement, in the form of a status update',
      async (world) => {
        const id = await world.send();
        const [first, second] = [await world.user('POST', acknowledge(id)), await world.user('POST', acknowledge(id))];
        for (const reply of [first, second]) {
          mustBeStatus(reply, 200);
          mustEqual([reply.body.notification_id, reply.body.status], [id, 'acknowledged'], 'reply');
          mustBeTime(reply.body.timestamp, 'timestamp');
        }
        mustEqual(second.body.timestamp, first.body.timestamp, 'time of the second');
      },
    ),
  ],
};
