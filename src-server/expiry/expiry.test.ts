import { afterEach, beforeEach, expect, test } from 'vitest';
import { aServer, endServer, type TestServer } from '../testing/a-server.ts';
import { answered, aService, type RegisteredService, sent } from '../testing/builders.ts';

let server: TestServer;
let service: RegisteredService;
beforeEach(async () => {
  server = await aServer();
  service = await aService(server);
});
afterEach(() => endServer(server));

const inSeconds = (s: number) => new Date(server.clock.now() + s * 1000).toISOString();
/** As stored: a read through the protocol would expire it on access. */
const stored = (id: string) => server.store.notifications.find(id);

test('each expires at its own deadline, in whatever order they came', async () => {
  const later = await sent(server, service, { deadline: inSeconds(60) });
  const sooner = await sent(server, service, { deadline: inSeconds(10) });
  const never = await sent(server, service);
  server.clock.advance(9_999);
  expect(stored(sooner)?.status).toBe('created');
  server.clock.advance(1);
  expect(stored(sooner)).toMatchObject({ status: 'expired', statusAt: server.clock.now() });
  expect(stored(later)?.status).toBe('created');
  server.clock.advance(50_000);
  expect(stored(later)?.status).toBe('expired');
  server.clock.advance(365 * 86_400_000);
  expect(stored(never)?.status).toBe('created');
});

test('what was due while the server was away has expired when it is back, at its deadline', async () => {
  const id = await sent(server, service, { deadline: inSeconds(10) });
  await server.stop();
  server.clock.advance(3_600_000);
  server = await aServer({ folder: server.folder }, server.clock);
  expect(stored(id)).toMatchObject({ status: 'expired', statusAt: server.clock.now() - 3_590_000 });
});

test('a great many at once all expire', async () => {
  const deadline = server.clock.now() + 1_000;
  const shared = {
    serviceId: service.id as never,
    sentAt: 0,
    createdAt: 0,
    deadline,
    project: undefined,
    recipients: undefined,
  };
  const body = { context: { title: 't', description: '' }, actions: [] };
  server.store.transaction(() => {
    for (let n = 0; n < 1_700; n++) {
      server.store.notifications.add({ ...shared, id: `n${n}` as never, contentDigest: Buffer.alloc(32), body });
    }
  });
  await sent(server, service, { deadline: inSeconds(1) });
  server.clock.advance(1_000);
  expect(server.store.notifications.nearestDeadline()).toBeUndefined();
});

test('an answered one does not expire', async () => {
  const id = await sent(server, service, { deadline: inSeconds(10) });
  await answered(server, id);
  server.clock.advance(60_000);
  expect(stored(id)?.status).toBe('responded');
});
