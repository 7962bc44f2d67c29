import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'smol-toml';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aServer, endServer, userToken } from '#server/testing/a-server';
import { aService } from '#server/testing/builders';
import type { InstallReport } from '../cli/install.ts';
import { Terminal } from '../testing/a-terminal.ts';
import { hookEntries, isOurs } from './hook-entries.ts';

let terminal: Terminal;
beforeEach(() => {
  terminal = new Terminal();
});
afterEach(() => terminal.remove());

const claude = () => join(terminal.home, '.claude', 'settings.json');
const codex = (name = 'config.toml') => join(terminal.home, '.codex', name);
const put = (file: string, text: string, mode = 0o644) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode });
};
const get = (file: string) => readFileSync(file, 'utf8');
const backups = (file: string) => readdirSync(dirname(file)).filter((name) => name.includes('.before-atp-'));

const others = {
  model: 'opus',
  hooks: {
    PermissionRequest: [{ matcher: 'Bash', hooks: [{ type: 'command', command: 'say please' }] }],
    SessionStart: [{ hooks: [{ type: 'command', command: 'echo hello' }] }],
  },
  permissions: { allow: ['Bash(npm test:*)'] },
};
const json = JSON.stringify(others, null, 2);

test.each([
  ['with other hooks', `${json}\n`],
  ['without a line break at its end', json],
  ['with tabs', `${JSON.stringify(others, null, '\t')}\n`],
  ['with four spaces', `${JSON.stringify(others, null, 4)}\n`],
  ['with CRLF', `${json}\n`.replaceAll('\n', '\r\n')],
  ['on one line', JSON.stringify(others)],
  ['empty object', '{}'],
  ['empty', ''],
  ['with an empty list', '{\n  "hooks": {\n    "Stop": []\n  }\n}\n'],
  ['with odd spaces', '{ "hooks" : { } ,\n\n      "model":"opus" }\n\n'],
])(
  'Claude Code, settings %s: installed they are read as meant, uninstalled they are what they were',
  async (_, text) => {
    put(claude(), text);
    expect(await terminal.atp('install', 'claude-code', '--yes')).toBe(0);
    const made = get(claude());
    const before = (text === '' ? {} : JSON.parse(text)) as { hooks?: Record<string, unknown[]> };
    const after = JSON.parse(made) as { hooks: Record<string, { hooks: unknown[] }[]> };
    for (const { event, group } of hookEntries('claude-code', {
      command: ['/usr/bin/node', '/opt/triage inbox/scripts/atp.mjs'],
      platform: 'linux',
    })) {
      expect(after.hooks[event]).toEqual([...(before.hooks?.[event] ?? []), group]);
    }
    const rest = Object.entries(after.hooks).map(([event, groups]) => [
      event,
      groups.filter(({ hooks }) => !hooks.some((one) => isOurs(one, 'claude-code'))),
    ]);
    const kept = Object.fromEntries(rest.filter(([, groups]) => groups?.length !== 0));
    const was = Object.fromEntries(Object.entries(before.hooks ?? {}).filter(([, groups]) => groups.length > 0));
    expect({ ...after, hooks: kept }).toEqual({ ...before, hooks: was });
    if (text.includes('\r\n')) expect(made.replaceAll('\r\n', '')).not.toContain('\n');
    if (text.includes('\t')) expect(made).not.toMatch(/^ /m);

    expect(await terminal.atp('install', 'claude-code', '--yes')).toBe(0);
    expect(get(claude())).toBe(made);
    expect(terminal.err).toContain('has the hooks already');

    expect(await terminal.atp('install', 'claude-code', '--uninstall', '--yes')).toBe(0);
    expect(get(claude())).toBe(text);
  },
);

test('the command is Node and the script, by their absolute paths, quoted', async () => {
  await terminal.atp('install', 'claude-code', '--yes');
  const { hooks } = JSON.parse(get(claude())) as {
    hooks: Record<string, { hooks: { command: string; timeout: number }[] }[]>;
  };
  expect(hooks.PermissionRequest?.[0]?.hooks[0]).toMatchObject({
    command: "'/usr/bin/node' '/opt/triage inbox/scripts/atp.mjs' hook claude-code --wait 3570",
    timeout: 3_600,
  });
  for (const groups of Object.values(hooks)) {
    for (const { command, timeout } of groups.flatMap((group) => group.hooks)) {
      expect(timeout).toBeGreaterThan(Number(/--wait (\d+)/.exec(command)?.[1] ?? 0));
    }
  }
  const [windows] = hookEntries('claude-code', {
    command: ['C:\\Program Files\\node.exe', 'C:\\a b\\atp.mjs'],
    platform: 'win32',
  });
  expect(windows?.group.hooks[0]).toMatchObject({
    command: 'C:\\Program Files\\node.exe',
    args: ['C:\\a b\\atp.mjs', 'hook', 'claude-code', '--wait', '3570'],
  });
  expect(isOurs(windows?.group.hooks[0], 'claude-code')).toBe(true);
});

test('without a file one is made, for its owner only, and uninstalling removes it', async () => {
  expect(await terminal.atp('install', 'claude-code', '--yes')).toBe(0);
  expect(statSync(claude()).mode & 0o777).toBe(0o600);
  expect(await terminal.atp('install', 'claude-code', '--uninstall', '--yes')).toBe(0);
  expect(existsSync(claude())).toBe(false);
});

test('the change is shown as a diff, and made only when the person agrees', async () => {
  put(claude(), `${json}\n`);
  expect(await terminal.atp('install', 'claude-code', '--dry-run')).toBe(0);
  expect(terminal.out).toMatch(/^--- .*settings\.json\n\+\+\+ .*settings\.json\n@@ /);
  expect(terminal.out).toContain('+        "matcher": "^(?!AskUserQuestion$)",');
  expect(terminal.out.split('\n').filter((line) => /^-(?!--)/.test(line)).length).toBeLessThan(5);
  for (const no of ['n\n', '', 'maybe\n', '\n']) {
    terminal.stdin = no;
    expect(await terminal.atp('install', 'claude-code')).toBe(1);
  }
  expect(get(claude())).toBe(`${json}\n`);
  expect(backups(claude())).toEqual([]);
  terminal.stdin = 'y\n';
  expect(await terminal.atp('install', 'claude-code')).toBe(0);
  expect(get(claude())).toContain('hook claude-code');
  const [backup = ''] = backups(claude());
  expect(backup).toMatch(/^settings\.json\.before-atp-\d{8}T\d{6}Z$/);
  expect(get(join(dirname(claude()), backup))).toBe(`${json}\n`);
});

test.each([
  `${json}\n`,
  json,
  JSON.stringify(others, null, '\t'),
  `${json}\n`.replaceAll('\n', '\r\n'),
  JSON.stringify(others),
])('without its backup %j is what it was too', async (text) => {
  put(claude(), text);
  await terminal.atp('install', 'claude-code', '--yes');
  for (const name of backups(claude())) rmSync(join(dirname(claude()), name));
  await terminal.atp('install', 'claude-code', '--uninstall', '--yes');
  expect(get(claude())).toBe(text);
});

test('changed meanwhile, exactly what is ours is removed', async () => {
  put(claude(), `${json}\n`);
  await terminal.atp('install', 'claude-code', '--yes');
  const changed = JSON.parse(get(claude())) as { theme?: string; hooks: Record<string, object[]> };
  changed.theme = 'dark';
  changed.hooks.Stop?.push({ hooks: [{ type: 'command', command: 'echo later' }] });
  const shared = changed.hooks.PreToolUse?.[0] as { hooks: object[] };
  shared.hooks.push({ type: 'command', command: 'echo beside' });
  put(claude(), `${JSON.stringify(changed, null, 2)}\n`);
  await terminal.atp('install', 'claude-code', '--uninstall', '--yes');
  expect(get(claude())).toBe(
    `${JSON.stringify(
      {
        ...others,
        hooks: {
          ...others.hooks,
          PreToolUse: [{ matcher: 'AskUserQuestion', hooks: [{ type: 'command', command: 'echo beside' }] }],
          Stop: [{ hooks: [{ type: 'command', command: 'echo later' }] }],
        },
        theme: 'dark',
      },
      null,
      2,
    )}\n`,
  );
  await terminal.atp('install', 'claude-code', '--uninstall', '--yes');
  expect(terminal.err).toContain('Nothing of ours');
});

test('a link stays a link, and the file behind it keeps its mode', async () => {
  const real = join(terminal.home, 'dotfiles', 'claude.json');
  put(real, `${json}\n`, 0o640);
  mkdirSync(dirname(claude()));
  symlinkSync(real, claude());
  expect(await terminal.atp('install', 'claude-code', '--yes')).toBe(0);
  expect(lstatSync(claude()).isSymbolicLink()).toBe(true);
  expect(realpathSync(claude())).toBe(realpathSync(real));
  expect(statSync(real).mode & 0o777).toBe(0o640);
  await terminal.atp('install', 'claude-code', '--uninstall', '--yes');
  expect(lstatSync(claude()).isSymbolicLink()).toBe(true);
  expect(get(real)).toBe(`${json}\n`);
});

test.each([
  ['{ "model": "opus", }', 'not valid JSON'],
  ['// a comment\n{}', 'not valid JSON'],
  ['[]', 'not lists by event'],
  ['{ "hooks": [] }', 'not lists by event'],
  ['{ "hooks": { "Stop": {} } }', 'not lists by event'],
])('Claude Code, %j is left alone', async (text, why) => {
  put(claude(), text);
  expect(await terminal.atp('install', 'claude-code', '--yes')).toBe(2);
  expect(await terminal.atp('install', 'claude-code', '--uninstall', '--yes')).toBe(2);
  expect(terminal.err).toContain(why);
  expect(terminal.err).toContain('settings.json is left alone');
  expect(get(claude())).toBe(text);
  expect(backups(claude())).toEqual([]);
});

test('--project writes into the repository that it is started in', async () => {
  const repository = join(terminal.home, 'shop');
  mkdirSync(join(repository, '.git'), { recursive: true });
  mkdirSync(join(repository, 'src'));
  terminal.cwd = join(repository, 'src');
  expect(await terminal.atp('install', 'claude-code', '--project', '--yes')).toBe(0);
  expect(await terminal.atp('install', 'codex', '--project', '--yes')).toBe(0);
  expect(existsSync(join(repository, '.claude', 'settings.json'))).toBe(true);
  expect(existsSync(join(repository, '.codex', 'config.toml'))).toBe(true);
  expect(existsSync(claude())).toBe(false);
});

const toml = `# mine
model = "gpt-5-codex"   # the best

[[hooks.PermissionRequest]]
matcher = "^Bash$"

[[hooks.PermissionRequest.hooks]]
type = "command"
command = 'say please'

[projects."/home/user/shop"]
trust_level = "trusted"
`;

test.each([
  ['with other hooks', toml],
  ['without a line break at its end', toml.trimEnd()],
  ['with CRLF', toml.replaceAll('\n', '\r\n')],
  ['empty', ''],
])('Codex, a configuration %s: one marked block, and gone again', async (_, text) => {
  put(codex(), text);
  expect(await terminal.atp('install', 'codex', '--yes')).toBe(0);
  const made = get(codex());
  expect(made.startsWith(text)).toBe(true);
  expect(made.match(/^# >>> Triage Inbox/gm)).toHaveLength(1);
  const { hooks } = parse(made) as { hooks: Record<string, { hooks: object[] }[]> };
  const { hooks: before = {} } = parse(text) as { hooks?: Record<string, object[]> };
  expect(hooks.PermissionRequest?.length).toBe((before.PermissionRequest?.length ?? 0) + 1);
  expect(hooks.PermissionRequest?.at(-1)?.hooks).toEqual([
    {
      type: 'command',
      command: "'/usr/bin/node' '/opt/triage inbox/scripts/atp.mjs' hook codex --wait 570",
      timeout: 600,
      statusMessage: 'Asking in Triage Inbox',
    },
  ]);
  expect(terminal.err).toContain('/hooks');
  expect(await terminal.atp('install', 'codex', '--yes')).toBe(0);
  expect(get(codex())).toBe(made);
  expect(await terminal.atp('install', 'codex', '--uninstall', '--yes')).toBe(0);
  expect(get(codex())).toBe(text);
});

test('Codex, changed meanwhile: what stands before, behind and between the marks stays', async () => {
  put(codex(), toml);
  await terminal.atp('install', 'codex', '--yes');
  const mine = '[projects."/other"]\ntrust_level = "trusted"\n';
  const changed = `${get(codex()).replace('# <<< Triage Inbox', `${mine}# <<< Triage Inbox`)}\n[tui]\ntheme = "dark"\n`;
  put(codex(), changed.replace('model = ', 'model_name = '));
  expect(await terminal.atp('install', 'codex', '--uninstall', '--yes')).toBe(0);
  const text = get(codex());
  expect(text).not.toContain('Triage Inbox');
  expect(text).not.toContain('hook codex');
  expect(parse(text)).toEqual(parse(`${toml.replace('model = ', 'model_name = ')}\n${mine}\n[tui]\ntheme = "dark"\n`));
});

test.each([
  ['model = ', 'not valid TOML'],
  ['hooks = { PermissionRequest = [] }\n', 'cannot be added to'],
  ['hooks = 3\n', 'not tables'],
])('Codex, %j is left alone', async (text, why) => {
  put(codex(), text);
  expect(await terminal.atp('install', 'codex', '--yes')).toBe(2);
  expect(terminal.err).toContain(why);
  expect(get(codex())).toBe(text);
});

test('Codex: hooks.json is used where there is one, and switched-off hooks are mentioned', async () => {
  put(codex('hooks.json'), '{}\n');
  await terminal.atp('install', 'codex', '--yes');
  expect(JSON.parse(get(codex('hooks.json'))).hooks.PermissionRequest).toHaveLength(1);
  expect(existsSync(codex())).toBe(false);
  const other = new Terminal({ CODEX_HOME: join(terminal.home, 'elsewhere') });
  put(join(terminal.home, 'elsewhere', 'config.toml'), '[features]\nhooks = false\n');
  await other.atp('install', 'codex', '--yes');
  expect(other.err).toContain('turns hooks off');
  other.remove();
});

test('with the inbox running a test question is sent; without it that is said', async () => {
  await terminal.atp('install', 'claude-code', '--yes');
  expect(terminal.err).toContain('asks as before');
  const server = await aServer();
  server.clock.advance(Date.now() - server.clock.now());
  const { key } = await aService(server);
  const running = new Terminal({ ATP_SERVER_URL: server.url, ATP_API_KEY: key });
  await running.atp('install', 'codex', '--yes');
  expect(running.err).toContain('A test question is in the inbox');
  expect(running.err + running.out).not.toContain(key);
  const { body } = await server.call('GET', '/api/v1/client/notifications', { token: userToken });
  expect(body.notifications).toMatchObject([{ context: { title: 'Codex can ask you here now' } }]);
  running.remove();
  await endServer(server);
});

test.each([[[]], [['cursor']], [['codex', 'more']], [['codex', '--nonsense']]])('%j is bad usage', async (args) => {
  expect(await terminal.atp('install', ...args)).toBe(2);
});

test('--json says in one object what would change, what was changed and where the old file is', async () => {
  put(claude(), `${json}\n`);
  const report = async (...args: string[]) => {
    terminal.out = '';
    expect(await terminal.atp('install', 'claude-code', ...args, '--json')).toBe(0);
    return JSON.parse(terminal.out) as InstallReport;
  };
  const would = await report('--dry-run');
  expect(would).toMatchObject({ file: claude(), written: false, backup: null });
  expect(would.diff).toContain('+        "matcher": "^(?!AskUserQuestion$)",');
  expect(get(claude())).toBe(`${json}\n`);
  const done = await report('--yes');
  expect(done).toMatchObject({ file: claude(), diff: would.diff, written: true });
  expect(get(done.backup ?? '')).toBe(`${json}\n`);
  expect(done.notes).toEqual(['Sessions that start from now on ask in the inbox.']);
  expect(await report('--dry-run')).toMatchObject({ diff: '', written: false });
});
