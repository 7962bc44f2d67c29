import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { ServiceId } from '#shared/protocol/ids';
import { projectRoot } from '../rig/project.ts';
import type { RunningApp } from '../rig/running-app.ts';
import { expect, test } from '../rig/test.ts';
import { findTutorial } from '../rig/tutorial.ts';
import { eventually } from '../rig/wait.ts';

/** A program of an agent, running beside the app and finding it as it would on a person's machine. */
function start(app: RunningApp, command: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, TRIAGE_DATA_DIR: app.launch.folder.data, ...env },
  });
  const lines: string[] = [];
  const errors: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { lines, errors, ended, kill: () => child.kill('SIGKILL') };
}

// The tutorial's program listens on port 3000: one at a time.
test.describe.configure({ mode: 'default' });

const atp = join(projectRoot, 'scripts', 'atp.mjs');

test('atp ask finds the app, shows its question in the window and prints what the person chose', async ({
  startApp,
}) => {
  const app = await startApp({ settings: { takeBackSeconds: 0 } });
  await app.localAgent();
  const args = ['ask', 'Deploy 2.1.0?', '--simple', 'approve=Approve', '--text', 'reject=Reject', '--yes', 'approve'];
  const asking = start(app, process.execPath, [atp, ...args]);
  await app.inbox.open('Deploy 2.1.0?');
  await app.inbox.button('Reject').click();
  await app.inbox.textbox('Reject').fill('not on a Friday');
  await app.inbox.send('Reject').click();
  expect(await asking.ended).toBe(1);
  expect(asking.lines).toEqual(['reject not on a Friday']);

  const checking = start(app, process.execPath, [atp, 'doctor']);
  expect(await checking.ended).toBe(0);
  expect(checking.lines.join('\n')).toContain('The key is accepted');
});

test('an MCP client starts atp mcp, asks with ask_human and gets the answer of the window', async ({ startApp }) => {
  const app = await startApp({ settings: { takeBackSeconds: 0 } });
  await app.localServer();
  const env = { PATH: process.env.PATH ?? '', TRIAGE_DATA_DIR: app.launch.folder.data };
  const client = new Client({ name: 'e2e', version: '0' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [atp, 'mcp'], env }));
  const asking = client.callTool({
    name: 'ask_human',
    arguments: {
      title: 'Which region first?',
      actions: [
        {
          id: 'region',
          label: 'Region',
          response_type: 'choice',
          options: [
            { value: 'eu', label: 'Europe' },
            { value: 'us', label: 'America' },
          ],
        },
      ],
    },
  });
  await app.inbox.open('Which region first?');
  await app.page.getByRole('radio', { name: 'America', exact: true }).check();
  await app.inbox.send('Region').click();
  expect((await asking).structuredContent).toMatchObject({
    status: 'answered',
    action_id: 'region',
    response_data: 'us',
  });
  await client.close();
});

const programs = [join(projectRoot, 'clients', 'python', 'tests', 'program.py'), findTutorial()];
for (const program of programs.filter((one) => one !== undefined)) {
  const name = program === programs[0] ? 'a program in the manner of the tutorial' : "the tutorial's own program";
  test(`${name}, with only its key changed, asks and reacts to the answer`, async ({ startApp }) => {
    const app = await startApp({ settings: { takeBackSeconds: 0 } });
    const { service_id, api_key } = await app.localServer();
    await app.page.evaluate((args) => window.triage.call('services:set-callback', args), {
      serviceId: service_id as ServiceId,
      callbackUrl: 'http://127.0.0.1:3000/atp/webhook',
    });
    const runner = join(projectRoot, 'e2e', 'rig', 'tutorial_program.py');
    const running = start(app, '/usr/bin/python3', [runner, program, api_key], {
      PYTHONPATH: join(projectRoot, 'clients', 'python'),
      PYTHONDONTWRITEBYTECODE: '1',
      TZ: 'Europe/Berlin',
    });
    await app.inbox.open('Approve Database Query');
    await expect(app.inbox.button('Schedule for Later')).toBeVisible();
    await app.inbox.button('Approve Query').click();
    await eventually(() => running.lines.find((line) => line.includes('Query approved and started!')), 15_000);
    expect(running.lines.some((line) => line.startsWith('Running query analyze-customers-2023-q4'))).toBe(true);
    running.kill();
    await running.ended;
  });
}
