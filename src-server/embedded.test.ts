import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { FromEmbeddedServer, LocalServerFile, type ToEmbeddedServer } from '#shared/embedded/messages';
import { callsTo } from './testing/a-server.ts';
import { aNotification } from './testing/builders.ts';
import { type BuiltPrograms, buildPrograms } from './testing/built-program.ts';

const shim = resolve(import.meta.dirname, 'testing', 'parent-port-shim.cjs');
const tokens = { userToken: `user-${'u'.repeat(40)}`, adminToken: `admin-${'a'.repeat(40)}` };

// Starting a process takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let programs: BuiltPrograms;
let dataDir: string;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  programs = await buildPrograms();
}, 120_000);
afterAll(() => programs.remove());
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'atp-embedded-'));
});
afterEach(async () => {
  for (const child of running) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(dataDir, { recursive: true, force: true });
});

type Listening = Extract<FromEmbeddedServer, { type: 'listening' }>;

/** Starts the built program with a message port over Node's channel; each message is parsed as the app parses it. */
function embedded() {
  const child = fork(programs.embedded, { execArgv: ['--require', shim], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const said: FromEmbeddedServer[] = [];
  const waiting = new Set<() => void>();
  child.on('message', (message) => {
    said.push(FromEmbeddedServer.parse(message));
    for (const look of waiting) look();
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const heard = <T extends FromEmbeddedServer['type']>(type: T) =>
    new Promise<Extract<FromEmbeddedServer, { type: T }>>((done) => {
      const look = () => {
        const found = said.find((one) => one.type === type);
        if (!found) return;
        waiting.delete(look);
        done(found as Extract<FromEmbeddedServer, { type: T }>);
      };
      waiting.add(look);
      look();
    });
  return { child, said, heard, tell: (message: ToEmbeddedServer) => void child.send(message) };
}

async function listening() {
  const server = embedded();
  await server.heard('ready');
  server.tell({ type: 'start', dataDir, ...tokens });
  const { url, maskedKey }: Listening = await server.heard('listening');
  const stop = async () => {
    const exit = once(server.child, 'exit');
    server.tell({ type: 'stop' });
    await server.heard('stopped');
    return (await exit)[0];
  };
  return { ...server, url, maskedKey, call: callsTo(url), stop };
}

const keyFile = () => readFileSync(join(dataDir, 'local-key'), 'utf8');
const addressFile = () => LocalServerFile.parse(JSON.parse(readFileSync(join(dataDir, 'local-server.json'), 'utf8')));
const modeOf = (name: string) => statSync(join(dataDir, name)).mode & 0o777;

test('ready, listening, stopped: the files are there meanwhile and only for this user', async () => {
  const server = await listening();
  expect(new URL(server.url).hostname).toBe('127.0.0.1');
  expect(keyFile()).toMatch(/^sk_local_[0-9a-f]{56}\n$/);
  expect(server.maskedKey).toBe(`sk_local_…${keyFile().trim().slice(-4)}`);
  expect(addressFile()).toEqual({
    url: server.url,
    service_id: 'local-agents',
    api_key: keyFile().trim(),
    webhook_secret: expect.stringMatching(/^whsec_/),
    pid: server.child.pid,
  });
  expect([modeOf('local-key'), modeOf('local-server.json')]).toEqual([0o600, 0o600]);
  expect(await server.stop()).toBe(0);
  expect(existsSync(join(dataDir, 'local-server.json'))).toBe(false);
  expect(server.said.map(({ type }) => type)).toEqual(['ready', 'listening', 'stopped']);
});

test('the key in the file asks, the app’s token answers, and reading it completes it', async () => {
  const server = await listening();
  const key = keyFile().trim();
  const reply = await server.call('POST', '/api/v1/notifications', { token: key, body: aNotification() });
  expect(reply.status).toBe(201);
  const id = String(reply.body.notification_id);
  const own = await server.call('GET', `/api/v1/client/notifications/${id}`, { token: tokens.userToken });
  expect(own.body).toMatchObject({ service: { id: 'local-agents', name: 'Local agents' } });
  const body = { notification_id: id, action_id: 'ship_it', response_data: null };
  expect((await server.call('POST', '/api/v1/client/respond', { token: key, body })).status).toBe(401);
  expect((await server.call('POST', '/api/v1/client/respond', { token: tokens.userToken, body })).status).toBe(200);
  const status = await server.call('GET', `/api/v1/notifications/${id}`, { token: key });
  expect(status.body).toMatchObject({ responded: true, responder: { id: 'local-user', type: 'human' } });
});

test('key, secret, port and questions stay the same between starts', async () => {
  const first = await listening();
  const before = { key: keyFile(), ...addressFile(), pid: 0 };
  await first.call('POST', '/api/v1/notifications', { token: keyFile().trim(), body: aNotification() });
  await first.stop();
  const second = await listening();
  expect({ key: keyFile(), ...addressFile(), pid: 0 }).toEqual(before);
  const list = await second.call('GET', '/api/v1/client/notifications', { token: tokens.userToken });
  expect(list.body.pagination).toMatchObject({ total_count: 1 });
});

test('a port that is taken is passed over, and the new one is kept', async () => {
  const first = await listening();
  const port = Number(new URL(first.url).port);
  await first.stop();
  const other = createServer();
  await new Promise<void>((done) => other.listen(port, '127.0.0.1', done));
  const second = await listening();
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
  await second.stop();
  other.close();
  const third = await listening();
  expect(third.url).toBe(second.url);
});

test('a key file that was removed or damaged gets a new key, and the old one no longer works', async () => {
  const first = await listening();
  const old = keyFile().trim();
  await first.stop();
  writeFileSync(join(dataDir, 'local-key'), `${old.slice(0, -1)}\n`, { mode: 0o644 });
  const second = await listening();
  const key = keyFile().trim();
  expect(key).not.toBe(old);
  expect(modeOf('local-key')).toBe(0o600);
  const send = (token: string) => second.call('POST', '/api/v1/notifications', { token, body: aNotification() });
  expect((await send(old)).status).toBe(401);
  expect((await send(key)).status).toBe(201);
});

test('after a kill the next start works, and says failed while the folder is in use', async () => {
  const first = await listening();
  const second = embedded();
  await second.heard('ready');
  second.tell({ type: 'start', dataDir, ...tokens });
  expect((await second.heard('failed')).message).toContain('Another server');
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  expect(existsSync(join(dataDir, 'local-server.json'))).toBe(true);
  const third = await listening();
  expect(addressFile().pid).toBe(third.child.pid);
});

const act = (server: { call: ReturnType<typeof callsTo> }, what: string) =>
  server.call('POST', `/api/v1/admin/services/local-agents/${what}`, { token: tokens.adminToken });
const sendWith = async (server: { call: ReturnType<typeof callsTo> }, token: string) =>
  (await server.call('POST', '/api/v1/notifications', { token, body: aNotification() })).status;

test('rotating "Local agents" writes both files anew, and the new key stays over a restart', async () => {
  const first = await listening();
  const before = addressFile();
  const reply = await act(first, 'rotate');
  const key = String(reply.body.api_key);
  expect(reply.status).toBe(200);
  expect(key).toMatch(/^sk_local_/);
  expect(keyFile()).toBe(`${key}\n`);
  expect(addressFile()).toEqual({ ...before, api_key: key });
  expect([modeOf('local-key'), modeOf('local-server.json')]).toEqual([0o600, 0o600]);
  expect([await sendWith(first, before.api_key), await sendWith(first, key)]).toEqual([401, 201]);
  await first.stop();
  const second = await listening();
  expect(second.maskedKey).toBe(`sk_local_…${key.slice(-4)}`);
  expect([await sendWith(second, before.api_key), await sendWith(second, key)]).toEqual([401, 201]);
});

test('revoking "Local agents" takes both files away, also after a restart, until it is rotated', async () => {
  const first = await listening();
  const old = addressFile().api_key;
  expect((await act(first, 'revoke')).body).toMatchObject({ status: 'revoked', key: null });
  const files = () => ['local-key', 'local-server.json'].map((name) => existsSync(join(dataDir, name)));
  expect(files()).toEqual([false, false]);
  expect(await sendWith(first, old)).toBe(401);
  await first.stop();
  const second = await listening();
  expect([second.maskedKey, ...files()]).toEqual(['', false, false]);
  const { api_key } = (await act(second, 'rotate')).body;
  expect(files()).toEqual([true, true]);
  expect(addressFile()).toMatchObject({ api_key, url: second.url });
  expect([await sendWith(second, old), await sendWith(second, String(api_key))]).toEqual([401, 201]);
});

test('services are limited, the app’s own tokens are not', async () => {
  const server = await listening();
  const statuses: number[] = [];
  for (let n = 0; n < 101; n++) statuses.push(await sendWith(server, keyFile().trim()));
  expect(statuses.at(-1)).toBe(429);
  expect(statuses.filter((one) => one === 201)).toHaveLength(100);
  for (let n = 0; n < 70; n++) {
    const polled = await server.call('GET', '/api/v1/client/notifications?limit=1', { token: tokens.userToken });
    expect(polled.status).toBe(200);
  }
});

test('Ctrl+C and a shutdown do not end it before the app says so', async () => {
  const server = await listening();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) server.child.kill(signal);
  expect((await server.call('GET', '/api/v1/health')).status).toBe(200);
  expect(await server.stop()).toBe(0);
});

test('messages that are none of ours are ignored', async () => {
  const server = await listening();
  for (const message of ['stop', 7, { type: 'start' }, { type: 'explode' }]) server.child.send(message as never);
  expect((await server.call('GET', '/api/v1/health')).status).toBe(200);
});

test('the app’s tokens are nowhere in the data', async () => {
  const server = await listening();
  await server.call('GET', '/api/v1/client/notifications', { token: tokens.userToken });
  await server.call('GET', '/api/v1/admin/services', { token: tokens.adminToken });
  await server.stop();
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  expect(files.map(({ name }) => name)).toContain('server.log');
  for (const file of files) {
    const content = readFileSync(join(file.parentPath, file.name));
    expect(content.includes(tokens.userToken) || content.includes(tokens.adminToken)).toBe(false);
    const mayHoldKey = file.name === 'local-key';
    expect(content.includes(keyFile().trim())).toBe(mayHoldKey);
  }
});

test('it ends when the process that started it is killed', async () => {
  const parent = spawn(process.execPath, [
    '-e',
    `const child = require('node:child_process').fork(${JSON.stringify(programs.embedded)}, {
       execArgv: ['--require', ${JSON.stringify(shim)}], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
     child.on('message', (m) => {
       if (m.type === 'ready') child.send(${JSON.stringify({ type: 'start', dataDir, ...tokens })});
       if (m.type === 'listening') process.stdout.write('listening');
     });`,
  ]);
  running.add(parent);
  parent.once('exit', () => running.delete(parent));
  await once(parent.stdout, 'data');
  const { pid } = addressFile();
  parent.kill('SIGKILL');
  const isAlive = () => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  while (isAlive()) await new Promise((done) => setImmediate(done));
  expect(existsSync(join(dataDir, 'local-server.json'))).toBe(false);
});
