import { type Agent, aQuestion } from '../rig/agent.ts';
import { InboxPage } from '../rig/inbox-page.ts';
import { NotificationDaemon } from '../rig/notification-daemon.ts';
import type { RunningApp } from '../rig/running-app.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';
import { closeWindow, isWindowVisible, visiblePages } from '../rig/windows.ts';
import { XServer } from '../rig/x-server.ts';

// The small window behind "Reply…": opened from a notification, used with the keyboard of the X server, gone after.

const why = { id: 'why', label: 'Say why', response_type: 'text' };

async function intoTheTray(app: RunningApp): Promise<void> {
  await closeWindow(app.electron);
  await expect.poll(() => isWindowVisible(app.electron)).toBe(false);
}

const answered = (agent: Agent, id: string, response_data: unknown) =>
  expect.poll(() => agent.status(id)).toMatchObject({ responded: true, response_data });

const windows = (app: RunningApp) => expect.poll(() => visiblePages(app.electron));

test('Reply… opens a small window: typed, sent and gone by keyboard alone, and the full one stays away', async ({
  app,
  desktop: { notifications, env },
}) => {
  const agent = await app.localAgent();
  const x = new XServer(env);
  await intoTheTray(app);
  const id = await agent.ask(aQuestion('Why was it rolled back?', [why]));
  const shown = await eventually(() => notifications.visible('Why was it rolled back?')[0]);
  notifications.pressLabelled(shown, 'Reply…');
  const composer = new InboxPage(await app.small('composer'));
  await expect(composer.textbox('Say why')).toBeFocused();
  await expect(composer.text('Why was it rolled back?')).toBeVisible();
  await windows(app).toEqual(['#composer']);
  x.type('The canary failed');
  await expect(composer.textbox('Say why')).toHaveValue('The canary failed');
  x.press('ctrl+Return');
  await answered(agent, id, 'The canary failed');
  await windows(app).toEqual([]);
  expect(x.visibleWindows(app.pid)).toBe(0);
});

test('Escape closes it and keeps the draft; pressed again it goes on in one and the same window', async ({
  app,
  desktop: { notifications, env },
}) => {
  const agent = await app.localAgent();
  const x = new XServer(env);
  await intoTheTray(app);
  const id = await agent.ask(aQuestion('Half written?', [why, { id: 'no', label: 'No', response_type: 'simple' }]));
  const shown = await eventually(() => notifications.visible('Half written?')[0]);
  const reply = shown.actions.find((one) => one.label === 'Reply…')?.key ?? '';
  notifications.invoke(shown.id, reply);
  const first = new InboxPage(await app.small('composer'));
  await expect(first.textbox('Say why')).toBeFocused();
  x.type('Half a');
  await expect(first.textbox('Say why')).toHaveValue('Half a');
  x.press('Escape');
  await expect.poll(() => first.page.isClosed()).toBe(true);
  await windows(app).toEqual([]);
  expect((await agent.status(id)).responded).toBe(false);

  notifications.invoke(shown.id, reply);
  const again = new InboxPage(await app.small('composer'));
  await expect(again.textbox('Say why')).toHaveValue('Half a');
  notifications.invoke(shown.id, reply);
  await again.button('Open in inbox').click();
  await windows(app).toEqual(['']);
  await expect(app.inbox.textbox('Say why')).toHaveValue('Half a');
  expect((await agent.status(id)).responded).toBe(false);
});

test('a reply that is refused stands in the small window with the reason; what is right is sent', async ({
  startApp,
  desktop,
}) => {
  desktop.notifications.stop();
  const capabilities = ['actions', 'body', 'inline-reply'];
  const notifications = await NotificationDaemon.start(desktop.busAddress, { capabilities });
  const app = await startApp({ settings: { takeBackSeconds: 0, trayHintSaid: true } });
  const agent = await app.localAgent();
  const x = new XServer(desktop.env);
  await intoTheTray(app);
  const many = { id: 'n', label: 'How many?', response_type: 'number', constraints: { min: 1, max: 10 } };
  const id = await agent.ask(aQuestion('How many workers?', [many]));
  const shown = await eventually(() => notifications.visible('How many workers?')[0]);
  notifications.reply(shown.id, '400');
  const composer = new InboxPage(await app.small('composer'));
  await expect(composer.spinbutton('How many?')).toHaveValue('400');
  await expect(composer.text('Your reply was not sent.')).toBeVisible();
  await expect(composer.spinbutton('How many?')).toBeFocused();
  expect((await agent.status(id)).responded).toBe(false);
  x.press('ctrl+a');
  x.type('4');
  await expect(composer.text('Your reply was not sent.')).toHaveCount(0);
  x.press('ctrl+Return');
  await answered(agent, id, 4);
  await windows(app).toEqual([]);
  notifications.stop();
});

test('what is sent from it can be taken back in the notification', async ({
  startApp,
  desktop: { notifications, env },
}) => {
  const app = await startApp({ settings: { takeBackSeconds: 60, trayHintSaid: true } });
  const agent = await app.localAgent();
  const x = new XServer(env);
  await intoTheTray(app);
  const id = await agent.ask(aQuestion('Taken back?', [why]));
  const shown = await eventually(() => notifications.visible('Taken back?')[0]);
  notifications.pressLabelled(shown, 'Reply…');
  await expect(new InboxPage(await app.small('composer')).textbox('Say why')).toBeFocused();
  x.type('Too fast');
  x.press('ctrl+Return');
  const sending = await eventually(() =>
    notifications.visible('Taken back?').find((one) => one.actions.some(({ label }) => label === 'Undo')),
  );
  await windows(app).toEqual([]);
  notifications.pressLabelled(sending, 'Undo');
  await eventually(() =>
    notifications.visible('Taken back?').find((one) => one.actions.some(({ label }) => label === 'Reply…')),
  );
  expect(await app.quit()).toBe(0); // an answer that was held would have been sent by now
  const again = await startApp();
  expect((await (await again.localAgent()).status(id)).responded).toBe(false);
});

test('a question that ends meanwhile says why in the small window, and what was typed is not lost', async ({
  app,
  desktop: { notifications },
}) => {
  const agent = await app.localAgent();
  await intoTheTray(app);
  const id = await agent.ask(aQuestion('Still needed?', [why]));
  const shown = await eventually(() => notifications.visible('Still needed?')[0]);
  notifications.pressLabelled(shown, 'Reply…');
  const composer = new InboxPage(await app.small('composer'));
  await composer.textbox('Say why').fill('Nearly done');
  await agent.withdraw(id, 'The build was cancelled.');
  await expect(composer.text(/The build was cancelled\./)).toBeVisible();
  await expect(composer.text('Nearly done')).toBeVisible();
  await expect(composer.textbox('Say why')).toHaveCount(0);
  await composer.button('Close').click();
  await windows(app).toEqual([]);
});
