import type { Locator, Page } from 'playwright/test';
import { aQuestion } from '../rig/agent.ts';
import { filesWith } from '../rig/folder.ts';
import { LoneServer } from '../rig/lone-server.ts';
import { NetworkProxy } from '../rig/network-proxy.ts';
import type { RunningApp } from '../rig/running-app.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';

const keepReadable = 'Keep the token on this computer all the same';

/** The card of an account in Settings. */
const card = (page: Page, name: string): Locator =>
  page.getByRole('list', { name: 'Accounts', exact: true }).getByRole('listitem', { name, exact: true });

async function openForm({ inbox, page }: RunningApp): Promise<Locator> {
  await inbox.goTo('Settings');
  await inbox.button('Add an account').click();
  return page.getByRole('form', { name: 'Add an account', exact: true });
}

async function addAccount(app: RunningApp, url: string, token: string, name: string): Promise<void> {
  const form = await openForm(app);
  await form.getByLabel('Server address', { exact: true }).fill(url);
  await form.getByLabel('User token', { exact: true }).fill(token);
  await form.getByLabel('Name', { exact: true }).fill(name);
  await form.getByRole('button', { name: 'Add account', exact: true }).click();
  await expect(form).toHaveCount(0);
  await app.live();
}

test('an account is checked before it is saved, and each fault is said at its field', async ({
  app,
  loneServer,
  scripted,
}) => {
  const form = await openForm(app);
  const [url, token] = ['Server address', 'User token'].map((name) => form.getByLabel(name, { exact: true }));
  const add = form.getByRole('button', { name: 'Add account', exact: true });
  if (!url || !token) throw new Error('The form lacks a field.');
  const saysAt = async (field: Locator, words: RegExp) => {
    await add.click();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(words);
  };
  await expect(url).toBeFocused();
  await saysAt(url, /An address is needed/);
  await url.fill('http://127.0.0.1:9');
  await saysAt(token, /A token is needed/);
  await token.fill('wrong');
  await saysAt(url, /Nothing listens|cannot be reached/);
  scripted.list = '<h1>Welcome to the router</h1>';
  await url.fill(scripted.url);
  await saysAt(url, /does not speak the Agent Triage Protocol/);
  await url.fill(loneServer.url);
  await saysAt(token, /does not know this token/);
  expect(await app.page.evaluate(() => window.triage.call('app:read'))).toMatchObject({
    value: { accounts: [{ id: 'local' }] },
  });

  await token.fill(loneServer.userToken);
  await form.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(form.getByText(/answers, and the token opens an inbox there/)).toBeVisible();
  await token.press('Enter');
  await expect(card(app.page, new URL(loneServer.url).host)).toContainText('live');
  await expect(form).toHaveCount(0);
  await app.inbox.button('Add an account').click();
  await url.fill(`${loneServer.url}/api/v1/`);
  await token.fill(loneServer.userToken);
  await saysAt(url, /connected to this server with this token already/);
});

test('two servers in one inbox: marked, filtered, and each answer goes to its own', async ({
  app,
  loneServer,
  receiver,
}) => {
  const { inbox, page } = app;
  const local = await app.localAgent();
  await addAccount(app, loneServer.url, loneServer.userToken, 'Work');
  const remote = await loneServer.register('Release Bot', receiver);
  await local.ask(aQuestion('Asked here?'));
  const id = await remote.ask(aQuestion('Asked there?'));
  await inbox.goTo('Inbox');
  await inbox.expectRows(2);
  await expect(inbox.row('Asked there?')).toContainText('Work');
  await expect(inbox.row('Asked here?')).toContainText('This computer');

  await page.getByRole('button', { name: /^Work\b/ }).click();
  await inbox.expectRows(1);
  await inbox.open('Asked there?');
  await inbox.button('Fine by me').click();
  expect((await eventually(() => receiver.about(id)[0])).repliedWith).toBe(200);
  await page.getByRole('button', { name: /^Work\b/ }).click();
  await inbox.expectRow('Asked here?');
});

test('without a protected place the token is asked for again after a restart, and nothing else is lost', async ({
  startApp,
  loneServer,
  receiver,
  folder,
}) => {
  const app = await startApp({ settings: { takeBackSeconds: 0 } });
  const form = await openForm(app);
  await expect(form.getByText(/no protected place for secrets/)).toBeVisible();
  await expect(form.getByRole('checkbox', { name: keepReadable, exact: true })).not.toBeChecked();
  await app.page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await addAccount(app, loneServer.url, loneServer.userToken, 'Work');
  await expect(card(app.page, 'Work')).toContainText('In memory only');
  const agent = await loneServer.register('Release Bot', receiver);
  const id = await agent.ask(aQuestion('Still here?', [{ id: 'why', label: 'Say why', response_type: 'text' }]));
  await app.inbox.goTo('Inbox');
  await app.inbox.open('Still here?');
  await app.inbox.textbox('Say why').fill('half a thought');
  const inPage = await app.page.evaluate(async () => {
    const state = await window.triage.call('app:read');
    return JSON.stringify(state) + document.documentElement.outerHTML + JSON.stringify({ ...localStorage });
  });
  expect(inPage).not.toContain(loneServer.userToken);
  await app.quit();
  expect(app.log).not.toContain(loneServer.userToken);
  expect(filesWith(folder.root, loneServer.userToken)).toEqual([]);

  const again = await startApp();
  await expect(again.inbox.text(/Work needs its token/)).toBeVisible();
  await again.inbox.open('Still here?');
  await expect(again.inbox.textbox('Say why')).toHaveValue('half a thought');
  await again.inbox.button('Enter token').click();
  const work = card(again.page, 'Work');
  await work.getByLabel('User token', { exact: true }).fill('wrong');
  await work.getByRole('button', { name: 'Use this token', exact: true }).click();
  await expect(work.getByLabel('User token', { exact: true })).toHaveAccessibleDescription(/does not know this token/);
  await work.getByLabel('User token', { exact: true }).fill(loneServer.userToken);
  await work.getByRole('checkbox', { name: keepReadable, exact: true }).check();
  await work.getByRole('button', { name: 'Use this token', exact: true }).click();
  await expect(work).toContainText('Kept readable in a file, as you agreed');
  await again.inbox.goTo('Inbox');
  await again.inbox.open('Still here?');
  await again.inbox.textbox('Say why').fill('a whole thought');
  await again.inbox.send('Say why').click();
  expect((await eventually(() => receiver.about(id)[0])).body.response_data).toBe('a whole thought');
  await again.quit();
  expect(filesWith(folder.root, loneServer.userToken)).toEqual([`${folder.data}/tokens.json`]);

  const third = await startApp();
  await third.live();
  await third.inbox.goTo('Settings');
  await expect(card(third.page, 'Work')).toContainText('live');
});

test('a paused account keeps its questions and what is answered to them until it is resumed', async ({
  app,
  loneServer,
  receiver,
}) => {
  const { inbox, page } = app;
  await addAccount(app, loneServer.url, loneServer.userToken, 'Work');
  const agent = await loneServer.register('Release Bot', receiver);
  const id = await agent.ask(aQuestion('Answered while paused?'));
  await expect.poll(async () => (await agent.status(id)).status).toBe('delivered');
  const work = card(page, 'Work');
  await work.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(work).toContainText('Paused: nothing is read from it or sent to it.');
  await inbox.goTo('Inbox');
  await inbox.open('Answered while paused?');
  await inbox.button('Fine by me').click();
  await expect(inbox.text('Saved, waiting for the account to be resumed')).toBeVisible();
  await expect(inbox.row('Answered while paused?')).toContainText(/Work \(paused\).*waiting/);
  expect(receiver.deliveries).toEqual([]);

  await inbox.goTo('Settings');
  await work.getByRole('button', { name: 'Resume', exact: true }).click();
  await eventually(() => receiver.about(id)[0]);
  await expect(work).toContainText('live');
});

test('an account is renamed, coloured, and removed with its answer in flight shown first', async ({
  startApp,
  loneServer,
  receiver,
}) => {
  const proxy = await NetworkProxy.before(loneServer.url);
  const app = await startApp({ settings: { takeBackSeconds: 0 } });
  const { inbox, page } = app;
  await addAccount(app, proxy.url, loneServer.userToken, 'Work');
  const agent = await loneServer.register('Release Bot', receiver);
  const id = await agent.ask(aQuestion('Never sent?'));
  await card(page, 'Work').getByRole('button', { name: 'Name and colour', exact: true }).click();
  await card(page, 'Work').getByLabel('Name', { exact: true }).fill('Office');
  await card(page, 'Work').getByRole('radio', { name: 'Pink', exact: true }).check();
  await card(page, 'Work').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(card(page, 'Office')).toContainText('live');

  await inbox.goTo('Inbox');
  await inbox.open('Never sent?');
  proxy.pullCable();
  await inbox.button('Fine by me').click();
  await expect(inbox.text(/waiting for connection/i)).toBeVisible();
  await expect(inbox.button('Retry now')).toBeVisible(); // the banner moves what stands below it
  await inbox.goTo('Settings');
  await card(page, 'Office').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(inbox.confirmation).toContainText('Never sent?“Fine by me” · waiting');
  await inbox.confirmation.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(card(page, 'Office')).toBeVisible();

  await card(page, 'Office').getByRole('button', { name: 'Remove', exact: true }).click();
  await inbox.confirmation.getByRole('button', { name: 'Discard 1 answer and remove', exact: true }).click();
  await expect(card(page, 'Office')).toHaveCount(0);
  await inbox.goTo('Inbox');
  await expect(inbox.row('Never sent?')).toHaveCount(0);
  await expect(page.getByText('Never sent?')).toHaveCount(0);

  const tries = proxy.answersSeen();
  proxy.plugIn();
  await addAccount(app, loneServer.url, loneServer.userToken, 'Again');
  await inbox.goTo('Inbox');
  await inbox.open('Never sent?');
  await expect(inbox.button('Fine by me')).toBeEnabled();
  expect((await agent.status(id)).responded).toBe(false);
  expect(proxy.answersSeen()).toBe(tries);
  await app.quit();
  await proxy.stop();
});

test('the account of a run says so', async ({ startApp, loneServer }) => {
  const app = await startApp({ env: loneServer.env() });
  await app.live();
  await app.inbox.goTo('Settings');
  const run = card(app.page, new URL(loneServer.url).host);
  await expect(run).toContainText('for this run');
  await expect(run).toContainText('From the environment, never stored');
  await expect(run.getByRole('button', { name: 'Remove', exact: true })).toHaveCount(0);
});

test('two servers with different people stay apart', async ({ app, loneServer, receiver }) => {
  const other = await LoneServer.start();
  const question = aQuestion('The same id on both?');
  await addAccount(app, loneServer.url, loneServer.userToken, 'Work');
  const work = await loneServer.register('Release Bot', receiver);
  const home = await other.register('Release Bot', receiver);
  const [atWork, atHome] = [await work.ask(question), await home.ask({ ...question })];
  await addAccount(app, other.url, other.userToken, 'Home');
  await app.inbox.goTo('Inbox');
  await app.inbox.expectRows(2);
  const homeRow = app.inbox.row('The same id on both?').filter({ hasText: 'Home' });
  await homeRow.click();
  await app.inbox.button('Fine by me').click();
  await expect.poll(async () => (await home.status(atHome)).responded).toBe(true);
  expect((await work.status(atWork)).responded).toBe(false);
  await expect(app.inbox.row('The same id on both?')).toContainText('Work');
  await app.quit();
  await other.stop();
});
