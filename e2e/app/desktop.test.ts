import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';
import { closeWindow, isWindowVisible } from '../rig/windows.ts';
import { XServer } from '../rig/x-server.ts';

// The app's place in the desktop: keys from anywhere, and a desktop without a tray.

test('keys chosen in Settings bring the window up from anywhere, until they are switched off', async ({
  app,
  desktop,
}) => {
  const x = new XServer(desktop.env);
  const { inbox } = app;
  await inbox.goTo('Settings');
  await inbox.button('Choose keys').click();
  await expect(inbox.button('Press the keys…')).toBeFocused();
  await app.page.keyboard.press('Control+Alt+y');
  await expect(inbox.text('Ctrl + Alt + Y')).toBeVisible();
  await closeWindow(app.electron);
  await expect.poll(() => isWindowVisible(app.electron)).toBe(false);
  x.press('ctrl+alt+y');
  await expect.poll(() => isWindowVisible(app.electron)).toBe(true);

  await inbox.button('Switch off').click();
  await expect(inbox.button('Choose keys')).toBeVisible();
  const isHeld = await app.electron.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Control+Alt+Y'));
  expect(isHeld).toBe(false);
});

test('keys that another program has are refused in words', async ({ app }) => {
  await app.electron.evaluate(({ globalShortcut }) => globalShortcut.register('Control+Alt+U', () => {}));
  await app.change({ summonShortcut: 'Control+Alt+U' });
  await app.inbox.goTo('Settings');
  await expect(app.inbox.text(/did not give us these keys/)).toBeVisible();
});

test('with a tray the app says that its icon is there; without one, that a second start shows it', async ({
  app,
  desktop,
}) => {
  const { inbox } = app;
  await inbox.goTo('Settings');
  await expect(inbox.text(/A click on it brings up a small inbox/)).toBeVisible();
  desktop.tray.stop();
  await expect(inbox.text(/This desktop shows no tray icons/)).toBeVisible();
  await closeWindow(app.electron);
  const hint = await eventually(() => desktop.notifications.titled('Triage Inbox keeps running')[0]);
  expect(hint.body).toContain('Start it again to see its window');
  expect(hint.body).not.toContain('tray');
});
