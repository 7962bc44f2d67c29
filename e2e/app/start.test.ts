import { execFileSync, spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { localServerPath, readLocalServer } from '../rig/folder.ts';
import { PortHog } from '../rig/port-hog.ts';
import { projectRoot } from '../rig/project.ts';
import { appEnv, launchElectron, type RunningApp } from '../rig/running-app.ts';
import { expect, test } from '../rig/test.ts';
import { closeWindow, isWindowVisible } from '../rig/windows.ts';

test('the first start shows a command that, run in a shell, makes a question appear', async ({ startApp, folder }) => {
  const app = await startApp();
  const { url } = await app.localServer();
  const command = app.page.locator('code, pre').filter({ hasText: 'curl' }).first();
  await expect(command).toContainText(`${url}/api/v1/notifications`);
  const shown = (await command.innerText()).replaceAll('\u00a0', ' ');

  const env = { PATH: process.env.PATH ?? '', HOME: folder.home, TRIAGE_DATA_DIR: folder.data };
  const printed = execFileSync('bash', ['-e', '-c', shown], { env, encoding: 'utf8' });
  expect(printed).toContain('"notification_id"');
  await expect(app.inbox.list.getByRole('option')).toHaveCount(1);
});

test('the first-start page sends a sample of every response type, which can all be answered', async ({ startApp }) => {
  const app = await startApp();
  await app.localServer();
  await app.page
    .getByRole('button', { name: /sample/i })
    .first()
    .click();
  const wanted = ['simple', 'binary', 'choice', 'multi_choice', 'text', 'number', 'scale', 'datetime'];
  await expect.poll(() => typesAsked(app)).toEqual(expect.arrayContaining(wanted));
});

test('local-server.json is there for this user only while the server listens, with port and key kept', async ({
  startApp,
  folder,
}) => {
  const others = new PortHog();
  await others.take();
  const app = await startApp();
  const first = await app.localServer();
  await others.release();
  expect(Number(new URL(first.url).port)).toBeGreaterThan(others.last);
  expect(new URL(first.url).hostname).toBe('127.0.0.1');
  expect(statSync(localServerPath(folder)).mode & 0o777).toBe(0o600);
  expect(await app.quit()).toBe(0);
  expect(existsSync(localServerPath(folder))).toBe(false);

  const again = await startApp();
  const second = await again.localServer();
  expect({ ...second, pid: 0 }).toEqual({ ...first, pid: 0 });
});

test('a second start on the same data folder raises the first and ends', async ({ startApp, desktop, folder }) => {
  const app = await startApp();
  await app.localServer();
  await closeWindow(app.electron);
  await expect.poll(() => isWindowVisible(app.electron)).toBe(false);

  const args = [projectRoot, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const env = appEnv({ folder, desktop: desktop.env });
  const second = spawn(process.env.TRIAGE_E2E_ELECTRON ?? 'electron', args, { env, stdio: 'ignore' });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  await expect.poll(() => isWindowVisible(app.electron)).toBe(true);
  expect(readLocalServer(folder)?.pid).toBeDefined();
});

test('started hidden, the app works without a window until the tray opens it', async ({ desktop, folder }) => {
  const electron = await launchElectron({ folder, desktop: desktop.env, args: ['--hidden'] });
  await expect.poll(() => readLocalServer(folder)?.url).toBeDefined();
  await expect.poll(() => desktop.tray.count).toBe(1);
  expect(await isWindowVisible(electron)).toBe(false);
  await desktop.tray.activate();
  await expect.poll(() => isWindowVisible(electron)).toBe(true);
  expect(await electron.quit()).toBe(0);
});

/** The response types of everything in the inbox. */
function typesAsked(app: RunningApp): Promise<string[]> {
  return app.page.evaluate(async () => {
    const order = await window.triage.call('inbox:order', { view: 'inbox', search: '' });
    if (!order.ok) return [];
    const items = await Promise.all(order.value.keys.map((key) => window.triage.call('inbox:open-item', { key })));
    return items.flatMap((item) => (item.ok ? item.value.notification.actions.map((one) => one.response_type) : []));
  });
}
