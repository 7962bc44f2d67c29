import { Agent, aQuestion } from '../rig/agent.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';

test('a service registered in Settings asks with its own key and gets its answer signed with its secret', async ({
  app,
  receiver,
}) => {
  const { url } = await app.localServer();
  const { inbox, page } = app;
  await inbox.goTo('Settings');
  const register = page.getByRole('button', { name: 'Register', exact: true });
  if (!(await register.isVisible())) await page.getByRole('button', { name: /register a service/i }).click();
  await page.getByLabel('Name', { exact: true }).fill('Release Bot');
  await page.getByLabel('Callback URL', { exact: true }).fill(receiver.url);
  const describe = page.getByLabel('Description', { exact: true });
  if (await describe.isVisible()) await describe.fill('Ships builds.');
  await register.click();

  const issued = page.getByText(/^sk_live_\w+$/);
  await expect(issued).toBeVisible();
  const apiKey = await issued.innerText();
  receiver.secret = (
    await page
      .getByText(/^[\w-]{32,}$/)
      .filter({ hasNotText: 'sk_live_' })
      .first()
      .innerText()
  ).trim();
  const agent = new Agent(url, apiKey);
  const id = await agent.ask(aQuestion('Asked by a registered service?'));

  await page.getByRole('button', { name: 'I have kept them', exact: true }).click();
  await expect(page.getByText(apiKey)).toHaveCount(0);

  await inbox.goTo('Inbox');
  await expect(inbox.row('Asked by a registered service?')).toContainText('Release Bot');
  await inbox.open('Asked by a registered service?');
  await inbox.button('Fine by me').click();
  expect((await eventually(() => receiver.about(id)[0])).repliedWith).toBe(200);
});

test('a callback that is neither https nor loopback is refused with the words of the server', async ({ app }) => {
  await app.localServer();
  const { inbox, page } = app;
  await inbox.goTo('Settings');
  const register = page.getByRole('button', { name: 'Register', exact: true });
  if (!(await register.isVisible())) await page.getByRole('button', { name: /register a service/i }).click();
  await page.getByLabel('Name', { exact: true }).fill('Leaky');
  await page.getByLabel('Callback URL', { exact: true }).fill('http://93.184.216.34/hook');
  await register.click();
  await expect(inbox.text(/https/i)).toBeVisible();
  await expect(page.getByText(/^sk_live_/)).toHaveCount(0);
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Leaky');
});

test('the copy button puts the local key on the clipboard, and the page never has it', async ({ app }) => {
  const { api_key } = await app.localServer();
  await app.inbox.goTo('Settings');
  await app.page.getByRole('button', { name: 'Copy key', exact: true }).click();
  await expect.poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(api_key);
  expect(await app.page.content()).not.toContain(api_key);
});

test('the theme and the time to take back are kept over a restart', async ({ startApp }) => {
  const app = await startApp({ settings: { theme: 'dark', takeBackSeconds: 17 } });
  await expect.poll(() => app.page.evaluate(brightness)).toBeLessThan(0.3);
  await app.change({ theme: 'light' });
  await expect.poll(() => app.page.evaluate(brightness)).toBeGreaterThan(0.7);
  await app.change({ theme: 'dark' });
  await app.quit();

  const again = await startApp();
  await expect.poll(() => again.page.evaluate(brightness)).toBeLessThan(0.3);
  const kept = await again.page.evaluate(() => window.triage.call('app:read'));
  expect(kept.ok && kept.value.settings).toMatchObject({ theme: 'dark', takeBackSeconds: 17 });
});

/** How bright the page's background is, 0 to 1. */
function brightness(): number {
  const channels = getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.slice(0, 3) ?? [];
  return channels.reduce((sum, one) => sum + Number(one), 0) / (3 * 255);
}
