import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answered } from '#server/testing/builders';
import { CodingAgent, evidenceOf } from '../../testing/a-coding-agent.ts';

let agent: CodingAgent;
let repository: string;

beforeEach(async () => {
  agent = await CodingAgent.start('claude-code');
  repository = mkdtempSync(join(tmpdir(), 'shop-'));
  mkdirSync(join(repository, '.git'));
  mkdirSync(join(repository, 'src'));
});
afterEach(async () => {
  rmSync(repository, { recursive: true, force: true });
  await agent.end();
});

const decision = (fields: object) => ({ hookSpecificOutput: { hookEventName: 'PermissionRequest', decision: fields } });
const before = (fields: object) => ({ hookSpecificOutput: { hookEventName: 'PreToolUse', ...fields } });

/** What the person sees of an event, which is then left to the terminal. */
async function shown(event: unknown) {
  const { terminal, ended } = agent.runs(event);
  const seen = await agent.asked();
  terminal.pressCtrlC();
  await ended;
  expect(terminal.out).toBe('');
  return seen;
}

test('a command is shown as it is, with its facts and the ways to allow it in words', async () => {
  const seen = await shown(agent.event('permission-bash', { cwd: join(repository, 'src') }));
  expect(seen.context).toMatchObject({
    title: 'Run rm -rf node_modules?',
    description: '> Remove node\\_modules directory',
    project: basename(repository),
    metadata: {
      agent: 'Claude Code',
      tool: 'Bash',
      cwd: join(repository, 'src'),
      session: '3f0a2b64-9d15-4c8f-8f7c-5f1d3d1f8a10',
    },
  });
  expect(seen.context.attachments).toMatchObject([{ type: 'text/x-sh', description: 'command' }]);
  expect(evidenceOf(seen)).toBe('rm -rf node_modules');
  expect(seen.actions.map(({ id, label, response_type, flags }) => [id, label, response_type, flags])).toEqual([
    ['allow_once', 'Allow once', 'simple', ['destructive']],
    [
      'allow_and_remember_1',
      'Allow and remember: Bash(rm -rf node_modules), in this project, for you',
      'simple',
      ['requires_confirmation', 'destructive'],
    ],
    [
      'allow_and_remember_2',
      'Allow and remember: work in /srv/cache, until this session ends',
      'simple',
      ['requires_confirmation', 'destructive'],
    ],
    [
      'allow_and_remember_3',
      'Allow and remember: accept every edit of a file, until this session ends',
      'simple',
      ['requires_confirmation', 'destructive'],
    ],
    [
      'allow_and_remember_4',
      'Allow and remember: every use of WebFetch, in all your projects',
      'simple',
      ['requires_confirmation', 'destructive'],
    ],
    ['deny', 'Deny, and say why', 'text', undefined],
  ]);
  expect(Date.parse(seen.deadline ?? '')).toBeGreaterThan(Date.now() + 500_000);
  expect(Date.parse(seen.deadline ?? '')).toBeLessThan(Date.now() + 600_000);
});

test('each answer to a permission request goes back in the agent’s own format', async () => {
  const event = agent.event('permission-bash');
  const suggestions = event.permission_suggestions as unknown[];
  expect(await agent.answers(event, { action_id: 'allow_once' })).toEqual(decision({ behavior: 'allow' }));
  expect(await agent.answers(event, { action_id: 'allow_and_remember_1' })).toEqual(
    decision({ behavior: 'allow', updatedPermissions: [suggestions[0]] }),
  );
  expect(await agent.answers(event, { action_id: 'allow_and_remember_4' })).toEqual(
    decision({ behavior: 'allow', updatedPermissions: [suggestions[3]] }),
  );
  expect(await agent.answers(event, { action_id: 'deny', response_data: 'Use "npm ci".\nReally.' })).toEqual(
    decision({ behavior: 'deny', message: 'Use "npm ci".\nReally.' }),
  );
  expect(await agent.answers(event, { action_id: 'deny', response_data: '' })).toEqual(
    decision({ behavior: 'deny', message: 'The person denied this and gave no reason.' }),
  );
});

test('a suggestion goes back as it came, with fields that we do not know', async () => {
  const suggestion = { type: 'addDirectories', directories: ['/srv'], destination: 'session', later: { a: 1 } };
  const event = agent.event('permission-bash', { permission_suggestions: [suggestion] });
  expect(await agent.answers(event, { action_id: 'allow_and_remember_1' })).toEqual(
    decision({ behavior: 'allow', updatedPermissions: [suggestion] }),
  );
});

test('stdout is one line of JSON and nothing else', async () => {
  const { terminal, ended } = agent.runs(agent.event('permission-bash'));
  await answered(agent.server, (await agent.asked()).id, { action_id: 'allow_once' });
  expect(await ended).toBe(0);
  expect(terminal.out).toBe(
    '{"hookSpecificOutput":{"hookEventName":"PermissionRequest","decision":{"behavior":"allow"}}}\n',
  );
  expect(terminal.err).toBe('');
});

test('an edit is a diff of the file on disk, and so is a file that is written', async () => {
  const file = join(repository, 'src', 'app.ts');
  writeFileSync(file, 'one\ntwo\nconst retries = 3;\nfour\n');
  const input = { ...(agent.event('permission-edit').tool_input as object), file_path: file };
  const edit = await shown(agent.event('permission-edit', { cwd: repository, tool_input: input }));
  expect(edit.context.title).toBe('Edit src/app.ts?');
  expect(edit.context.attachments).toMatchObject([{ type: 'text/x-diff', description: 'src/app.ts' }]);
  expect(evidenceOf(edit)).toBe(
    `--- ${file}\n+++ ${file}\n@@ -1,4 +1,4 @@\n one\n two\n-const retries = 3;\n+const retries = 5;\n four\n`,
  );

  const written = { file_path: file, content: 'all new\n' };
  const over = await shown(agent.event('permission-write', { cwd: repository, tool_input: written }));
  expect(over.context.title).toBe('Overwrite src/app.ts?');
  expect(evidenceOf(over)).toContain('-const retries = 3;\n-four\n+all new\n');

  const made = { file_path: join(repository, 'new.md'), content: 'hello\n' };
  const created = await shown(agent.event('permission-write', { cwd: repository, tool_input: made }));
  expect(created.context.title).toBe('Create new.md?');
  expect(evidenceOf(created)).toContain('--- /dev/null\n');
});

test('an edit of a file that is not there is shown by what it replaces; devices and network shares are not looked at', async () => {
  const seen = await shown(agent.event('permission-edit', { cwd: repository }));
  expect(evidenceOf(seen)).toContain('-const retries = 3;\n\\ No newline at end of file\n+const retries = 5;');
  for (const file_path of ['/dev/zero', '//server/share/x', '\\\\server\\share\\x']) {
    const seen = await shown(agent.event('permission-write', { tool_input: { file_path, content: 'x' } }));
    expect(seen.context).toMatchObject({ title: `Write ${file_path}?`, attachments: [{ type: 'application/json' }] });
  }
});

test('other tools are shown by their input, subagents by their name', async () => {
  const mcp = await shown(agent.event('permission-mcp'));
  expect(mcp.context.title).toBe('Use create_issue of github?');
  expect(JSON.parse(evidenceOf(mcp))).toEqual({ title: 'A bug', labels: ['bug'] });
  expect(mcp.actions.map(({ id }) => id)).toEqual(['allow_once', 'deny']);
  const sub = await shown(agent.event('permission-subagent'));
  expect(sub.context).toMatchObject({
    title: 'WebFetch https://example.com/page?',
    metadata: { agent: 'Claude Code, Explore', subagent: 'agent-7' },
  });
});

test('a rule that is too long to be read whole is not offered', async () => {
  const rules = [{ toolName: 'Bash', ruleContent: 'x'.repeat(400) }];
  const long = { type: 'addRules', behavior: 'allow', destination: 'session', rules };
  const seen = await shown(agent.event('permission-bash', { permission_suggestions: [long, 'nonsense', null] }));
  expect(seen.actions.map(({ id }) => id)).toEqual(['allow_once', 'deny']);
});

test('a single-select question is a choice, with a field for another answer', async () => {
  const event = agent.event('question-single');
  const seen = await shown(event);
  expect(seen.context).toMatchObject({
    title: 'Which framework should the admin page use?',
    description: '> React\\: What the shop uses\n\n> Vue\\: Lighter',
  });
  expect(seen.actions).toMatchObject([
    {
      id: 'choose',
      label: 'Framework',
      response_type: 'choice',
      options: [
        { value: 'React', label: 'React' },
        { value: 'Vue', label: 'Vue' },
      ],
    },
    { id: 'other', label: 'Something else', response_type: 'text' },
  ]);
  const answer = (answers: object) =>
    before({ permissionDecision: 'allow', updatedInput: { ...(event.tool_input as object), answers } });
  const question = 'Which framework should the admin page use?';
  expect(await agent.answers(event, { action_id: 'choose', response_data: 'Vue' })).toEqual(
    answer({ [question]: 'Vue' }),
  );
  expect(await agent.answers(event, { action_id: 'other', response_data: 'Svelte' })).toEqual(
    answer({ [question]: 'Svelte' }),
  );
  const asPermission = { ...event, hook_event_name: 'PermissionRequest' };
  expect(await agent.answers(asPermission, { action_id: 'choose', response_data: 'Vue' })).toEqual(
    decision({
      behavior: 'allow',
      updatedInput: { ...(event.tool_input as object), answers: { [question]: 'Vue' } },
    }),
  );
});

test('several questions are asked one after the other, and answered together', async () => {
  const event = agent.event('question-several');
  const output = await agent.answers(
    event,
    { action_id: 'choose', response_data: ['Introduction', 'Conclusion'] },
    { action_id: 'choose', response_data: 'Summary' },
  );
  expect(output).toEqual(
    before({
      permissionDecision: 'allow',
      updatedInput: {
        ...(event.tool_input as object),
        answers: {
          'Which sections should I include?': 'Introduction, Conclusion',
          'How should I format it?': 'Summary',
        },
      },
    }),
  );
  const asked = await agent.all();
  expect(asked.map(({ context }) => context.title)).toEqual([
    'Which sections should I include?',
    'How should I format it?',
  ]);
  expect(asked[0]?.actions[0]).toMatchObject({ response_type: 'multi_choice', constraints: { min_selections: 1 } });
  expect(asked[0]?.context.description).toContain('Question 1 of 2.');
});

test('when the second of two questions stays open, nothing is answered', async () => {
  const { terminal, ended } = agent.runs(agent.event('question-several'));
  await answered(agent.server, (await agent.asked()).id, { action_id: 'choose', response_data: ['Methods'] });
  await agent.asked();
  terminal.pressCtrlC();
  expect(await ended).toBe(0);
  expect(terminal.out).toBe('');
});

test('a plan is Markdown to read; approving gives the input back, feedback keeps planning', async () => {
  for (const name of ['permission-plan', 'plan']) {
    const event = agent.event(name);
    const seen = await shown(event);
    expect(seen.context.title).toBe('Approve the plan: Refactor auth?');
    expect(seen.context.attachments).toMatchObject([{ type: 'text/markdown', description: 'plan.md' }]);
    expect(evidenceOf(seen)).toBe((event.tool_input as { plan: string }).plan);
    expect(seen.actions.map(({ id }) => id)).toEqual(
      name === 'plan' ? ['approve', 'deny'] : ['approve', 'allow_and_remember_1', 'deny'],
    );
  }
  const asked = agent.event('permission-plan');
  const updatedInput = asked.tool_input;
  expect(await agent.answers(asked, { action_id: 'approve' })).toEqual(decision({ behavior: 'allow', updatedInput }));
  expect(await agent.answers(asked, { action_id: 'allow_and_remember_1' })).toEqual(
    decision({ behavior: 'allow', updatedInput, updatedPermissions: asked.permission_suggestions }),
  );
  expect(await agent.answers(asked, { action_id: 'deny', response_data: 'Tests first.' })).toEqual(
    decision({ behavior: 'deny', message: 'Tests first.' }),
  );
  const early = agent.event('plan');
  expect(await agent.answers(early, { action_id: 'approve' })).toEqual(
    before({ permissionDecision: 'allow', updatedInput }),
  );
  expect(await agent.answers(early, { action_id: 'deny', response_data: '' })).toEqual(
    before({ permissionDecision: 'deny', permissionDecisionReason: 'The person wants you to keep planning.' }),
  );
});

test('an elicitation with one field is one typed action', async () => {
  const elicited = (fields: object) => ({ hookSpecificOutput: { hookEventName: 'Elicitation', ...fields } });
  const seen = await shown(agent.event('elicitation-text'));
  expect(seen.context.title).toBe('jira asks: Which ticket is this for?');
  expect(seen.actions).toMatchObject([
    { id: 'answer', label: 'Ticket', response_type: 'text', constraints: { min_length: 3, max_length: 20 } },
    { id: 'decline', response_type: 'simple' },
  ]);
  expect(
    await agent.answers(agent.event('elicitation-text'), { action_id: 'answer', response_data: 'WEB-12' }),
  ).toEqual(elicited({ action: 'accept', content: { ticket: 'WEB-12' } }));
  expect(await agent.answers(agent.event('elicitation-choice'), { action_id: 'answer', response_data: 'api' })).toEqual(
    elicited({ action: 'accept', content: { project: 'api' } }),
  );
  expect(await agent.answers(agent.event('elicitation-choice'), { action_id: 'decline' })).toEqual(
    elicited({ action: 'decline' }),
  );
});

test.each([
  ['elicitation-form', {}],
  ['elicitation-url', {}],
  ['notification', {}],
  ['pre-tool-use-bash', {}],
  ['permission-bash', { tool_input: { command: 'x'.repeat(500_000) } }],
  ['permission-bash', { tool_input: 'text' }],
  ['permission-bash', { session_id: 7 }],
  ['permission-bash', { hook_event_name: 'SomethingNew' }],
  ['permission-plan', { tool_input: {} }],
  ['question-single', { tool_input: { questions: [] } }],
  ['question-single', { tool_input: { questions: [{ question: 'Q?', options: [{ label: 'a' }, { label: 'a' }] }] } }],
])('%s with %j is left to the agent: nothing is asked, nothing printed', async (name, fields) => {
  const { terminal, ended } = agent.runs(agent.event(name, fields));
  expect(await ended).toBe(0);
  expect(terminal.out).toBe('');
  expect(await agent.all()).toEqual([]);
});
