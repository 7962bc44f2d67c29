import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aServer, endServer, type TestServer, userToken } from '#server/testing/a-server';
import { answered, aService, type RegisteredService } from '#server/testing/builders';
import { Terminal } from '../testing/a-terminal.ts';

let server: TestServer;
let service: RegisteredService;
let terminal: Terminal;

beforeEach(async () => {
  server = await aServer();
  service = await aService(server);
  terminal = new Terminal({ ATP_SERVER_URL: server.url, ATP_API_KEY: service.key });
});
afterEach(async () => {
  terminal.remove();
  await endServer(server);
});

const asked = async () => (await terminal.said(/Asked \(([^)]+)\)/))[1] ?? '';
const seen = async (id: string) =>
  (await server.call('GET', `/api/v1/client/notifications/${id}`, { token: userToken })).body;

test('ask prints only the answer on stdout and ends with 0', async () => {
  const ending = terminal.atp('ask', 'Deploy 2.1.0?', '--simple', 'approve=Approve', '--text', 'reject=Reject');
  await answered(server, await asked(), { action_id: 'approve' });
  expect(await ending).toBe(0);
  expect(terminal.out).toBe('approve\n');
});

test('an answer with a value is told with its action, and --yes decides about the exit code', async () => {
  const ending = terminal.atp('ask', 'Deploy?', '--simple', 'approve', '--text', 'reject=Reject', '--yes', 'approve');
  await answered(server, await asked(), { action_id: 'reject', response_data: 'too risky' });
  expect(await ending).toBe(1);
  expect(terminal.out).toBe('reject too risky\n');
});

test('with one action its value stands alone; several chosen options have a line each', async () => {
  const ending = terminal.atp('ask', 'Which?', '--multi', 'which', '--option', 'a=First', '--option', 'b=Second');
  await answered(server, await asked(), { action_id: 'which', response_data: ['a', 'b'] });
  expect(await ending).toBe(0);
  expect(terminal.out).toBe('a\nb\n');
});

test('what is written on the command line is what the person gets', async () => {
  writeFileSync(join(terminal.home, 'plan.md'), '# Plan\n');
  terminal.stdin = 'From standard input.';
  const ending = terminal.atp(
    ...['ask', 'How much?', '-d', '-', '--attach', join(terminal.home, 'plan.md'), '--project', 'shop'],
    ...['--meta', 'build=118', '--number', 'n=Share', '--min', '5', '--max', '50', '--unit', '%', '--flag', 'costly'],
    ...['--scale', 's=Sure', '--min', '1', '--max', '5', '--min-label', 'no', '--json'],
  );
  const id = await asked();
  const { context, actions } = (await seen(id)) as Record<string, never>;
  expect(context).toEqual({
    title: 'How much?',
    description: 'From standard input.',
    project: 'shop',
    metadata: { build: '118' },
    attachments: [{ type: 'text/markdown', description: 'plan.md', data: Buffer.from('# Plan\n').toString('base64') }],
  });
  expect(actions).toEqual([
    {
      id: 'n',
      label: 'Share',
      flags: ['costly'],
      response_type: 'number',
      constraints: { min: 5, max: 50, unit: '%' },
    },
    { id: 's', label: 'Sure', response_type: 'scale', constraints: { min: 1, max: 5, min_label: 'no' } },
  ]);
  await answered(server, id, { action_id: 'n', response_data: 5 });
  expect(await ending).toBe(0);
  expect(JSON.parse(terminal.out)).toMatchObject({ status: 'answered', action_id: 'n', response_data: 5 });
});

test('standard input is read only when it is asked for', async () => {
  terminal.stdin = 'not to be read';
  expect(await terminal.atp('ask', 'Now?', '--no-wait')).toBe(0);
  const { context } = (await seen(terminal.out.trim())) as { context: { description: string } };
  expect(context.description).toBe('');
});

test('a deadline that passes ends with 3', async () => {
  const deadline = new Date(server.clock.now() + 60_000).toISOString();
  const ending = terminal.atp('ask', 'Quick?', '--deadline', deadline);
  await asked();
  server.clock.advance(61_000);
  expect(await ending).toBe(3);
  expect(terminal.out).toBe('');
});

test('Ctrl-C withdraws the question, unless told not to', async () => {
  const first = terminal.atp('ask', 'One?');
  const id = await asked();
  terminal.pressCtrlC();
  expect(await first).toBe(130);
  expect((await seen(id)).status).toBe('invalidated');

  const other = new Terminal(terminal.env);
  const second = other.atp('ask', 'Two?', '--keep-on-interrupt');
  const kept = (await other.said(/Asked \(([^)]+)\)/))[1] ?? '';
  other.pressCtrlC();
  expect(await second).toBe(130);
  expect((await seen(kept)).status).not.toBe('invalidated');
  other.remove();
});

test('withdrawn elsewhere ends with 4 and says why', async () => {
  const ending = terminal.atp('ask', 'Still?');
  const id = await asked();
  expect(await new Terminal(terminal.env).atp('withdraw', id, '--reason', 'not needed')).toBe(0);
  expect(await ending).toBe(4);
  expect(terminal.err).toContain('not needed');
});

test('ask --no-wait, then list, wait and status', async () => {
  expect(await terminal.atp('ask', 'Later?', '--text', 'words=Words', '--no-wait')).toBe(0);
  const id = terminal.out.trim();
  terminal.out = '';
  await terminal.atp('list');
  expect(terminal.out).toBe(`${id}\topen (created)\tLater?\n`);
  terminal.out = '';
  await answered(server, id, { action_id: 'words', response_data: 'two\nlines' });
  expect(await terminal.atp('wait', id)).toBe(0);
  expect(terminal.out).toBe('two\nlines\n');
  terminal.out = '';
  expect(await terminal.atp('status', id)).toBe(0);
  expect(terminal.out).toContain('answered: words two, lines');
  expect(readFileSync(join(terminal.home, '.config/triage-inbox/asked.jsonl'), 'utf8')).not.toContain(service.key);
});

test('watch tells each open question as it ends', async () => {
  await terminal.atp('ask', 'A?', '--no-wait');
  await terminal.atp('ask', 'B?', '--no-wait');
  const [a = '', b = ''] = terminal.out.trim().split('\n');
  terminal.out = '';
  const ending = terminal.atp('watch');
  await terminal.said(/Watching 2/);
  await answered(server, b, { action_id: 'reject' });
  await answered(server, a, { action_id: 'approve' });
  expect(await ending).toBe(0);
  expect(terminal.out.split('\n').sort()).toEqual(
    ['', `${a}\tanswered: approve\tA?`, `${b}\tanswered: reject\tB?`].sort(),
  );
});

test.each([
  [[], 'The question comes first'],
  [['One?', 'Two?'], 'left over: Two?'],
  [['Q?', '--min', '3'], '--min belongs behind the action'],
  [['Q?', '--simple', 'a', '--min', '3'], '--min means nothing for --simple a'],
  [['Q?', '--choice', 'c'], '--choice c needs --option'],
  [['Q?', '--scale', 's', '--min', '1'], '--scale s needs --max'],
  [['Q?', '--number', 'n', '--min', 'one'], '--min one of --number n is not a number'],
  [['Q?', '--simple', 'a', '--text', 'a'], 'Two actions have the id a'],
  [['Q?', '--yes', 'go'], '--yes go: there is no action'],
  [['Q?', '--deadline', 'soon'], '--deadline soon'],
  [['Q?', '--attach', '/nowhere'], '--attach /nowhere: there is no such file'],
  [['Q?', '-d', '@/nowhere'], 'cannot be read'],
  [['Q?', '--nonsense'], '--nonsense'],
])('bad usage %j sends nothing and ends with 2', async (args, words) => {
  expect(await terminal.atp('ask', ...args)).toBe(2);
  expect(terminal.err).toContain(words);
  expect((await server.call('GET', '/api/v1/client/notifications', { token: userToken })).body.notifications).toEqual(
    [],
  );
});

test('what the server refuses ends with 6 and names the field', async () => {
  expect(await terminal.atp('ask', 'Q?', '--scale', 's', '--min', '9', '--max', '1')).toBe(6);
  expect(terminal.err).toContain('actions.0');
});

test('a wrong key ends with 6, nobody there with 5, nothing configured with 5', async () => {
  const wrong = new Terminal({ ...terminal.env, ATP_API_KEY: 'sk_wrong' });
  expect(await wrong.atp('ask', 'Q?')).toBe(6);
  const nobody = new Terminal({ ATP_SERVER_URL: 'http://127.0.0.1:9', ATP_API_KEY: 'sk_a' });
  expect(await nobody.atp('status', 'some-id')).toBe(5);
  const nothing = new Terminal();
  expect(await nothing.atp('ask', 'Q?')).toBe(5);
  expect(nothing.err).toContain('Start the app');
  expect(wrong.err + nobody.err).not.toContain('sk_wrong');
});

test('the running app is found by its file, and its key goes to its address only', async () => {
  const local = new Terminal();
  const folder = join(local.home, '.config', 'triage-inbox');
  mkdirSync(folder, { recursive: true });
  const file = { url: server.url, service_id: service.id, api_key: service.key, webhook_secret: 's', pid: process.pid };
  writeFileSync(join(folder, 'local-server.json'), JSON.stringify(file));
  expect(await local.atp('ask', 'Here?', '--no-wait')).toBe(0);
  local.env.ATP_SERVER_URL = 'http://127.0.0.1:9';
  expect(await local.atp('ask', 'There?', '--no-wait')).toBe(5);
  expect(local.err).toContain('set ATP_API_KEY');
});

test('doctor says what is wrong and how to mend it', async () => {
  const look = async (env: Record<string, string>, home?: (folder: string) => void) => {
    const one = new Terminal(env);
    const folder = join(one.home, '.config', 'triage-inbox');
    mkdirSync(folder, { recursive: true });
    home?.(folder);
    const code = await one.atp('doctor');
    one.remove();
    return { code, text: one.out };
  };
  const well = { ATP_SERVER_URL: server.url, ATP_API_KEY: service.key };
  server.clock.advance(Date.now() - server.clock.now());
  expect(await look(well)).toMatchObject({ code: 0, text: expect.stringContaining('The key is accepted') });
  expect(await look({ ...well, ATP_API_KEY: 'sk_other' })).toMatchObject({
    code: 5,
    text: expect.stringContaining('does not know this key'),
  });
  expect(await look({ ...well, ATP_SERVER_URL: 'http://127.0.0.1:9' })).toMatchObject({
    code: 5,
    text: expect.stringContaining('Nothing answers there'),
  });
  expect(await look({})).toMatchObject({ code: 5, text: expect.stringContaining('Start Triage Inbox') });
  const dead = { url: server.url, service_id: 's', api_key: 'k', webhook_secret: 's', pid: 2 ** 22 + 1 };
  const left = (folder: string) => writeFileSync(join(folder, 'local-server.json'), JSON.stringify(dead));
  expect(await look({}, left)).toMatchObject({ code: 5, text: expect.stringContaining('has ended') });
});

test('services are listed and registered with the token of the administrator', async () => {
  expect(await terminal.atp('services')).toBe(2);
  terminal.env.ATP_ADMIN_TOKEN = 'admin-token-for-tests-0123456789';
  expect(await terminal.atp('services', 'register', '--name', 'Nightly')).toBe(0);
  const made = JSON.parse(terminal.out) as { service_id: string; api_key: string };
  terminal.out = '';
  expect(await terminal.atp('services')).toBe(0);
  expect(terminal.out).toContain(`${made.service_id}\tactive\tNightly\tno callback`);
  expect(terminal.out).not.toContain(made.api_key);
});

test('help is on stdout, an unknown command is bad usage', async () => {
  expect(await terminal.atp('help')).toBe(0);
  expect(terminal.out).toContain('--simple ID');
  expect(await terminal.atp('constructor')).toBe(2);
});
