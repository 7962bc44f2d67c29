import { aQuestion } from '../rig/agent.ts';
import { InboxPage } from '../rig/inbox-page.ts';
import type { RunningApp } from '../rig/running-app.ts';
import { expect, test } from '../rig/test.ts';
import { visiblePages } from '../rig/windows.ts';
import { XServer } from '../rig/x-server.ts';

// The inbox in narrow form that a click on the tray icon brings up.

const windows = (app: RunningApp) => expect.poll(() => visiblePages(app.electron));

test('a click on the tray icon shows the inbox beside the pointer, another hides it; what is answered there is sent', async ({
  startApp,
  desktop: { tray, env },
}) => {
  const app = await startApp({ args: ['--hidden'], settings: { takeBackSeconds: 0 } });
  const agent = await app.localAgent();
  const x = new XServer(env);
  await expect.poll(() => tray.count).toBe(1);
  const id = await agent.ask(aQuestion('Answered in the popover?'));
  x.movePointer(1200, 700);
  await tray.activate();
  const popover = new InboxPage(await app.small('popover'));
  await windows(app).toEqual(['#popover']);
  await expect(popover.list).toBeFocused();
  const place = await app.electron.evaluate(({ BrowserWindow, screen }) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.isVisible());
    return { bounds: window?.getBounds(), area: screen.getPrimaryDisplay().workArea };
  });
  expect(place.bounds).toMatchObject({ width: 400, height: 600 });
  const { x: left = -1, y: top = -1 } = place.bounds ?? {};
  expect([left, top]).toEqual([
    Math.min(1000, place.area.x + place.area.width - 408),
    Math.min(700 - 8 - 600, place.area.y + place.area.height - 608),
  ]);

  x.press('j');
  x.press('Return');
  await expect(popover.button('Fine by me')).toBeVisible();
  await popover.button('Fine by me').click();
  await expect.poll(() => agent.status(id)).toMatchObject({ responded: true, action_id: 'ok' });
  await tray.activate();
  await windows(app).toEqual([]);
});

test('Escape leaves the question, then hides it; so does a click elsewhere', async ({
  startApp,
  desktop: { tray, env },
}) => {
  const app = await startApp({ args: ['--hidden'] });
  const agent = await app.localAgent();
  const x = new XServer(env);
  await expect.poll(() => tray.count).toBe(1);
  await agent.ask(aQuestion('Only looked at?'));
  await tray.activate();
  const popover = new InboxPage(await app.small('popover'));
  await expect(popover.list).toBeFocused();
  await popover.row('Only looked at?').click();
  await expect(popover.button('Fine by me')).toBeVisible();
  x.press('Escape');
  await expect(popover.list).toBeFocused();
  await windows(app).toEqual(['#popover']);
  x.press('Escape');
  await windows(app).toEqual([]);

  await expect(async () => {
    await tray.activate();
    expect(await visiblePages(app.electron)).toEqual(['#popover']);
  }).toPass();
  const other = await app.electron.evaluate(({ BrowserWindow }) => {
    const full = BrowserWindow.getAllWindows().find((window) => !window.isVisible());
    full?.showInactive();
    return full?.getNativeWindowHandle().readUInt32LE(0) ?? 0;
  });
  await windows(app).toContain('#popover');
  // The window system gives it the focus in its own time; what never had it cannot lose it.
  await expect
    .poll(() => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.webContents.getURL()))
    .toContain('#popover');
  // A window that the X server has not mapped yet cannot be given the focus.
  await expect(async () => {
    x.focus(other);
    expect(await visiblePages(app.electron)).toEqual(['']);
  }).toPass({ timeout: 8_000 });
});

test('it leads to the full window, at the question that is being read', async ({
  startApp,
  desktop: { tray, env },
}) => {
  const app = await startApp({ args: ['--hidden'] });
  const agent = await app.localAgent();
  await expect.poll(() => tray.count).toBe(1);
  await agent.ask(aQuestion('Read here first?'));
  await agent.ask(aQuestion('And this one?'));
  await tray.activate();
  const popover = new InboxPage(await app.small('popover'));
  await popover.row('Read here first?').click();
  await expect(popover.button('Fine by me')).toBeVisible();
  new XServer(env).press('ctrl+o');
  await windows(app).toEqual(['']);
  await expect(app.inbox.row('Read here first?')).toHaveAttribute('aria-selected', 'true');
});
