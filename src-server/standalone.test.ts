import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { aReceiver } from './testing/a-receiver.ts';
import { adminToken, type Call, callsTo, userToken } from './testing/a-server.ts';
import { aStream } from './testing/a-stream.ts';
import { aNotification } from './testing/builders.ts';
import { type BuiltPrograms, buildPrograms } from './testing/built-program.ts';

// Starting a process takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let programs: BuiltPrograms;
let folder: string;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  programs = await buildPrograms();
}, 120_000);
afterAll(() => programs.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atp-alone-'));
});
afterEach(async () => {
  for (const child of running) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

type Lone = { child: ChildProcess; url: string; call: Call; output: { stdout: string; stderr: string } };

function launch(env: Record<string, string> = {}) {
  const tokens = { ATP_ADMIN_TOKEN: adminToken, ATP_USER_TOKEN: userToken, ATP_LIMITS: 'off' };
  const child = spawn(process.execPath, [programs.standalone], {
    env: { PATH: process.env.PATH ?? '', ATP_PORT: '0', ATP_DATA_DIR: folder, ...tokens, ...env },
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (part) => {
    output.stdout += part;
  });
  child.stderr.on('data', (part) => {
    output.stderr += part;
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return { child, output };
}

async function started(env: Record<string, string> = {}): Promise<Lone> {
  const { child, output } = launch(env);
  while (!output.stdout.includes('\n')) {
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    if (child.exitCode !== null) throw new Error(output.stderr);
  }
  const { url } = JSON.parse(output.stdout);
  return { child, output, url, call: callsTo(url) };
}

/** Registers a service with this callback, sends, and returns the notification's id and the key. */
async function asked({ call }: Lone, callback_url: string) {
  const body = { name: 'Bot', description: 'd', callback_url };
  const { api_key } = (await call('POST', '/api/v1/services', { token: adminToken, body })).body;
  const key = String(api_key);
  const reply = await call('POST', '/api/v1/notifications', { token: key, body: aNotification() });
  return { key, id: String(reply.body.notification_id) };
}

const answer = ({ call }: Lone, notification_id: string) =>
  call('POST', '/api/v1/client/respond', {
    token: userToken,
    body: { notification_id, action_id: 'ship_it', response_data: null },
  });

test('says one line on stdout when it listens, and ends in order on SIGTERM and SIGINT', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const server = await started();
    expect(JSON.parse(server.output.stdout)).toEqual({ event: 'listening', url: server.url });
    const stream = await aStream(`${server.url}/api/v1/client/stream`, { authorization: `Bearer ${userToken}` });
    server.child.kill(signal);
    expect(await stream.closed).toBe(1001);
    if (server.child.exitCode === null) await once(server.child, 'exit');
    expect(server.child.exitCode).toBe(0);
    expect(server.output.stdout.trim().split('\n')).toHaveLength(1);
    expect(server.output.stderr).not.toContain('Warning');
  }
});

test('makes tokens that are missing and says them once, on stderr', async () => {
  const server = await started({ ATP_ADMIN_TOKEN: '', ATP_USER_TOKEN: '' });
  const token = (name: string) =>
    new RegExp(`${name} is not set; for this run it is (\\S+)`).exec(server.output.stderr);
  const user = token('ATP_USER_TOKEN')?.[1] ?? '';
  const admin = token('ATP_ADMIN_TOKEN')?.[1] ?? '';
  expect((await server.call('GET', '/api/v1/client/notifications', { token: user })).status).toBe(200);
  expect((await server.call('GET', '/api/v1/admin/services', { token: admin })).status).toBe(200);
  expect(server.output.stderr.split(user)).toHaveLength(2);
});

test('a setting that is wrong, or a folder in use, ends it with a sentence', async () => {
  await started();
  for (const [env, words] of [
    [{ ATP_PORT: 'http' }, 'ATP_PORT'],
    [{ ATP_LIMITS: '{"sends":1}' }, 'ATP_LIMITS'],
    [{}, 'Another server is using the data folder'],
  ] as const) {
    const { child, output } = launch(env);
    const [code] = await once(child, 'exit');
    expect([code, output.stdout]).toEqual([1, '']);
    expect(output.stderr).toContain(words);
  }
});

test('ATP_LIMITS sets the limits', async () => {
  const server = await started({ ATP_LIMITS: '{"registrations_per_hour": 1}' });
  const register = (name: string) =>
    server.call('POST', '/api/v1/services', {
      token: adminToken,
      body: { name, description: 'd', callback_url: null },
    });
  expect((await register('one')).status).toBe(201);
  const refused = await register('two');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_500);
});

test('killed between the answer and its webhook, it delivers once after the restart, with the same request id', async () => {
  const receiver = await aReceiver((response, count) => {
    if (count > 1) response.end();
  });
  const first = await started();
  const { id, key } = await asked(first, receiver.url);
  expect((await answer(first, id)).status).toBe(200);
  const cut = await receiver.delivery(1);
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');

  const second = await started();
  const whole = await receiver.delivery(2);
  expect(whole.headers['x-atp-request-id']).toBe(cut.headers['x-atp-request-id']);
  expect(whole.body.equals(cut.body)).toBe(true);
  const status = async () => (await second.call('GET', `/api/v1/notifications/${id}`, { token: key })).body.status;
  while ((await status()) !== 'completed');
  second.child.kill('SIGTERM');
  await once(second.child, 'exit');
  const third = await started();
  expect((await third.call('GET', `/api/v1/notifications/${id}`, { token: key })).body.status).toBe('completed');
  expect(receiver.received).toHaveLength(2);
  await receiver.stop();
});

/** How often the server is killed under load: `ATP_TEST_KILLS=1000` runs guarantees R2 in full. */
const kills = Number(process.env.ATP_TEST_KILLS ?? 100);

test(
  `killed ${kills} times while answers come in: none that was accepted is lost, none has two effects`,
  async () => {
    const receiver = await aReceiver((response) => void response.end());
    let server = await started();
    const body = { name: 'Bot', description: 'd', callback_url: receiver.url };
    const registered = await server.call('POST', '/api/v1/services', { token: adminToken, body });
    const key = String(registered.body.api_key);
    const accepted: string[] = [];
    const all: string[] = [];
    for (let round = 0; round < kills; round++) {
      const ids: string[] = [];
      for (let n = 0; n < 10; n++) {
        const reply = await server.call('POST', '/api/v1/notifications', { token: key, body: aNotification() });
        ids.push(String(reply.body.notification_id));
      }
      all.push(...ids);
      const { child } = server;
      const under = server;
      let replies = 0;
      await Promise.allSettled(
        ids.map(async (id) => {
          const reply = await answer(under, id);
          if (reply.status === 200) accepted.push(id);
          if (++replies === (round % 10) + 1) child.kill('SIGKILL');
        }),
      );
      if (child.signalCode === null) await once(child, 'exit');
      server = await started();
    }
    const responses = new Map<string, unknown>();
    for (const id of all) {
      const { body: read } = await server.call('GET', `/api/v1/client/notifications/${id}`, { token: userToken });
      if (read.response) responses.set(id, read.response);
    }
    for (const id of accepted) expect(responses.has(id)).toBe(true);
    const delivered = () =>
      new Map(receiver.received.map(({ body }) => [JSON.parse(body.toString()).notification_id, 1]));
    while (delivered().size < responses.size) await new Promise((resolve) => setImmediate(resolve));
    expect([...delivered().keys()].sort()).toEqual([...responses.keys()].sort());
    const requestIds = new Map<string, Set<unknown>>();
    for (const { headers, body } of receiver.received) {
      const id = JSON.parse(body.toString()).notification_id;
      requestIds.set(id, (requestIds.get(id) ?? new Set()).add(headers['x-atp-request-id']));
    }
    for (const ids of requestIds.values()) expect(ids.size).toBe(1);
    await receiver.stop();
  },
  60_000 + kills * 5_000,
);
