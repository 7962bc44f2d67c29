import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aServer, endServer, type TestServer, userToken } from '#server/testing/a-server';
import { answered, aService } from '#server/testing/builders';
import { ATPClient } from '../client.ts';
import { createMcpServer } from './server.ts';

let server: TestServer;
let client: Client;

async function connected(waitMs: number, progressEveryMs = 15_000): Promise<Client> {
  const service = await aService(server);
  const connect = () => new ATPClient({ url: server.url, apiKey: service.key });
  const mcp = createMcpServer({ connect, version: '0', waitMs, progressEveryMs });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const made = new Client({ name: 'test', version: '0' });
  await Promise.all([mcp.connect(ours), made.connect(theirs)]);
  return made;
}

beforeEach(async () => {
  server = await aServer();
  client = await connected(30_000);
});
afterEach(async () => {
  await client.close();
  await endServer(server);
});

const question = {
  title: 'Drop the table?',
  actions: [
    { id: 'drop', label: 'Drop it', response_type: 'simple', flags: ['destructive'] },
    { id: 'keep', label: 'Keep it because', response_type: 'text' },
  ],
};
const call = async (name: string, args: object, options = {}) =>
  client.callTool({ name, arguments: { ...args } }, undefined, options);

/** The questions a person sees, once there are so many. */
async function seen(count: number): Promise<{ id: string; status: string; context: { title: string } }[]> {
  for (;;) {
    const { body } = await server.call('GET', '/api/v1/client/notifications?sort=oldest', { token: userToken });
    const all = body.notifications as { id: string; status: string; context: { title: string } }[];
    if (all.length >= count) return all;
  }
}

test('the tools are listed with schemas for input and output', async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual(
    ['ask_human', 'check_answer', 'list_my_questions', 'notify_human', 'withdraw_question'].sort(),
  );
  const ask = tools.find(({ name }) => name === 'ask_human');
  expect(JSON.stringify(ask?.inputSchema)).toContain('multi_choice');
  expect(JSON.stringify(ask?.outputSchema)).toContain('still_waiting');
});

test('ask_human comes back with the answer', async () => {
  const asking = call('ask_human', question);
  const [asked] = await seen(1);
  await answered(server, asked?.id ?? '', { action_id: 'keep', response_data: 'still used' });
  expect((await asking).structuredContent).toEqual({
    status: 'answered',
    notification_id: asked?.id,
    action_id: 'keep',
    response_data: 'still used',
  });
});

test('past its time a call says still_waiting, and the late answer comes with the next call, once', async () => {
  const first = (await call('ask_human', { ...question, wait_seconds: 0.01 })).structuredContent as {
    notification_id: string;
  };
  expect(first).toMatchObject({ status: 'still_waiting' });
  await answered(server, first.notification_id, { action_id: 'drop' });
  const next = await call('notify_human', { title: 'Done with the first part' });
  expect(next.structuredContent).toMatchObject({
    late_answers: [
      { status: 'answered', notification_id: first.notification_id, action_id: 'drop', title: 'Drop the table?' },
    ],
  });
  expect((await call('list_my_questions', {})).structuredContent).toEqual({ questions: [] });
  expect(
    (await call('check_answer', { notification_id: first.notification_id, wait_seconds: 0 })).structuredContent,
  ).toMatchObject({
    status: 'answered',
  });
});

test('a cancelled call withdraws its question', async () => {
  const cancel = new AbortController();
  const asking = call('ask_human', question, { signal: cancel.signal });
  const [asked] = await seen(1);
  cancel.abort();
  await expect(asking).rejects.toThrow();
  for (;;) {
    const [now] = await seen(1);
    if (now?.status === 'invalidated') break;
  }
  expect(asked?.id).toBeDefined();
});

test('withdraw_question and expiry are told apart', async () => {
  const first = (await call('ask_human', { ...question, wait_seconds: 0 })).structuredContent as {
    notification_id: string;
  };
  await call('withdraw_question', { notification_id: first.notification_id, reason: 'found out' });
  const checked = await call('check_answer', { notification_id: first.notification_id });
  expect(checked.structuredContent).toMatchObject({ status: 'withdrawn', reason: 'found out' });
});

test('progress is reported while a call waits and its client wants to know', async () => {
  await client.close();
  client = await connected(30_000, 5);
  const heard: number[] = [];
  let onHeard = () => {};
  const asking = call('ask_human', question, {
    onprogress: ({ progress }: { progress: number }) => {
      heard.push(progress);
      onHeard();
    },
  });
  await new Promise<void>((resolve) => {
    onHeard = () => heard.length >= 2 && resolve();
    onHeard();
  });
  const [asked] = await seen(1);
  await answered(server, asked?.id ?? '', { action_id: 'drop' });
  await asking;
  expect(heard.slice(0, 2)).toEqual([1, 2]);
});

test('what the server refuses, and an unknown question, are errors in words, never an answer', async () => {
  const refused = await call('ask_human', {
    title: 'x',
    actions: [{ id: 's', label: 'S', response_type: 'scale', constraints: { min: 3, max: 1 } }],
  });
  expect(refused.isError).toBe(true);
  expect(JSON.stringify(refused.content)).toContain('MALFORMED_ACTION');
  const unknown = await call('check_answer', { notification_id: 'nope' });
  expect(unknown).toMatchObject({ isError: true });
  const bad = await call('ask_human', { title: 'x', actions: [] });
  expect(bad.isError).toBe(true);
});
