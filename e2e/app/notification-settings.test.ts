import { aQuestion } from '../rig/agent.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';

test('a muted service raises no notification, Settings says why, and unmuted it does again', async ({
  app,
  desktop,
}) => {
  const agent = await app.localAgent();
  const { inbox, page } = app;
  await agent.ask(aQuestion('Before it is muted?'));
  await eventually(() => desktop.notifications.titled('Before it is muted?')[0]);
  await inbox.open('Before it is muted?');
  await page.getByRole('button', { name: 'Mute for 1 hour' }).click();
  await expect(page.getByText(/^Muted until/)).toBeVisible();
  await agent.ask(aQuestion('While it is muted?'));
  await inbox.goTo('Settings');
  const decisions = page.getByRole('list', { name: 'Decisions about notifications' });
  await expect(decisions.getByRole('listitem').first()).toContainText('Not shown: its service was muted');
  expect(desktop.notifications.titled('While it is muted?')).toEqual([]);

  await page.getByRole('button', { name: /^Unmute/ }).click();
  await page.getByRole('button', { name: 'Send a test notification' }).click();
  const shown = await eventually(() => desktop.notifications.titled('A test from Settings')[0]);
  expect(shown.body).toContain('Local agents');
});

test('a quick answer in the tray’s menu answers, with time to take it back', async ({ app, desktop }) => {
  await app.change({ takeBackSeconds: 1 });
  const agent = await app.localAgent();
  const id = await agent.ask(aQuestion('Answered in the tray?'));
  await expect
    .poll(async () => (await desktop.tray.menu()).map((one) => one.label).join('\n'))
    .toMatch(/Answered in the tray\?\nFine by me/);
  await desktop.tray.click('Fine by me');
  await expect.poll(async () => (await agent.status(id)).responded).toBe(true);
});
