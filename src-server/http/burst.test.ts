import { expect, test } from 'vitest';
import { adminToken, aServer, endServer, userToken } from '../testing/a-server.ts';
import { aStream } from '../testing/a-stream.ts';
import { aNotification, aService } from '../testing/builders.ts';

/** How many are sent: `ATP_TEST_SENDS=100000` runs the burst of guarantees R16 in full, which takes minutes. */
const sends = Number(process.env.ATP_TEST_SENDS ?? 5_000);
const serviceCount = 25;
const atOnce = 32;

test(`a burst of ${sends} from many services: every one is stored once and reaches the stream once`, async () => {
  const server = await aServer();
  const services = await Promise.all(Array.from({ length: serviceCount }, () => aService(server)));
  const stream = await aStream(`${server.url}/api/v1/client/stream`, { authorization: `Bearer ${userToken}` });
  const heard = new Map<string, number>();
  stream.socket.removeAllListeners('message');
  let done = () => {};
  const complete = new Promise<void>((resolve) => {
    done = resolve;
  });
  stream.socket.on('message', (data) => {
    const frame = JSON.parse(String(data));
    if (frame.type !== 'notification') return;
    heard.set(frame.data.id, (heard.get(frame.data.id) ?? 0) + 1);
    if (heard.size === sends) done();
  });

  const accepted = new Set<string>();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < sends) {
      const service = services[next++ % serviceCount];
      const options = { token: service?.key ?? '', body: aNotification() };
      const reply = await server.call('POST', '/api/v1/notifications', options);
      expect(reply.status).toBe(201);
      accepted.add(String(reply.body.notification_id));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  await complete;

  expect(accepted.size).toBe(sends);
  expect([...heard.values()].every((times) => times === 1)).toBe(true);
  expect([...accepted].every((id) => heard.has(id))).toBe(true);
  const list = await server.call('GET', '/api/v1/client/notifications?limit=1', { token: userToken });
  expect(list.body.pagination).toMatchObject({ total_count: sends });
  expect((await server.call('GET', '/api/v1/admin/services', { token: adminToken })).body.services).toHaveLength(
    serviceCount,
  );
  stream.socket.terminate();
  await endServer(server);
  process.stdout.write(
    `burst: ${sends} sends from ${serviceCount} services, ${atOnce} at once; none lost, none twice\n`,
  );
}, 1_800_000);
