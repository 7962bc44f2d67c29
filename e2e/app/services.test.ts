import type { Locator } from 'playwright/test';
import { Agent, aQuestion } from '../rig/agent.ts';
import { localAgentWithWebhook } from '../rig/callback.ts';
import type { RunningApp } from '../rig/running-app.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';

/** The card of a service in Settings. */
function cardOf(app: RunningApp, name: string): Locator {
  return app.page.getByRole('listitem', { name, exact: true });
}

/** Registers a service as a person does, and returns the key that is shown. */
async function register(app: RunningApp, name: string, callbackUrl: string): Promise<string> {
  const { page } = app;
  await page.getByRole('button', { name: 'Register a service' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Callback URL', { exact: true }).fill(callbackUrl);
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  return shownKey(app, 'I have kept them');
}

/** Reads the key that is shown this once, and puts it away. */
async function shownKey(app: RunningApp, done: string): Promise<string> {
  const key = await app.page.getByText(/^sk_live_[0-9a-f]{56}$/).innerText();
  await app.page.getByRole('button', { name: done, exact: true }).click();
  await expect(app.page.getByText(key)).toHaveCount(0);
  return key;
}

test('a service gets another key, is suspended, resumed and revoked', async ({ app, receiver }) => {
  const { url } = await app.localServer();
  const dialog = app.inbox.page.getByRole('alertdialog');
  await app.inbox.goTo('Settings');
  const oldKey = await register(app, 'Release Bot', receiver.url);
  const card = cardOf(app, 'Release Bot');
  await expect(card).toContainText('active');
  await expect(card).toContainText(`sk_live_…${oldKey.slice(-4)}`);

  await card.getByRole('button', { name: 'Rotate key', exact: true }).click();
  await expect(dialog).toContainText('stops working at once');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect((await new Agent(url, oldKey).send(aQuestion('Before?'))).status).toBe(201);

  await card.getByRole('button', { name: 'Rotate key', exact: true }).click();
  await dialog.getByRole('button', { name: 'Rotate key', exact: true }).click();
  const newKey = await shownKey(app, 'I have kept it');
  await expect(card).toContainText(`sk_live_…${newKey.slice(-4)}`);
  expect((await new Agent(url, oldKey).send(aQuestion('With the old key?'))).status).toBe(401);
  const agent = new Agent(url, newKey);
  expect((await agent.send(aQuestion('With the new key?'))).status).toBe(201);

  await card.getByRole('button', { name: 'Suspend', exact: true }).click();
  await expect(card).toContainText('suspended');
  expect(await agent.send(aQuestion('While suspended?'))).toMatchObject({
    status: 403,
    body: { code: 'SERVICE_SUSPENDED' },
  });
  await card.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(card).toContainText('active');
  expect((await agent.send(aQuestion('Once resumed?'))).status).toBe(201);

  await card.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(dialog).toContainText('cannot be undone');
  await dialog.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(card).toContainText('revoked');
  await expect(card.getByRole('button', { name: 'Revoke', exact: true })).toHaveCount(0);
  await expect(card.getByRole('heading', { name: 'Release Bot' })).toBeFocused();
  expect((await agent.send(aQuestion('Once revoked?'))).status).toBe(401);
});

test('another key for this computer goes to its files, never to the page', async ({ app }) => {
  const { url, api_key: oldKey } = await app.localServer();
  await app.inbox.goTo('Settings');
  const card = cardOf(app, 'Local agents');
  await expect(card.getByRole('button', { name: 'Suspend', exact: true })).toBeVisible();
  await card.getByRole('button', { name: 'Rotate key', exact: true }).click();
  await app.page.getByRole('alertdialog').getByRole('button', { name: 'Rotate key', exact: true }).click();
  await expect(card.getByRole('status')).toContainText('in its file');

  const { api_key: newKey } = await app.localServer();
  expect(newKey).not.toBe(oldKey);
  expect((await new Agent(url, oldKey).send(aQuestion('With the old key?'))).status).toBe(401);
  expect((await new Agent(url, newKey).send(aQuestion('With the new key?'))).status).toBe(201);
  const masked = `sk_local_…${newKey.slice(-4)}`;
  await expect(card).toContainText(masked);
  await expect(app.page.getByRole('region', { name: 'Local key' })).toContainText(masked);
  expect(await app.page.content()).not.toContain(newKey);
  await app.page.getByRole('button', { name: 'Copy key', exact: true }).click();
  await expect.poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(newKey);
});

test('a delivery that failed is listed and sent again under its own request id', async ({ app, receiver }) => {
  const agent = await localAgentWithWebhook(app, receiver);
  await app.inbox.goTo('Settings');
  const card = cardOf(app, 'Local agents');
  const toggle = card.getByRole('button', { name: 'Deliveries', exact: true });
  await expect(toggle).toHaveAttribute('aria-expanded', 'false');
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-expanded', 'true');
  await expect(card).toContainText('Nothing has been delivered yet.');

  receiver.nextReplies.push(410);
  const id = await agent.ask(aQuestion('Ship it tonight?'));
  await app.inbox.goTo('Inbox');
  await app.inbox.open('Ship it tonight?');
  await app.inbox.button('Fine by me').click();
  const first = await eventually(() => receiver.about(id)[0]);
  expect(first.repliedWith).toBe(410);

  await app.inbox.goTo('Settings');
  await toggle.click();
  const list = card.getByRole('list', { name: 'Deliveries of Local agents' });
  const delivery = list.getByRole('listitem').filter({ hasText: 'Ship it tonight?' });
  await expect(delivery).toContainText('Refused with HTTP 410');
  await expect(delivery).toContainText('1 attempt');
  await delivery.getByRole('button', { name: 'Send again: Ship it tonight?' }).click();

  const second = await eventually(() => receiver.about(id)[1]);
  expect(second.repliedWith).toBe(200);
  expect(second.headers['x-atp-request-id']).toBe(first.headers['x-atp-request-id']);
  expect(second.raw.equals(first.raw)).toBe(true);
  await expect(async () => {
    await card.getByRole('button', { name: 'Refresh', exact: true }).click();
    await expect(delivery).toContainText('Accepted at', { timeout: 500 });
  }).toPass();
  await expect(delivery).toContainText('2 attempts');
});
