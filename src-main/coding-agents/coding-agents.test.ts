import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { CodingAgents } from './coding-agents.ts';
import { findCommandLine, runAtp } from './command-line.ts';
import { findAgents, findProgram, type Machine } from './find-agents.ts';

function aMachine(paths: readonly string[], env: Record<string, string> = {}): Machine {
  const there = new Set(paths);
  return { env, home: '/home/me', platform: 'linux', exists: (path) => there.has(path) };
}

test('an agent is found by its folder at home, by the folder that it was told, or by its program', () => {
  expect(findAgents(aMachine([]))).toEqual([]);
  expect(findAgents(aMachine([join('/home/me', '.claude')]))).toEqual(['claude-code']);
  expect(findAgents(aMachine(['/elsewhere'], { CODEX_HOME: '/elsewhere' }))).toEqual(['codex']);
  expect(findAgents(aMachine(['/opt/codex'], { PATH: ['/bin', '/opt'].join(delimiter) }))).toEqual(['codex']);
  expect(findAgents(aMachine(['/home/me/.local/bin/claude']))).toEqual(['claude-code']);
});

test('Node is the one that started the app, else the first on the path, else none', () => {
  const where = { isPackaged: false, projectFolder: '/project', resourcesFolder: '/resources' };
  const both = aMachine(['/n/node', '/usr/bin/node'], { npm_node_execpath: '/n/node' });
  expect(findCommandLine(both, where)).toEqual({ node: '/n/node', script: '/project/scripts/atp.mjs' });
  expect(findProgram('node', aMachine(['/usr/bin/node'], { PATH: '/bin' }))).toBe('/usr/bin/node');
  expect(findCommandLine(aMachine([]), where)).toBeUndefined();
  const packaged = { ...where, isPackaged: true };
  expect(findCommandLine(both, packaged)?.script).toBe('/resources/agents/atp.mjs');
});

const report = {
  file: '/home/me/.codex/config.toml',
  diff: '+hooks\n',
  written: false,
  backup: null,
  notes: ['Trust it.'],
};

function agentsThatSay(...runs: { code: number; stdout: string; stderr?: string }[]) {
  const asked: (readonly string[])[] = [];
  const agents = new CodingAgents({
    find: () => ['codex'],
    run: async (args) => {
      asked.push(args);
      const ran = runs.shift();
      if (!ran) throw new Error('Nobody expected another run.');
      return { stderr: '', ...ran };
    },
  });
  return { agents, asked };
}
const says = (change: Partial<typeof report>) => ({ code: 0, stdout: JSON.stringify({ ...report, ...change }) });

test('an agent is set up when there is something of ours to remove', async () => {
  const { agents, asked } = agentsThatSay(says({}), says({ diff: '' }));
  expect(await agents.list()).toEqual([{ agent: 'codex', isSetUp: true, file: report.file }]);
  expect(await agents.list()).toEqual([{ agent: 'codex', isSetUp: false, file: report.file }]);
  expect(asked[0]).toEqual(['install', 'codex', '--uninstall', '--dry-run', '--json']);
});

test('only the change that was looked at is made', async () => {
  const { agents, asked } = agentsThatSay(says({}), says({ written: true }), says({ diff: '+other\n' }));
  expect(await agents.change('codex', false, report.diff)).toMatchObject({ ok: true, value: { written: true } });
  expect(asked.at(-1)).toEqual(['install', 'codex', '--yes', '--json']);
  expect(await agents.change('codex', false, report.diff)).toMatchObject({
    ok: false,
    error: { message: 'The file was changed meanwhile. Look at the change once more.' },
  });
  expect(asked).toHaveLength(3);
});

test('what the command line refuses, and what it prints instead of a report, is said', async () => {
  const { agents } = agentsThatSay(
    { code: 2, stdout: '', stderr: 'atp: /x is left alone: it is not valid JSON.\n' },
    { code: 0, stdout: 'hello' },
  );
  expect(await agents.list()).toEqual([{ agent: 'codex', problem: '/x is left alone: it is not valid JSON.' }]);
  expect(await agents.preview('codex', false)).toMatchObject({
    error: { message: 'The agent’s settings could not be changed.' },
  });
  const without = new CodingAgents({ find: () => ['codex'], run: () => undefined });
  expect(await without.list()).toEqual([{ agent: 'codex', problem: 'Node.js was not found, which the hooks run on.' }]);
});

test('a program that fails or cannot be started is an outcome, not a fault', async () => {
  const here = { node: process.execPath, script: '-e' };
  const env = { PATH: process.env.PATH };
  expect(await runAtp(here, ['console.log("out"); process.exitCode = 6'], env)).toMatchObject({
    code: 6,
    stdout: 'out\n',
  });
  expect(await runAtp({ ...here, node: '/nowhere/node' }, [], env)).toMatchObject({ code: -1 });
});
