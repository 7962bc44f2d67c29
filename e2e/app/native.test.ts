import { aQuestion, inSeconds } from '../rig/agent.ts';
import { localAgentWithWebhook } from '../rig/callback.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';
import { closeWindow, isWindowVisible } from '../rig/windows.ts';

test('an arrival raises one native notification, and a click on it opens the item', async ({ app, desktop }) => {
  const agent = await app.localAgent();
  const { notifications } = desktop;
  await closeWindow(app.electron);
  await expect.poll(() => isWindowVisible(app.electron)).toBe(false);
  expect(app.isRunning).toBe(true);

  await agent.ask(aQuestion('Ship build <b>118</b> & go?'));
  const shown = await eventually(() => notifications.titled('Ship build')[0]);
  expect(shown.actions.map((one) => one.key)).toContain('default');
  expect(shown.body).not.toContain('<b>118</b>');
  expect(notifications.titled('Ship build')).toHaveLength(1);

  notifications.press(shown.id);
  await expect.poll(() => isWindowVisible(app.electron)).toBe(true);
  await expect(app.inbox.button('Fine by me')).toBeVisible();
  await expect(app.inbox.row('Ship build')).toHaveAttribute('aria-selected', 'true');
});

test('dismissing a notification answers nothing', async ({ app, desktop }) => {
  const agent = await app.localAgent();
  await closeWindow(app.electron);
  await expect.poll(() => isWindowVisible(app.electron)).toBe(false);
  const id = await agent.ask(aQuestion('Dismissed?'));
  const shown = await eventually(() => desktop.notifications.titled('Dismissed?')[0]);
  desktop.notifications.close(shown.id, 2);
  await agent.ask(aQuestion('And the next one?'));
  await eventually(() => desktop.notifications.titled('And the next one?')[0]);
  expect((await agent.status(id)).responded).toBe(false);
});

test('a notification goes when its item is answered, withdrawn or expired elsewhere', async ({
  startApp,
  desktop,
  loneServer,
  receiver,
}) => {
  const app = await startApp({ env: loneServer.env() });
  await app.live();
  const agent = await loneServer.register('Release Bot', receiver);
  await closeWindow(app.electron);
  await expect.poll(() => isWindowVisible(app.electron)).toBe(false);
  const answered = await agent.ask(aQuestion('Answered elsewhere?'));
  const withdrawn = await agent.ask(aQuestion('Withdrawn again?'));
  await agent.ask(aQuestion('Expired unseen?', undefined, { deadline: inSeconds(4) }));
  for (const title of ['Answered elsewhere?', 'Withdrawn again?', 'Expired unseen?']) {
    await expect.poll(() => desktop.notifications.visible(title).length, { message: title }).toBe(1);
  }
  await loneServer.client().respond(answered, 'ok', null);
  await agent.withdraw(withdrawn);
  for (const title of ['Answered elsewhere?', 'Withdrawn again?', 'Expired unseen?']) {
    await expect.poll(() => desktop.notifications.visible(title).length, { message: title }).toBe(0);
  }
});

test('after a restart what was announced before is not announced again, what is new is', async ({
  startApp,
  desktop,
  loneServer,
  receiver,
}) => {
  const env = loneServer.env();
  const app = await startApp({ env });
  await app.live();
  const agent = await loneServer.register('Release Bot', receiver);
  await closeWindow(app.electron);
  await expect.poll(() => isWindowVisible(app.electron)).toBe(false);
  await agent.ask(aQuestion('Announced once?'));
  await eventually(() => desktop.notifications.titled('Announced once?')[0]);
  await app.quit();

  const again = await startApp({ env });
  await again.live();
  await closeWindow(again.electron);
  await expect.poll(() => isWindowVisible(again.electron)).toBe(false);
  await agent.ask(aQuestion('Announced after the restart?'));
  await eventually(() => desktop.notifications.titled('Announced after the restart?')[0]);
  expect(desktop.notifications.titled('Announced once?')).toHaveLength(1);
});

test('the tray says how many wait, draws it, lists them and keeps the app alive', async ({ app, desktop }) => {
  const { tray } = desktop;
  await expect.poll(() => tray.count).toBe(1);
  const agent = await app.localAgent();
  await expect.poll(async () => (await tray.icon()).pixels.some((byte) => byte !== 0)).toBe(true);
  const idle = (await tray.icon()).pixels;
  await agent.ask(aQuestion('First in the tray?'));
  await agent.ask(aQuestion('Second in the tray?'));
  await expect.poll(() => tray.tooltip()).toMatch(/\b2\b/);
  await expect.poll(async () => (await tray.icon()).pixels.equals(idle)).toBe(false);

  await closeWindow(app.electron);
  await expect.poll(() => isWindowVisible(app.electron)).toBe(false);
  expect(app.isRunning).toBe(true);
  await expect
    .poll(async () => (await tray.menu()).map((one) => one.label).join('\n'))
    .toContain('Second in the tray?');
  await tray.click(/Second in the tray\?/);
  await expect.poll(() => isWindowVisible(app.electron)).toBe(true);
  await expect(app.inbox.row('Second in the tray?')).toHaveAttribute('aria-selected', 'true');

  await tray.click(/^Quit/);
  expect(await app.exited()).toBe(0);
});

test('the count in the tray falls when an item is answered', async ({ app, desktop, receiver }) => {
  const agent = await localAgentWithWebhook(app, receiver);
  await agent.ask(aQuestion('One?'));
  await expect.poll(() => desktop.tray.tooltip()).toMatch(/\b1\b/);
  await app.inbox.open('One?');
  await app.inbox.button('Fine by me').click();
  await expect.poll(() => desktop.tray.tooltip()).not.toMatch(/\b1\b/);
});
