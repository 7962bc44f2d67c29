import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Agent, aQuestion } from '../rig/agent.ts';
import { ElectronProcess } from '../rig/electron-process.ts';
import { readLocalServer } from '../rig/folder.ts';
import { InboxPage } from '../rig/inbox-page.ts';
import { packagedExecutable } from '../rig/packaged-app.ts';
import { appEnv } from '../rig/running-app.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';

test('the fuses of the packaged app are set as tabled', async () => {
  const fuses = await getCurrentFuseWire(packagedExecutable());
  const isOn = (option: FuseV1Options) => String.fromCharCode(Number(fuses[option])) === '1';
  expect({
    runAsNode: isOn(FuseV1Options.RunAsNode),
    cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
    nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    nodeCliInspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyLoadAppFromAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    grantFileProtocolExtraPrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptions: false,
    nodeCliInspect: false,
    asarIntegrity: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('the command line comes with the packaged app, beside it', () => {
  const script = join(dirname(packagedExecutable()), 'resources', 'agents', 'atp.mjs');
  expect(execFileSync(process.execPath, [script, 'help'], { encoding: 'utf8' })).toContain('atp ask');
});

test('the packaged app starts, answers a question and ends cleanly', async ({ desktop, folder }) => {
  // Its fuses keep the inspector out, so only its page is driven.
  const env = appEnv({ folder, desktop: desktop.env });
  const app = await ElectronProcess.start(packagedExecutable(), [], env, false);
  const inbox = new InboxPage(await app.page());
  const { url, api_key } = await eventually(() => readLocalServer(folder));
  const agent = new Agent(url, api_key);
  const action = { id: 'why', label: 'Say why', response_type: 'text', constraints: { min_length: 3 } };
  const id = await agent.ask(aQuestion('Does the package work?', [action]));
  await inbox.open('Does the package work?');
  await inbox.textbox('Say why').fill('It does');
  await inbox.send('Say why').click();
  await eventually(async () => ((await agent.status(id)).responded ? true : undefined), 12_000);
  expect(await agent.status(id)).toMatchObject({ action_id: 'why', response_data: 'It does' });
  expect(await app.quit()).toBe(0);
  expect(readLocalServer(folder)).toBeUndefined();
});
