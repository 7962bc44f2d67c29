import { aQuestion } from '../rig/agent.ts';
import type { ElectronProcess } from '../rig/electron-process.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';
import { closeWindow } from '../rig/windows.ts';

const germanSystem = { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' };

const menuOf = (electron: ElectronProcess) =>
  electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));

test('on a German system everything is German until the person wants English, which then stays', async ({
  startApp,
  desktop,
}) => {
  const { tray, notifications } = desktop;
  const trayLabels = async () => (await tray.menu()).map(({ label }) => label);
  const app = await startApp({ env: germanSystem, inboxName: 'Eingang' });
  await expect.poll(() => tray.tooltip()).toBe('Triage Inbox: nichts wartet');
  expect(await trayLabels()).toContain('Eingang öffnen');
  expect(await menuOf(app.electron)).toContain('&Bearbeiten');

  const agent = await app.localAgent();
  await closeWindow(app.electron);
  await eventually(() => notifications.titled('Triage Inbox läuft weiter')[0]);
  await agent.ask(aQuestion('Darf ich?'));
  const german = await eventually(() => notifications.titled('Darf ich?')[0]);
  expect(german.actions.map(({ label }) => label)).toContain('Öffnen');
  await expect.poll(() => tray.tooltip()).toBe('Triage Inbox: 1 Frage wartet');

  await tray.click('Eingang öffnen');
  await app.inbox.view('Einstellungen').click();
  await app.page.getByLabel('Sprache').selectOption('English');
  await expect(app.page.getByLabel('Language')).toHaveValue('en');
  await expect(app.inbox.view('Inbox')).toBeVisible();
  await expect.poll(trayLabels).toContain('Open inbox');
  expect(await tray.tooltip()).toBe('Triage Inbox: 1 waiting');
  expect(await menuOf(app.electron)).toContain('&Edit');
  await agent.ask(aQuestion('May I?'));
  const english = await eventually(() => notifications.titled('May I?')[0]);
  expect(english.actions.map(({ label }) => label)).toContain('Open');

  expect(await app.quit()).toBe(0);
  const again = await startApp({ env: germanSystem });
  await expect.poll(trayLabels).toContain('Open inbox');
  expect(await menuOf(again.electron)).toContain('&Edit');
});
