import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createBuilder } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { answered } from '#server/testing/builders';
import { CodingAgent } from '../testing/a-coding-agent.ts';

// The program as agents start it: what signals and the end of a parent do cannot be seen from inside.

const project = resolve(import.meta.dirname, '..', '..');
let built: string;
let agent: CodingAgent;

beforeAll(async () => {
  mkdirSync(join(project, '.cache'), { recursive: true });
  built = mkdtempSync(join(project, '.cache', 'agents-under-test-'));
  const environments = { agents: { build: { outDir: built } } };
  const builder = await createBuilder({ configFile: join(project, 'vite.config.ts'), logLevel: 'error', environments });
  const { agents } = builder.environments;
  if (!agents) throw new Error('vite.config.ts has no environment "agents".');
  await builder.build(agents);
});
afterAll(() => rmSync(built, { recursive: true, force: true }));
beforeEach(async () => {
  agent = await CodingAgent.start('claude-code');
});
afterEach(() => agent.end());

function started(command: string, args: string[]): { child: ChildProcess; out: () => string } {
  const child = spawn(command, args, {
    env: { PATH: process.env.PATH, ...agent.env, TRIAGE_DATA_DIR: agent.dataFolder },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout?.on('data', (part) => {
    out += String(part);
  });
  child.stdin?.end(JSON.stringify(agent.event('permission-bash')));
  return { child, out: () => out };
}
const hook = () => started(process.execPath, [join(built, 'atp.mjs'), 'hook', 'claude-code']);
const withdrawn = async () => {
  for (;;) if ((await agent.all())[0]?.status === 'invalidated') return;
};

test('an answer is on stdout, and the exit code is 0', async () => {
  const { child, out } = hook();
  await answered(agent.server, (await agent.asked()).id, { action_id: 'allow_once' });
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(out()).toBe('{"hookSpecificOutput":{"hookEventName":"PermissionRequest","decision":{"behavior":"allow"}}}\n');
});

test.runIf(process.platform !== 'win32').each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s withdraws the question and prints nothing',
  async (signal) => {
    const { child, out } = hook();
    await agent.asked();
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(out()).toBe('');
    await withdrawn();
  },
);

test.runIf(process.platform !== 'win32')('an agent that is killed takes its question with it', async () => {
  const { child, out } = started('sh', [
    '-c',
    `'${process.execPath}' '${join(built, 'atp.mjs')}' hook claude-code; true`,
  ]);
  await agent.asked();
  child.kill('SIGKILL');
  await withdrawn();
  expect(out()).toBe('');
});
