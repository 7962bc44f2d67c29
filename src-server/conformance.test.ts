import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FromEmbeddedServer } from '#shared/embedded/messages';
import { aSpoilingProxy, type Passing } from './testing/a-spoiling-proxy.ts';
import { type BuiltPrograms, buildPrograms } from './testing/built-program.ts';

const suite = resolve(import.meta.dirname, '..', 'scripts', 'conformance.mjs');
const shim = resolve(import.meta.dirname, 'testing', 'parent-port-shim.cjs');

/** Long enough for the app's own server too. */
const adminToken = `admin-${'a'.repeat(40)}`;
const userToken = `user-${'u'.repeat(40)}`;

let programs: BuiltPrograms;
const folder = mkdtempSync(join(tmpdir(), 'atp-conformance-'));
const running: ChildProcess[] = [];
beforeAll(async () => {
  programs = await buildPrograms();
}, 120_000);
afterAll(async () => {
  for (const child of running.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  programs.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** The built server alone; the port is any free one. */
async function alone(name: string): Promise<string> {
  const env = { PATH: process.env.PATH ?? '', ATP_PORT: '0', ATP_DATA_DIR: join(folder, name), ATP_LIMITS: 'off' };
  const tokens = { ATP_ADMIN_TOKEN: adminToken, ATP_USER_TOKEN: userToken };
  const child = spawn(process.execPath, [programs.standalone], { env: { ...env, ...tokens } });
  running.push(child);
  let said = '';
  child.stdout.on('data', (part) => {
    said += part;
  });
  while (!said.includes('\n')) await once(child.stdout, 'data');
  return JSON.parse(said).url;
}

/** The built server as the app runs it, over a message port. */
function embedded(): Promise<string> {
  const child = fork(programs.embedded, {
    execArgv: ['--require', shim],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  running.push(child);
  return new Promise((listening, failed) => {
    child.once('exit', (code) => failed(new Error(`The server ended with code ${code}.`)));
    child.on('message', (raw) => {
      const message = FromEmbeddedServer.parse(raw);
      if (message.type === 'ready') child.send({ type: 'start', dataDir: join(folder, 'app'), userToken, adminToken });
      if (message.type === 'listening') listening(message.url);
    });
  });
}

/** Runs the suite as a person does: its exit code, the rules it found broken or could not check, and its last line. */
async function run(url: string, ...options: string[]) {
  const tokens = ['--admin-token', adminToken, '--user-token', userToken];
  const child = spawn(process.execPath, [suite, '--url', url, ...tokens, '--extensions', ...options]);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      output += part;
    });
  }
  const [code] = await once(child, 'close');
  const lines = output.trim().split('\n');
  return { code, kept: lines.filter((one) => one.startsWith('✓')), odd: lines.filter((one) => /^[✗!–]/.test(one)) };
}

test.concurrent('the server keeps every rule standing alone', async () => {
  const { code, kept, odd } = await run(await alone('alone'));
  expect(odd).toEqual([]);
  expect(kept.length).toBeGreaterThan(210);
  expect(code).toBe(0);
});

test.concurrent('the server keeps every rule embedded, where ten bad credentials a minute are the limit', async () => {
  const { code, kept, odd } = await run(await embedded());
  expect(odd.filter((line) => !/^– (3|4|20\.9|6\.4) .*rate limit/.test(line))).toEqual([]);
  expect(kept.length).toBeGreaterThan(200);
  expect(code).toBe(0);
});

describe('the suite notices a server that', () => {
  let url: string;
  beforeAll(async () => {
    url = await alone('spoilt');
  });

  const faults: [what: string, chapter: string, spoil: (passing: Passing) => void, line: RegExp][] = [
    [
      'has errors without request_id',
      'send-faults',
      ({ body }) => {
        delete body?.request_id;
      },
      /✗ 5\.3 .*no "request_id"/,
    ],
    [
      'says 422 for a malformed action',
      'send-faults',
      (passing) => {
        if (passing.body?.code === 'MALFORMED_ACTION') passing.status = 422;
      },
      /✗ 11 .*422 MALFORMED_ACTION instead of 400/,
    ],
    [
      'takes a second answer',
      'respond',
      (passing) => {
        if (passing.body?.code === 'NOTIFICATION_ALREADY_RESPONDED') passing.status = 200;
      },
      /✗ 16 .*a second answer/,
    ],
    [
      'takes everybody’s word',
      'credentials',
      (passing) => {
        if (passing.status === 401) passing.status = 200;
      },
      /✗ 3 .*200 AUTH_INVALID_TOKEN instead of 401/,
    ],
    [
      'gives the same page for ever',
      'list',
      ({ path, body }) => {
        if (path.includes('/client/notifications?'))
          body = Object.assign(body ?? {}, { pagination: { total_count: 5 } });
      },
      /✗ 8 .*has_more/,
    ],
    [
      'does not tell the answer to the service',
      'status',
      ({ method, path, body }) => {
        if (method === 'GET' && path.startsWith('/api/v1/notifications/')) delete body?.response_data;
      },
      /✗ 5\.4 .*answer/,
    ],
  ];

  test.each(faults)('%s', async (_, chapter, spoil, line) => {
    const proxy = await aSpoilingProxy(url, spoil);
    const { code, odd } = await run(proxy.url, '--only', chapter);
    proxy.stop();
    expect(odd.join('\n')).toMatch(line);
    expect(code).toBe(1);
  });
});

test('without a user token the rules about clients are not checked, and nobody says they are kept', async () => {
  const url = await alone('userless');
  const child = spawn(process.execPath, [suite, '--url', url, '--admin-token', adminToken, '--only', 'list']);
  let output = '';
  child.stdout.on('data', (part) => {
    output += part;
  });
  expect((await once(child, 'close'))[0]).toBe(1);
  expect(output).toMatch(/^– 8 .*needs --user-token$/m);
  expect(output).not.toMatch(/^✓/m);
});
