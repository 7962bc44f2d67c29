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

test('another language leaves everything where it is: what was typed, the focus, the place, and small windows', async ({
  app,
  desktop,
}) => {
  const { inbox, page } = app;
  const agent = await app.localAgent();
  await agent.ask(aQuestion('Half answered?', [{ id: 'why', label: 'Say why', response_type: 'text' }]));
  await inbox.open('Half answered?');
  await inbox.textbox('Say why').fill('Half a sen');
  await desktop.tray.activate();
  const popover = await app.small('popover');
  await expect(popover.getByPlaceholder('Search the inbox')).toBeVisible();

  await inbox.goTo('Settings');
  await page.getByRole('button', { name: 'Register a service' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Half a nam');
  const language = page.getByLabel('Language', { exact: true });
  await language.focus();
  await language.selectOption('Deutsch');

  await expect(page.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  const changed = page.getByLabel('Sprache', { exact: true });
  await expect(changed).toBeFocused();
  await expect(changed).toBeInViewport();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Half a nam');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page).toHaveTitle('(1) Triage Inbox');
  await expect(popover.getByPlaceholder('Im Eingang suchen')).toBeVisible();
  await inbox.view('Eingang').click();
  await expect(inbox.textbox('Say why')).toHaveValue('Half a sen');
  await expect(page.getByRole('button', { name: 'Senden: Say why' })).toBeEnabled();
});
