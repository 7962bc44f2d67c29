import { aQuestion } from '../rig/agent.ts';
import { NotificationDaemon } from '../rig/notification-daemon.ts';
import type { RunningApp } from '../rig/running-app.ts';
import { delivered } from '../rig/scripted-server.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';
import { closeWindow, isWindowVisible } from '../rig/windows.ts';
import { XServer } from '../rig/x-server.ts';

/** The app as it mostly is: in the tray, its window closed. */
async function intoTheTray(app: RunningApp): Promise<void> {
  await closeWindow(app.electron);
  await expect.poll(() => isWindowVisible(app.electron)).toBe(false);
}

const openCount = (app: RunningApp) =>
  app.page.evaluate(async () => {
    const state = await window.triage.call('app:read');
    return state.ok ? state.value.counts.open : -1;
  });

test('a thousand questions in a second: five notifications at most, and no window comes up or takes the focus', async ({
  startApp,
  scripted,
  desktop: { notifications, env },
}) => {
  const app = await startApp({ env: scripted.env() });
  await app.live();
  const x = new XServer(env);
  expect(x.visibleWindows(app.pid)).toBeGreaterThan(0);
  await intoTheTray(app);
  await expect.poll(() => x.visibleWindows(app.pid)).toBe(0);
  const focused = x.focused();
  const before = notifications.calls.filter((name) => name === 'Notify').length; // that the app keeps running
  for (let n = 0; n < 1_000; n++) scripted.notify(delivered(aQuestion(`Arrival ${n}?`)));
  await expect.poll(() => openCount(app), { timeout: 20_000 }).toBe(1_000);
  await eventually(() => notifications.requests.find((one) => /\b(9\d\d|1,?000)\b/.test(one.title)));
  const calls = notifications.calls.filter((name) => name === 'Notify').length - before;
  expect(calls).toBeGreaterThan(0);
  expect(calls).toBeLessThanOrEqual(5);
  expect(x.visibleWindows(app.pid)).toBe(0);
  expect(x.focused()).toBe(focused);
});

test('a daemon that hangs: questions still arrive and are answered, and the app quits', async ({ app, desktop }) => {
  desktop.notifications.hang();
  const agent = await app.localAgent();
  const id = await agent.ask(aQuestion('Shown nowhere else?'));
  await app.inbox.open('Shown nowhere else?');
  await app.inbox.button('Fine by me').click();
  await expect.poll(async () => (await agent.status(id)).responded).toBe(true);
  expect(await app.quit()).toBe(0);
});

test('a daemon that crashes and comes back shows what arrives afterwards', async ({ app, desktop }) => {
  const agent = await app.localAgent();
  await intoTheTray(app);
  await agent.ask(aQuestion('Before the crash?'));
  const before = await eventually(() => desktop.notifications.titled('Before the crash?')[0]);
  desktop.notifications.stop();
  const again = await NotificationDaemon.start(desktop.busAddress);
  await eventually(() => again.calls.find((name) => name === 'GetCapabilities'));
  again.invoke(before.id, 'default'); // a number of the old daemon: somebody else's by now
  await agent.ask(aQuestion('After the crash?'));
  const shown = await eventually(() => again.titled('After the crash?')[0]);
  expect(shown.replaces).toBe(0);
  expect(await isWindowVisible(app.electron)).toBe(false);
  again.press(shown.id);
  await expect.poll(() => isWindowVisible(app.electron)).toBe(true);
  again.stop();
});
