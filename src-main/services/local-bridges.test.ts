import { expect, test } from 'vitest';
import { RestClient } from '#main/accounts/rest-client';
import { FakeClock } from '#main/testing/fake-clock';
import { LocalBridges } from './local-bridges.ts';

const form = { kind: 'trigger', name: 'Tickets', agentUrl: '', answerUrl: '', events: '' } as const;

/** Bridges of a server that gives one answer and keeps what it was asked. */
function bridgesAt(status: number, body: unknown) {
  const asked: { call: string; body: unknown }[] = [];
  const fetch = async (url: string, { method, body: sent }: RequestInit) => {
    const call = `${method} ${url.replace('http://127.0.0.1:4680/api/v1', '')}`;
    asked.push({ call, body: sent === undefined ? undefined : JSON.parse(String(sent)) });
    return new Response(JSON.stringify(body), { status });
  };
  const rest = new RestClient('http://127.0.0.1:4680', 'admin', { fetch, clock: new FakeClock() });
  return { asked, bridges: new LocalBridges(() => rest) };
}

test('an agent is registered by its URL, under its own name unless there is another', async () => {
  const { asked, bridges } = bridgesAt(500, {});
  await bridges.register({ ...form, kind: 'a2a', name: '', agentUrl: 'http://localhost:8000' });
  const body = { kind: 'a2a', agent_url: 'http://localhost:8000', name: null };
  expect(asked).toEqual([{ call: 'POST /admin/bridges', body }]);
});

test('events are sent as the JSON they are; what is none is said at its field and asks nobody', async () => {
  const { asked, bridges } = bridgesAt(500, {});
  await bridges.register({ ...form, events: '{"a": [1]}', answerUrl: 'http://localhost:9000' });
  const body = { kind: 'trigger', name: 'Tickets', answer_url: 'http://localhost:9000', events: { a: [1] } };
  expect(asked).toEqual([{ call: 'POST /admin/bridges', body }]);
  const error = { code: 'service/invalid', message: 'This is not JSON.', field: 'events' };
  expect(await bridges.register({ ...form, events: '{' })).toEqual({ ok: false, error });
  expect(asked).toHaveLength(1);
});

test.each([
  ['events.a.0.label', 'events'],
  ['agent_url', 'agentUrl'],
  ['public_url', undefined],
])('a refusal of %s is about the field %s', async (path, field) => {
  const { bridges } = bridgesAt(422, { code: 'CONSTRAINT_VIOLATION', message: 'No.', details: { path } });
  const error = { code: 'service/invalid', message: 'No.', ...(field === undefined ? {} : { field }) };
  expect(await bridges.register(form)).toEqual({ ok: false, error });
});

test('one is removed, and given a new token, by its id', async () => {
  const { asked, bridges } = bridgesAt(200, { token: 'bt_1', token_header: 'Authorization' });
  expect(await bridges.rotate('b/1')).toEqual({ ok: true, value: { token: 'bt_1', token_header: 'Authorization' } });
  expect(await bridges.remove('b/1')).toEqual({ ok: true, value: undefined });
  expect(asked.map(({ call }) => call)).toEqual(['POST /admin/bridges/b%2F1/rotate', 'DELETE /admin/bridges/b%2F1']);
});

test('while the server does not run it is said so', async () => {
  const error = { code: 'server/unreachable', retryable: true };
  expect(await new LocalBridges(() => undefined).list()).toMatchObject({ ok: false, error });
});
