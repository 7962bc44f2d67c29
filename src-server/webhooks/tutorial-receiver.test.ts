import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { adminToken, aServer, endServer, type TestServer } from '../testing/a-server.ts';
import { answered, aService, type RegisteredService, sent } from '../testing/builders.ts';

const testing = resolve(import.meta.dirname, '..', 'testing');

/** Debian's Python first, since it is what Debian's Flask belongs to. */
const python = ['/usr/bin/python3', 'python3', 'python'].find((one) => spawnSync(one, ['--version']).status === 0);
const hasFlask = python !== undefined && spawnSync(python, ['-c', 'import flask']).status === 0;

/** The webhook handler of the tutorial as it is printed there: from its import of Flask to what it returns. */
function tutorialHandler(): string | undefined {
  const seeds = resolve(import.meta.dirname, '..', '..', '..', 'shared', 'seeds');
  const name = existsSync(seeds) ? readdirSync(seeds).find((one) => one.startsWith('000')) : undefined;
  if (name === undefined) return undefined;
  const text = readFileSync(join(seeds, name), 'utf8');
  return /^from flask import [\s\S]*?return jsonify\(\{'status': 'success'\}\), 200$/m.exec(text)?.[0];
}

let folder: string;
let server: TestServer;
let service: RegisteredService;
let receiver: { child: ChildProcess; output: () => string; said: (words: string) => Promise<void> };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atp-tutorial-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  server = await aServer();
  const port = await freePort();
  service = await aService(server, { callback_url: `http://127.0.0.1:${port}/atp/webhook` });
  receiver = await started(port, service.secret);
});
afterEach(async () => {
  receiver.child.kill();
  if (receiver.child.exitCode === null && receiver.child.signalCode === null) await once(receiver.child, 'exit');
  await endServer(server);
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

/** Starts the tutorial's handler under Python; without Python, a receiver in Node that does the same. */
async function started(port: number, secret: string): Promise<typeof receiver> {
  const printed = tutorialHandler();
  const handler = join(folder, 'handler.py');
  writeFileSync(handler, printed ?? readFileSync(join(testing, 'tutorial', 'handler.py')));
  const child = python
    ? spawn(python, [join(testing, 'tutorial', 'run.py'), handler, String(port)], {
        env: { ...process.env, ...(hasFlask ? {} : { PYTHONPATH: join(testing, 'flask-stand-in') }) },
      })
    : spawn(process.execPath, [join(testing, 'tutorial', 'receiver.mjs'), String(port)]);
  const kind = python
    ? `${printed ? 'the tutorial’s own handler' : 'our handler'} with ${hasFlask ? 'Flask' : 'our stand-in for Flask'}`
    : 'our receiver in Node (there is no Python)';
  process.stdout.write(`tutorial receiver: ${kind}\n`);
  let output = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      output += part;
      for (const look of waiting) look();
    });
  }
  child.stdin.end(`${secret}\n`);
  const said = (words: string) =>
    new Promise<void>((done, failed) => {
      const look = () => {
        if (!output.includes(words)) return;
        waiting.delete(look);
        done();
      };
      child.once('exit', (code) => failed(new Error(`The receiver ended with ${code}: ${output}`)));
      waiting.add(look);
      look();
    });
  await said('Running on');
  return { child, output: () => output, said };
}

/** The question of the tutorial, in its own flat form, with its type in capitals and its times without offset. */
const question = {
  context: undefined,
  title: 'Approve Database Query',
  description: '\n    The system needs to run a large query.\n    Please approve or deny this operation.\n    ',
  actions: [
    { id: 'approve', label: 'Approve Query', response_type: 'simple' },
    { id: 'deny', label: 'Deny', response_type: 'text', constraints: { placeholder: 'Reason for denial' } },
    {
      id: 'schedule',
      label: 'Schedule for Later',
      response_type: 'DATETIME',
      constraints: { min: '2026-01-15T09:00:00.123456', max: '2026-01-22T09:00:00.123456' },
    },
  ],
  deadline: '2026-01-15T10:00:00.123456',
  metadata: { query_id: 'analyze-customers', estimated_duration: '30min' },
};

test.each([
  [{ action_id: 'approve' }, /Running query analyze-customers/],
  [{ action_id: 'deny', response_data: 'Zu groß ✗' }, /Query denied\. Reason: Zu groß ✗/],
  [
    { action_id: 'schedule', response_data: '2026-01-16T09:00:00Z' },
    /Scheduling query analyze-customers for 2026-01-16T09:00:00/,
  ],
])('%j reaches the tutorial’s handler, which finds the signature right, and completes', async (answer, words) => {
  const id = await sent(server, service, question);
  expect((await answered(server, id, answer)).status).toBe(200);
  const status = async () =>
    (await server.call('GET', `/api/v1/notifications/${id}`, { token: service.key })).body.status;
  while ((await status()) !== 'completed') expect(receiver.child.exitCode).toBeNull();
  expect(receiver.output()).toMatch(words);
});

test('a signature by another secret is refused with 403, and the delivery says so', async () => {
  const callback_url = String((await listed()).callback_url);
  const other = await aService(server, { callback_url });
  const id = await sent(server, other, question);
  await answered(server, id, { action_id: 'approve' });
  const deliveries = async () =>
    (await server.call('GET', `/api/v1/notifications/${id}/deliveries`, { token: other.key })).body.deliveries;
  while (((await deliveries()) as { attempts: number }[])[0]?.attempts === 0);
  expect(await deliveries()).toMatchObject([{ status: 'refused', http_status: 403 }]);
  expect(receiver.output()).not.toContain('Running query');
});

async function listed() {
  return (await server.call('GET', `/api/v1/admin/services/${service.id}`, { token: adminToken })).body;
}
