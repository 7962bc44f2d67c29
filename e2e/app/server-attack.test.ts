import { aQuestion, callJson } from '../rig/agent.ts';
import { type Attack, attackFromPage } from '../rig/attack.ts';
import { HostileSite, OpenDoor, rebound } from '../rig/hostile-site.ts';
import type { LoneServer } from '../rig/lone-server.ts';
import { test as base, expect } from '../rig/test.ts';
import type { WebhookReceiver } from '../rig/webhook-receiver.ts';

const test = base.extend<{ site: HostileSite }>({
  site: async ({ display }, use) => {
    const site = await HostileSite.open(display.env);
    await use(site);
    await site.close();
  },
});

/** A server with one open question, and everything an attacker could wish to know about it. */
async function prepared(server: LoneServer, receiver: WebhookReceiver): Promise<Attack> {
  const agent = await server.register('Victim', receiver);
  const victim = await agent.ask(aQuestion('Delete the database?'));
  const { url, adminToken, userToken } = server;
  return { base: url, admin: adminToken, service: agent.apiKey, user: userToken, victim };
}

/** What there is on the server that an attack could have changed. */
async function stateOf({ base, admin, service, victim }: Attack) {
  const read = async (path: string, token: string) => (await callJson(base + path, { token })).body;
  const { status, responded, updated_at } = await read(`/api/v1/notifications/${victim}`, service);
  return {
    victim: { status, responded, updated_at },
    services: await read('/api/v1/admin/services', admin),
    users: await read('/api/v1/admin/users', admin),
  };
}

/** How many notifications there are. Being asked, the server counts them as delivered: to be called last. */
async function countOf({ base, user }: Attack) {
  const { body } = await callJson(`${base}/api/v1/client/notifications`, { token: user });
  return (body.pagination as { total_count: number }).total_count;
}

const refusals = (server: LoneServer) =>
  server.log
    .join('')
    .split('\n')
    .filter((line) => line.includes('"status":403')).length;

test('without guards, the attacks of a page arrive: a server that takes everything sees each of them', async ({
  site,
}) => {
  const door = new OpenDoor();
  const url = await door.start();
  const loot = await site.page.evaluate(attackFromPage, {
    base: url,
    admin: 'a',
    service: 's',
    user: 'u',
    victim: 'v',
  });
  door.stop();
  expect(loot.read.length).toBeGreaterThan(20);
  expect([...door.came]).toEqual(
    expect.arrayContaining([
      'OPTIONS /api/v1/notifications',
      'POST /api/v1/notifications',
      'POST /api/v1/client/respond',
      'PATCH /api/v1/notifications/v',
      'POST /api/v1/client/notifications/v/acknowledge',
      'POST /api/v1/services',
      'GET /api/v1/client/notifications',
      'GET /api/v1/health',
      'GET /api/v1/client/events',
      'UPGRADE /api/v1/client/stream',
    ]),
  );
});

test('a page of another origin that knows every credential reads nothing and changes nothing', async ({
  site,
  loneServer,
  receiver,
}) => {
  const attack = await prepared(loneServer, receiver);
  const before = await stateOf(attack);
  const refusedBefore = refusals(loneServer);
  const { read, opened, attempts } = await site.page.evaluate(attackFromPage, attack);
  expect([read, opened]).toEqual([[], []]);
  expect(attempts).toBeGreaterThan(150);
  expect(refusals(loneServer) - refusedBefore).toBeGreaterThan(100);
  expect(await stateOf(attack)).toEqual(before);
  expect(before.victim.status).toBe('created');
  expect(await countOf(attack)).toBe(1);
  expect(receiver.deliveries).toEqual([]);
});

test('a name that was made to lead here is refused, though the page counts as of the same origin', async ({
  site,
  loneServer,
  receiver,
}) => {
  const attack = await prepared(loneServer, receiver);
  const before = await stateOf(attack);
  const here = `http://${rebound}:${new URL(loneServer.url).port}`;
  await site.page.goto(`${here}/api/v1/health`);
  expect(await site.page.evaluate(() => location.origin)).toBe(here);
  const { read, opened, attempts } = await site.page.evaluate(attackFromPage, { ...attack, base: here });
  expect([read, opened]).toEqual([[], []]);
  expect(attempts).toBeGreaterThan(150);
  expect(await stateOf(attack)).toEqual(before);
  expect(before.victim.status).toBe('created');
  expect(await countOf(attack)).toBe(1);
  expect(receiver.deliveries).toEqual([]);
});
