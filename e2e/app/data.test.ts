import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aQuestion } from '../rig/agent.ts';
import { filesWith, readLocalServer } from '../rig/folder.ts';
import { mainProcessOf } from '../rig/relaunched.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';

const simple = { id: 'yes', label: 'Fine by me', response_type: 'simple' };

test('what was backed up is there again after everything was erased', async ({ startApp, folder }) => {
  test.setTimeout(90_000); // five starts of the app
  const backup = join(folder.root, 'backup.zip');
  const app = await startApp({ settings: { takeBackSeconds: 0, theme: 'dark', density: 'compact' } });
  const agent = await app.localAgent();
  const { api_key: key } = await app.localServer();
  await agent.ask(aQuestion('Ship it?', [simple]));
  await app.inbox.open('Ship it?');
  await app.inbox.button('Fine by me').click();
  await expect(app.inbox.row('Ship it?')).toHaveCount(0);

  await test.step('it is backed up while the app runs, without keys', async () => {
    await app.electron.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    }, backup);
    await app.inbox.goTo('Settings');
    await app.inbox.button('Back up…').click();
    await expect(app.inbox.text(`Saved as ${backup}.`)).toBeVisible();
    expect(filesWith(folder.root, key).filter((file) => file === backup)).toEqual([]);
  });

  await test.step('erasing wants a word, takes all of it away and quits', async () => {
    await app.inbox.button('Erase everything…').click();
    const dialog = app.page.getByRole('alertdialog', { name: 'Erase everything?' });
    await expect(dialog).toContainText('1 in History');
    await expect(dialog.getByRole('button', { name: 'Erase and quit' })).toBeDisabled();
    await dialog.getByRole('textbox').fill('erase');
    await dialog.getByRole('button', { name: 'Erase and quit' }).click();
    expect(await app.exited()).toBe(0);
    await eventually(() => (!existsSync(join(folder.data, 'pending.json')) && !mainProcessOf(folder)) || undefined);
    expect(readdirSync(folder.data).filter((name) => !name.startsWith('Singleton'))).toEqual([]);
  });

  const fresh = await startApp();
  await test.step('the next start is like the first', async () => {
    const state = await fresh.page.evaluate(() => window.triage.call('app:read'));
    expect(state.ok && state.value).toMatchObject({ counts: { open: 0, history: 0 }, settings: { theme: 'system' } });
    expect((await fresh.localServer()).api_key).not.toBe(key);
  });

  await test.step('the backup is read, shown and restored, and the app starts again by itself', async () => {
    await fresh.electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, backup);
    await fresh.inbox.goTo('Settings');
    await fresh.inbox.button('Choose a file…').click();
    const dialog = fresh.page.getByRole('alertdialog', { name: 'Restore this backup?' });
    await expect(dialog).toContainText(/History\s*1/);
    const before = readLocalServer(folder)?.pid;
    await dialog.getByRole('button', { name: 'Restore and restart' }).click();
    expect(await fresh.exited()).toBe(0);
    const again = await eventually(() => {
      const file = readLocalServer(folder);
      return file && file.pid !== before ? mainProcessOf(folder) : undefined;
    });
    process.kill(again, 'SIGTERM');
    await eventually(() => !mainProcessOf(folder) || undefined);
    expect(readdirSync(folder.data).filter((name) => /^staged-|^pending/.test(name))).toEqual([]);
  });

  const restored = await startApp();
  await restored.inbox.goTo('History');
  await expect(restored.inbox.text('Ship it?')).toBeVisible();
  const state = await restored.page.evaluate(() => window.triage.call('app:read'));
  expect(state.ok && state.value.settings).toMatchObject({ theme: 'dark', density: 'compact' });
});

test('a file that is no backup is refused in words, and nothing changes', async ({ app, folder }) => {
  await app.electron.evaluate(
    ({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    },
    join(folder.data, 'inbox.db'),
  );
  await app.inbox.goTo('Settings');
  await app.inbox.button('Choose a file…').click();
  await expect(app.inbox.text(/This file is not a backup of Triage Inbox\. Nothing was changed/)).toBeVisible();
});

test('About: diagnostics without anything secret or personal, every licence, and the folder of the logs', async ({
  app,
  folder,
}) => {
  const { api_key: key, webhook_secret: secret } = await app.localServer();
  const agent = await app.localAgent();
  await agent.ask(aQuestion('A canary of a question?', [simple]));
  await expect(app.inbox.row('A canary of a question?')).toBeVisible();
  await app.inbox.goTo('Settings');
  await app.inbox.button('Copy diagnostics').click();
  const text = await eventually(async () => {
    const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
    return copied.includes('"versions"') ? copied : undefined;
  });
  expect(JSON.parse(text)).toMatchObject({ counts: { open: 1 }, accounts: [{ kind: 'local', state: 'live' }] });
  for (const canary of [key, secret, folder.root, 'canary', '127.0.0.1']) expect(text).not.toContain(canary);

  await app.inbox.button('Show licences').click();
  await expect(app.inbox.text(/\d{2,} packages/)).toBeVisible();
  await app.inbox.text('react-dom').click();
  await expect(
    app.page
      .getByText(/Copyright \(c\) Meta Platforms/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();

  await app.electron.evaluate(({ shell }) => {
    shell.openPath = async (path) => `asked for ${path}`;
  });
  await app.inbox.button('Open folder').click();
  await expect(app.inbox.text(`asked for ${join(folder.data, 'logs')}`)).toBeVisible();
});

test('the density is that of the rows, at once', async ({ app }) => {
  const agent = await app.localAgent();
  for (const n of [1, 2]) await agent.ask(aQuestion(`Question ${n}?`, [simple]));
  const height = async () => (await app.inbox.row('Question 1?').boundingBox())?.height;
  await expect.poll(height).toBe(66);
  await app.change({ density: 'compact' });
  await expect.poll(height).toBe(52);
  await app.change({ density: 'comfortable' });
  await expect.poll(height).toBe(66);
});
