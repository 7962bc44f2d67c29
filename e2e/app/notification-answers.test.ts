import { type Agent, aQuestion } from '../rig/agent.ts';
import { Dunst } from '../rig/dunst.ts';
import { NotificationDaemon } from '../rig/notification-daemon.ts';
import type { RunningApp } from '../rig/running-app.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';
import { closeWindow, isWindowVisible } from '../rig/windows.ts';
import { XServer } from '../rig/x-server.ts';

// Answering from the notification: the whole way from a question over the daemon's button to the server.

const yesOrNo = [
  { id: 'yes', label: 'Ship it', response_type: 'simple' },
  { id: 'no', label: 'Hold', response_type: 'simple' },
];

async function intoTheTray(app: RunningApp): Promise<void> {
  await closeWindow(app.electron);
  await expect.poll(() => isWindowVisible(app.electron)).toBe(false);
}

const answered = (agent: Agent, id: string, actionId: string) =>
  expect.poll(() => agent.status(id)).toMatchObject({ responded: true, action_id: actionId });

test('a button answers: the server has it, no window came up, and the notification goes', async ({ app, desktop }) => {
  const { notifications, env } = desktop;
  const agent = await app.localAgent();
  const x = new XServer(env);
  await intoTheTray(app);
  const focused = x.focused();
  const id = await agent.ask(aQuestion('Ship build 118?', yesOrNo));
  const shown = await eventually(() => notifications.visible('Ship build 118?')[0]);
  expect(shown.actions.map((one) => one.label)).toEqual(['Open', 'Ship it', 'Hold']);
  notifications.pressLabelled(shown, 'Hold');
  await answered(agent, id, 'no');
  await expect.poll(() => notifications.onScreen.get(shown.id)).toBeUndefined();
  expect(x.visibleWindows(app.pid)).toBe(0);
  expect(x.focused()).toBe(focused);
});

test('pressed twice, and the other button after it: answered once, as pressed first', async ({ app, desktop }) => {
  const { notifications } = desktop;
  const agent = await app.localAgent();
  await intoTheTray(app);
  const id = await agent.ask(aQuestion('Twice?', yesOrNo));
  const { id: number, actions } = await eventually(() => notifications.visible('Twice?')[0]);
  const [, ship, hold] = actions.map((one) => one.key);
  for (const key of [ship, ship, hold]) notifications.invoke(number, key ?? '');
  await answered(agent, id, 'yes');
});

test('dismissed, timed out or taken away by the desktop: nothing is answered', async ({
  startApp,
  desktop: { notifications },
  loneServer,
  receiver,
}) => {
  const app = await startApp({ env: loneServer.env(), settings: { takeBackSeconds: 0 } });
  await app.live();
  const agent = await loneServer.register('Release Bot', receiver);
  await intoTheTray(app);
  const ids: string[] = [];
  for (const reason of [1, 2, 4] as const) {
    ids.push(await agent.ask(aQuestion(`Closed for ${reason}?`, yesOrNo)));
    const shown = await eventually(() => notifications.visible(`Closed for ${reason}?`)[0]);
    notifications.close(shown.id, reason);
  }
  expect(await app.quit()).toBe(0); // what had been answered would have been sent by now
  for (const id of ids) expect(await agent.status(id)).toMatchObject({ responded: false });
});

test('a press that comes after a restart of the app still answers', async ({
  startApp,
  desktop,
  loneServer,
  receiver,
}) => {
  const { notifications } = desktop;
  const env = loneServer.env();
  const settings = { takeBackSeconds: 0 };
  const app = await startApp({ env, settings });
  await app.live();
  const agent = await loneServer.register('Release Bot', receiver);
  await intoTheTray(app);
  const id = await agent.ask(aQuestion('Before the restart?', yesOrNo));
  const shown = await eventually(() => notifications.visible('Before the restart?')[0]);
  await app.quit();
  const again = await startApp({ env });
  await again.live();
  await intoTheTray(again);
  notifications.pressLabelled(shown, 'Ship it');
  await answered(agent, id, 'yes');
});

test('a reply typed into the notification answers; a flagged action is only reviewed', async ({
  startApp,
  desktop,
}) => {
  desktop.notifications.stop();
  const capabilities = ['actions', 'body', 'inline-reply'];
  const notifications = await NotificationDaemon.start(desktop.busAddress, { capabilities });
  const app = await startApp({ settings: { takeBackSeconds: 0 } });
  const agent = await app.localAgent();
  await intoTheTray(app);
  const text = { id: 'why', label: 'Say why', response_type: 'text' };
  const id = await agent.ask(aQuestion('Why?', [text]));
  const shown = await eventually(() => notifications.visible('Why?')[0]);
  expect(shown.actions.map((one) => one.key)).toContain('inline-reply');
  notifications.reply(shown.id, 'Because <b>so</b> 😀');
  await answered(agent, id, 'why');
  expect((await agent.status(id)).response_data).toBe('Because <b>so</b> 😀');

  const drop = { id: 'drop', label: 'Drop it', response_type: 'simple', flags: ['destructive'] };
  const flagged = await agent.ask(aQuestion('Drop the table?', [drop]));
  const review = await eventually(() => notifications.visible('Drop the table?')[0]);
  expect(review.actions.map((one) => one.label)).not.toContain('Drop it');
  notifications.pressLabelled(review, 'Review…');
  await expect.poll(() => isWindowVisible(app.electron)).toBe(true);
  expect((await agent.status(flagged)).responded).toBe(false);
  notifications.stop();
});

test('with dunst: chosen from its menu, at the server, and off the screen', async ({ startApp, desktop, folder }) => {
  desktop.notifications.stop();
  const dunst = Dunst.start(folder, desktop.env);
  await expect.poll(() => dunst.displayed()).toBe(0);
  const app = await startApp({ settings: { takeBackSeconds: 0, trayHintSaid: true } });
  const agent = await app.localAgent();
  await intoTheTray(app);
  const id = await agent.ask(aQuestion('Ship with dunst?', yesOrNo));
  await expect.poll(() => dunst.displayed()).toBeGreaterThan(0);
  await dunst.choose('Ship it');
  await answered(agent, id, 'yes');
  await expect.poll(() => dunst.displayed()).toBe(0);
  await dunst.stop();
});
