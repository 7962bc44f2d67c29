import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answered } from '#server/testing/builders';
import { CodingAgent } from '../testing/a-coding-agent.ts';
import { Terminal } from '../testing/a-terminal.ts';

let agent: CodingAgent;

beforeEach(async () => {
  agent = await CodingAgent.start('claude-code');
});
afterEach(() => agent.end());

/** A hook that waits for its answer, with its question. */
async function waiting(event: unknown = agent.event('permission-bash'), ...args: string[]) {
  const running = agent.runs(event, ...args);
  return { ...running, seen: await agent.asked() };
}
const statuses = async () => (await agent.all()).map(({ status }) => status);
const notesFolder = () => join(agent.dataFolder, 'agent-questions');
const notes = () => readdirSync(notesFolder());

test.each(['', 'not json', '[]', '"text"', 'null', '{}', '{"hook_event_name":"PermissionRequest"}', '\u0000'])(
  'garbage %j: nothing printed, exit 0, nothing asked',
  async (garbage) => {
    const { terminal, ended } = agent.runs(garbage);
    expect(await ended).toBe(0);
    expect(terminal.out).toBe('');
    expect(terminal.err.split('\n').length).toBeLessThanOrEqual(2);
    expect(await agent.all()).toEqual([]);
  },
);

test('an inbox that is not there: nothing printed, exit 0, a line on stderr without the key', async () => {
  const nobody = new Terminal({ ATP_SERVER_URL: 'http://127.0.0.1:9', ATP_API_KEY: 'sk_secret' });
  nobody.stdin = JSON.stringify(agent.event('permission-bash'));
  expect(await nobody.atp('hook', 'claude-code')).toBe(0);
  expect(nobody.out).toBe('');
  expect(nobody.err).toContain('cannot be reached');
  expect(nobody.err).not.toContain('sk_secret');
  const nothing = new Terminal();
  nothing.stdin = nobody.stdin;
  expect(await nothing.atp('hook', 'claude-code')).toBe(0);
  expect(nothing.out).toBe('');
  for (const one of [nobody, nothing]) one.remove();
});

test('a key that is refused, or an unknown agent, is silence too', async () => {
  agent.env.ATP_API_KEY = 'sk_wrong';
  const { terminal, ended } = agent.runs(agent.event('permission-bash'));
  expect(await ended).toBe(0);
  expect(terminal.out).toBe('');
  expect(terminal.err).not.toContain('sk_wrong');
  const other = new Terminal();
  expect(await other.atp('hook', 'some-agent')).toBe(0);
  expect(await other.atp('hook')).toBe(0);
  expect(await other.atp('hook', 'codex', '--wait', 'soon')).toBe(0);
  expect(await other.atp('hook', 'codex', '--nonsense')).toBe(0);
  expect(other.out).toBe('');
  other.remove();
});

test('when the time is up nothing is printed and the question is closed', async () => {
  const { terminal, ended } = agent.runs(agent.event('permission-bash'), '--wait', '0.2');
  expect(await ended).toBe(0);
  expect(terminal.out).toBe('');
  expect(['invalidated', 'expired']).toContain((await statuses())[0]);
});

test('the deadline of the server ends it too', async () => {
  const { terminal, ended } = await waiting();
  agent.server.clock.advance(600_000);
  expect(await ended).toBe(0);
  expect(terminal.out).toBe('');
});

test('a hook that is killed withdraws its question and leaves nothing behind', async () => {
  const { terminal, ended } = await waiting();
  expect(notes()).toHaveLength(1);
  terminal.pressCtrlC();
  expect(await ended).toBe(0);
  expect(terminal.out).toBe('');
  expect(await statuses()).toEqual(['invalidated']);
  expect(notes()).toEqual([]);
});

test('a hook whose agent has ended withdraws its question', async () => {
  const { terminal, ended } = await waiting();
  terminal.parentId = 4711;
  expect(await ended).toBe(0);
  expect(terminal.out).toBe('');
  expect(await statuses()).toEqual(['invalidated']);
});

test('withdrawn by somebody else it says nothing', async () => {
  const { terminal, ended, seen } = await waiting();
  const other = new Terminal(agent.env);
  expect(await other.atp('withdraw', seen.id)).toBe(0);
  other.remove();
  expect(await ended).toBe(0);
  expect(terminal.out).toBe('');
});

test.each(['post-tool-use', 'post-tool-use-failure', 'permission-denied', 'stop', 'user-prompt-submit', 'session-end'])(
  '%s: it was settled in the terminal, so the question is withdrawn',
  async (name) => {
    const { terminal, ended } = await waiting();
    expect(await agent.runs(agent.event(name)).ended).toBe(0);
    expect(await ended).toBe(0);
    expect(terminal.out).toBe('');
    expect(await statuses()).toEqual(['invalidated']);
    expect(notes()).toEqual([]);
  },
);

test.each([
  ['post-tool-use', { tool_input: { command: 'ls' } }],
  ['post-tool-use', { session_id: 'another' }],
  ['stop', { session_id: 'another' }],
  ['subagent-stop', {}],
  ['session-end', { session_id: 'another' }],
  ['notification', {}],
])('%s with %j is about something else: the question stays', async (name, fields) => {
  const { ended, seen } = await waiting();
  await agent.runs(agent.event(name, fields)).ended;
  expect((await agent.asked()).id).toBe(seen.id);
  await answered(agent.server, seen.id, { action_id: 'allow_once' });
  expect(await ended).toBe(0);
});

test('a subagent’s question outlives the main turn and ends with its own', async () => {
  const { terminal, ended, seen } = await waiting(agent.event('permission-subagent'));
  await agent.runs(agent.event('stop')).ended;
  expect((await agent.asked()).id).toBe(seen.id);
  await agent.runs(agent.event('subagent-stop')).ended;
  expect(await ended).toBe(0);
  expect(terminal.out).toBe('');
  expect(await statuses()).toEqual(['invalidated']);
});

test('an elicitation that was answered in the terminal is withdrawn', async () => {
  const { terminal, ended } = await waiting(agent.event('elicitation-text'));
  await agent.runs(agent.event('elicitation-result')).ended;
  expect(await ended).toBe(0);
  expect(terminal.out).toBe('');
  expect(await statuses()).toEqual(['invalidated']);
});

test('the note of an open question is for its owner only and holds neither key nor content', async () => {
  const { terminal, ended } = await waiting();
  const folder = notesFolder();
  const [name = ''] = notes();
  expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  const text = readFileSync(join(folder, name), 'utf8');
  expect(text).not.toContain('node_modules');
  expect(text).not.toContain(agent.env.ATP_API_KEY);
  terminal.pressCtrlC();
  await ended;
});
