import { aQuestion } from '../rig/agent.ts';
import { expect, test } from '../rig/test.ts';

const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
  { value: 'c', label: 'C' },
];
const sides = { true_label: 'Yes', false_label: 'No' };
const actions = {
  simple: { response_type: 'simple' },
  binary: { response_type: 'binary', options: sides },
  choice: { response_type: 'choice', options },
  multi_choice: { response_type: 'multi_choice', options, constraints: { min_selections: 1, max_selections: 2 } },
  text: { response_type: 'text', constraints: { min_length: 3, max_length: 5 } },
  number: { response_type: 'number', constraints: { min: 0.1, max: 0.9, step: 0.05 } },
  scale: { response_type: 'scale', constraints: { min: 1, max: 8, step: 3 } },
  datetime: {
    response_type: 'datetime',
    constraints: { min: '2031-05-01T10:00:00Z', max: '2031-05-02T10:00:00Z' },
  },
} as const;
type Type = keyof typeof actions;

const badData = [400, 'INVALID_RESPONSE_DATA'] as const;
const outside = [422, 'CONSTRAINT_VIOLATION'] as const;

const refused: [type: Type, data: unknown, status: number, code: string][] = [
  ['simple', true, ...badData],
  ['simple', '', ...badData],
  ['binary', 'true', ...badData],
  ['binary', 1, ...badData],
  ['binary', null, ...badData],
  ['choice', 'd', ...badData],
  ['choice', ['a'], ...badData],
  ['choice', 'A', ...badData],
  ['multi_choice', 'a', ...badData],
  ['multi_choice', ['a', 'd'], ...badData],
  ['multi_choice', ['a', 'a'], ...outside],
  ['multi_choice', [], ...outside],
  ['multi_choice', ['a', 'b', 'c'], ...outside],
  ['text', 5, ...badData],
  ['text', '👍👍', ...outside],
  ['text', '👍👍👍👍👍👍', ...outside],
  ['number', '0.35', ...badData],
  ['number', 0.05, ...outside],
  ['number', 0.95, ...outside],
  ['number', 0.37, ...outside],
  ['scale', 2.5, ...badData],
  ['scale', '4', ...badData],
  ['scale', 0, ...outside],
  ['scale', 10, ...outside],
  ['scale', 5, ...outside],
  ['datetime', 'tomorrow', ...badData],
  ['datetime', 1_900_000_000, ...badData],
  ['datetime', '2031-05-01T09:59:59Z', ...outside],
  ['datetime', '2031-05-02T10:00:01Z', ...outside],
];

const accepted: [type: Type, data: unknown][] = [
  ['simple', null],
  ['binary', false],
  ['choice', 'b'],
  ['multi_choice', ['c', 'a']],
  ['text', '👍👍👍👍👍'],
  ['number', 0.35],
  ['scale', 7],
  ['datetime', '2031-05-01T12:00:00+02:00'],
];

test('each constraint, sent around the interface, is refused by the server with its code', async ({
  loneServer,
  receiver,
}) => {
  const agent = await loneServer.register('Constraint Tester', receiver);
  const client = loneServer.client();
  for (const [type, data, status, code] of refused) {
    const id = await agent.ask(aQuestion(`${type}?`, [{ id: 'act', label: 'Act', ...actions[type] }]));
    const reply = await client.respond(id, 'act', data);
    const what = `${type} ${JSON.stringify(data)}`;
    expect.soft([reply.status, reply.body.code], what).toEqual([status, code]);
    expect.soft(reply.body.message, what).toMatch(/\w+/);
    expect.soft(reply.body.request_id, what).toMatch(/^req_/);
    expect.soft((await agent.status(id)).responded, what).toBe(false);
  }
  expect(receiver.deliveries).toEqual([]);
});

test('what keeps to the constraints is accepted by the server, once', async ({ loneServer, receiver }) => {
  const agent = await loneServer.register('Constraint Keeper', receiver);
  const client = loneServer.client();
  for (const [type, data] of accepted) {
    const id = await agent.ask(aQuestion(`${type}?`, [{ id: 'act', label: 'Act', ...actions[type] }]));
    const reply = await client.respond(id, 'act', data);
    expect([reply.status, reply.body.status], type).toEqual([200, 'responded']);
    const again = await client.respond(id, 'act', data);
    expect([again.status, again.body.code], type).toEqual([409, 'NOTIFICATION_ALREADY_RESPONDED']);
  }
  await expect.poll(() => receiver.deliveries.length).toBe(accepted.length);
});
