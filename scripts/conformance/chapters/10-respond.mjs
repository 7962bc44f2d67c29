// @ts-check
import { randomUUID } from 'node:crypto';
import { must, mustBeRefused, mustBeStatus, mustBeTime, mustEqual } from '../expect.mjs';
import { userRule } from '../rule.mjs';
import { actions } from './actions.mjs';

/**
 * @typedef {keyof typeof actions} Type
 * @typedef {{ good: unknown[], wrong: unknown[], outside: unknown[] }} Values
 * good: taken as they are; wrong: 400 INVALID_RESPONSE_DATA; outside: 422 CONSTRAINT_VIOLATION (20.15)
 */

/** @type {Record<Type, Values>} */
const values = {
  simple: { good: [null], wrong: [true, '', 0, {}], outside: [] },
  binary: { good: [false], wrong: ['true', 1, []], outside: [] },
  choice: { good: ['b'], wrong: ['z', 'Option b', ['b']], outside: [] },
  multi_choice: { good: [['a', 'c']], wrong: ['a', ['z'], [1]], outside: [[], ['a', 'b', 'c']] },
  text: { good: ['Grüße', '👍👍👍👍👍'], wrong: [5, ['text']], outside: ['ab', 'sixsix'] },
  number: { good: [25], wrong: ['25', true], outside: [0, 55, 26] },
  scale: { good: [7], wrong: ['7', [7]], outside: [0, 11, 2] },
  datetime: {
    good: ['2099-01-01T12:00:00Z'],
    wrong: [4070952000, 'noon'],
    outside: ['2098-12-31T23:59:59Z', '2099-01-03'],
  },
};

const respondPath = '/api/v1/client/respond';

/** @param {Type} type */
function answersOf(type) {
  const action = actions[type];
  const { good, wrong, outside } = values[type];
  const source = type === 'datetime' ? 'inferred' : 'seed';
  return [
    userRule('11', source, `${type} takes ${good.map((one) => JSON.stringify(one)).join(' and ')}`, async (world) => {
      for (const value of good) {
        const id = await world.send({ actions: [action] });
        mustBeStatus(await world.answer(id, action.id, value), 200);
        mustEqual((await world.status(id)).response_data, value, 'recorded');
      }
    }),
    userRule(
      '20.15',
      'docs',
      `${type} refuses another JSON type or value: 400 INVALID_RESPONSE_DATA`,
      async (world) => {
        const id = await world.send({ actions: [action] });
        for (const value of wrong)
          mustBeRefused(await world.answer(id, action.id, value), 400, 'INVALID_RESPONSE_DATA');
        must((await world.status(id)).responded === false, 'a refused answer was recorded');
      },
    ),
    ...(outside.length === 0
      ? []
      : [
          userRule(
            '20.15',
            'inferred',
            `${type} refuses what is outside its constraints: 422 CONSTRAINT_VIOLATION`,
            async (world) => {
              const id = await world.send({ actions: [action] });
              for (const value of outside)
                mustBeRefused(await world.answer(id, action.id, value), 422, 'CONSTRAINT_VIOLATION');
              must((await world.status(id)).responded === false, 'a refused answer was recorded');
            },
          ),
        ]),
  ];
}

/** @type {import('../rule.mjs').Chapter} */
export const respond = {
  name: 'respond',
  title: '5.6 Answers, 11 response types, 16 idempotency',
  asker: 'second',
  rules: [
    userRule('5.6', 'docs', '200 with notification_id, action_id, status responded and responded_at', async (world) => {
      const id = await world.send();
      const reply = await world.answer(id);
      mustBeStatus(reply, 200);
      const { notification_id, action_id, status, responded_at } = reply.body;
      mustEqual([notification_id, action_id, status], [id, 'ok', 'responded'], 'reply');
      mustBeTime(responded_at, 'responded_at');
    }),
    ...Object.keys(actions).flatMap((type) => answersOf(/** @type {Type} */ (type))),
    userRule('20.19', 'docs', 'simple may leave response_data out', async (world) => {
      const id = await world.send();
      mustBeStatus(await world.user('POST', respondPath, { notification_id: id, action_id: 'ok' }), 200);
      mustEqual((await world.status(id)).response_data, null, 'recorded');
    }),
    userRule('20.18', 'seed', 'multi_choice without constraints takes nothing at all', async (world) => {
      const id = await world.send({ actions: [{ ...actions.multi_choice, constraints: undefined }] });
      mustBeStatus(await world.answer(id, 'multi', []), 200);
    }),
    userRule('11.6', 'inferred', 'number: steps of 0.05 are met within 1e-9', async (world) => {
      const action = { ...actions.number, constraints: { min: 0, max: 1, step: 0.05 } };
      mustBeStatus(await world.answer(await world.send({ actions: [action] }), 'number', 0.15), 200);
    }),
    ...['notification_id', 'action_id'].map((name) =>
      userRule('5.6', 'docs', `without ${name} it is 400 MISSING_REQUIRED_FIELD`, async (world) => {
        const body = { notification_id: await world.send(), action_id: 'ok', response_data: null, [name]: undefined };
        mustBeRefused(await world.user('POST', respondPath, body), 400, 'MISSING_REQUIRED_FIELD');
      }),
    ),
    userRule('5.6', 'docs', 'an action the notification has not is 400 INVALID_ACTION_ID', async (world) => {
      mustBeRefused(await world.answer(await world.send(), 'other'), 400, 'INVALID_ACTION_ID');
    }),
    userRule('5.6', 'docs', 'an unknown notification is 404 NOTIFICATION_NOT_FOUND', async (world) => {
      mustBeRefused(await world.answer(randomUUID()), 404, 'NOTIFICATION_NOT_FOUND');
    }),
    userRule(
      '16',
      'docs',
      'a second answer is 409 NOTIFICATION_ALREADY_RESPONDED and changes nothing',
      async (world) => {
        const id = await world.send({ actions: [actions.binary] });
        mustBeStatus(await world.answer(id, 'binary', true), 200);
        mustBeRefused(await world.answer(id, 'binary', false), 409, 'NOTIFICATION_ALREADY_RESPONDED');
        mustEqual((await world.status(id)).response_data, true, 'recorded');
      },
    ),
    userRule('16', 'inferred', 'the same Idempotency-Key gets the first 200 again, another one 409', async (world) => {
      const id = await world.send();
      const key = { 'idempotency-key': randomUUID() };
      const [first, again] = [await world.answer(id, 'ok', null, key), await world.answer(id, 'ok', null, key)];
      mustBeStatus(first, 200);
      mustBeStatus(again, 200);
      mustEqual(again.body, first.body, 'reply');
      const other = await world.answer(id, 'ok', null, { 'idempotency-key': randomUUID() });
      mustBeRefused(other, 409, 'NOTIFICATION_ALREADY_RESPONDED');
    }),
    userRule(
      '16',
      'inferred',
      'five at once with one Idempotency-Key are one answer and five times 200',
      async (world) => {
        const id = await world.send();
        const key = { 'idempotency-key': randomUUID() };
        const replies = await Promise.all(Array.from({ length: 5 }, () => world.answer(id, 'ok', null, key)));
        mustEqual(
          replies.map(({ status }) => status),
          Array(5).fill(200),
          'statuses',
        );
        mustEqual(new Set(replies.map(({ body }) => body.responded_at)).size, 1, 'times');
      },
    ),
  ],
};
