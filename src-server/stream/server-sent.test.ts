import { afterEach, beforeEach, expect, test } from 'vitest';
import { aServer, endServer, type TestServer, userToken } from '../testing/a-server.ts';
import { answered, aService, type RegisteredService, sent } from '../testing/builders.ts';

let server: TestServer;
let service: RegisteredService;
let open: AbortController[] = [];
beforeEach(async () => {
  server = await aServer();
  service = await aService(server);
});
afterEach(async () => {
  for (const one of open) one.abort();
  open = [];
  await endServer(server);
});

type Event = { id: string | undefined; event: string; data: Record<string, unknown> };

/** Opens the stream as a client does and reads events as they come. */
async function events(query = '', headers: Record<string, string> = { authorization: `Bearer ${userToken}` }) {
  const ending = new AbortController();
  open.push(ending);
  const url = `${server.url}/api/v1/client/events${query}`;
  const reply = await fetch(url, { headers: { accept: 'text/event-stream', ...headers }, signal: ending.signal });
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (wanted: (event: Event) => boolean): Promise<Event> => {
    for (;;) {
      while (text.includes('\n\n')) {
        const [block = '', ...rest] = text.split('\n\n');
        text = rest.join('\n\n');
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
        const event = field('event');
        if (event === undefined) continue;
        const found = { id: field('id'), event, data: JSON.parse(field('data') ?? '') };
        if (wanted(found)) return found;
      }
      const part = await reader?.read();
      if (!part || part.done) throw new Error('the stream ended');
      text += part.value;
    }
  };
  return { reply, next, close: () => ending.abort() };
}
const about = (status: string) => (one: Event) => one.event === 'status_update' && one.data.status === status;
const notice = (id: string) => (one: Event) => one.event === 'notification' && one.data.id === id;

test('brings what was created before, what comes and what changes, without an envelope', async () => {
  const before = await sent(server, service);
  const stream = await events();
  expect(stream.reply.headers.get('content-type')).toBe('text/event-stream');
  await stream.next(notice(before));
  const id = await sent(server, service);
  expect((await stream.next(notice(id))).data).toMatchObject({ id, context: { title: 'Ship build 118?' } });
  await stream.next(about('delivered'));
  await answered(server, id);
  expect((await stream.next(about('responded'))).data).toMatchObject({ notification_id: id });
});

test('resumes after the last event that was seen, the header before the query', async () => {
  const first = await events();
  const one = await sent(server, service);
  const seen = await first.next(notice(one));
  first.close();
  await answered(server, one);
  const gone = await sent(server, service);
  const body = { status: 'invalidated' };
  await server.call('PATCH', `/api/v1/notifications/${gone}`, { token: service.key, body });
  const headers = { authorization: `Bearer ${userToken}`, 'last-event-id': seen.id ?? '' };
  const second = await events('?last_event_id=nonsense', headers);
  expect((await second.next(about('responded'))).data.notification_id).toBe(one);
  expect((await second.next(about('invalidated'))).data.notification_id).toBe(gone);
});

test('an id of another run starts live', async () => {
  const stream = await events('?last_event_id=00000000-1');
  const id = await sent(server, service);
  await stream.next(notice(id));
});

test('only the types that were asked for; nothing counts as delivered that was not sent', async () => {
  const stream = await events('?types=status_update,ping');
  const id = await sent(server, service);
  expect(server.store.notifications.find(id)?.status).toBe('created');
  await answered(server, id);
  expect((await stream.next(() => true)).data).toMatchObject({ status: 'responded' });
  server.clock.advance(30_000);
  expect(await stream.next(() => true)).toMatchObject({
    event: 'ping',
    data: { timestamp: '2026-01-15T09:00:30.000Z' },
  });
});

test('takes the token from the query, refuses others, and an eleventh stream', async () => {
  expect((await events(`?token=${userToken}`, {})).reply.status).toBe(200);
  expect((await events('', {})).reply.status).toBe(401);
  expect((await events('', { authorization: `Bearer ${service.key}` })).reply.status).toBe(401);
  expect((await events('?version=2')).reply.status).toBe(400);
  for (let n = 1; n < 10; n++) expect((await events()).reply.status).toBe(200);
  const { reply } = await events();
  expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '60']);
});

test('ends when the server does', async () => {
  const stream = await events();
  const restarting = server.restart();
  await expect(stream.next(() => false)).rejects.toThrow('ended');
  server = await restarting;
});
