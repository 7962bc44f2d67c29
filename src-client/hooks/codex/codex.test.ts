import { afterEach, beforeEach, expect, test } from 'vitest';
import { CodingAgent, evidenceOf } from '../../testing/a-coding-agent.ts';

let agent: CodingAgent;

beforeEach(async () => {
  agent = await CodingAgent.start('codex');
});
afterEach(() => agent.end());

const decision = (fields: object) => ({ hookSpecificOutput: { hookEventName: 'PermissionRequest', decision: fields } });

test('a command is shown as it is and allowed once or denied with a reason', async () => {
  const event = agent.event('permission-bash');
  expect(await agent.answers(event, { action_id: 'allow_once' })).toEqual(decision({ behavior: 'allow' }));
  expect(await agent.answers(event, { action_id: 'deny', response_data: 'Not on main.' })).toEqual(
    decision({ behavior: 'deny', message: 'Not on main.' }),
  );
  expect(await agent.answers(event, { action_id: 'deny', response_data: '' })).toEqual(
    decision({ behavior: 'deny', message: 'The person denied this and gave no reason.' }),
  );
  const [seen] = await agent.all();
  if (!seen) throw new Error('Nothing was asked.');
  expect(seen.context).toMatchObject({
    title: 'Run git push --force origin main?',
    description: '> The remote branch was rewritten',
    metadata: { agent: 'Codex', tool: 'Bash' },
  });
  expect(evidenceOf(seen)).toBe('git push --force origin main');
  expect(seen.actions.map(({ id, flags }) => [id, flags])).toEqual([
    ['allow_once', ['destructive']],
    ['deny', undefined],
  ]);
});

test('a patch is shown as a change, another tool by its input', async () => {
  await agent.answers(agent.event('permission-patch'), { action_id: 'allow_once' });
  await agent.answers(agent.event('permission-mcp'), { action_id: 'allow_once' });
  const [patch, mcp] = await agent.all();
  if (!patch || !mcp) throw new Error('Not both were asked.');
  expect(patch.context).toMatchObject({ title: 'Change src/app.ts?', attachments: [{ type: 'text/x-diff' }] });
  expect(evidenceOf(patch)).toContain('+const retries = 5;');
  expect(mcp.context.title).toBe('Use read of fs?');
  expect(JSON.parse(evidenceOf(mcp))).toEqual({ path: '/etc/hosts' });
});

test.each(['session-start', 'stop', 'post-tool-use', 'user-prompt-submit'])('%s prints nothing', async (name) => {
  const { terminal, ended } = agent.runs(agent.event(name));
  expect(await ended).toBe(0);
  expect(terminal.out + terminal.err).toBe('');
  expect(await agent.all()).toEqual([]);
});
