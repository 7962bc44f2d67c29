import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aQuestion } from '../rig/agent.ts';
import { hostileTexts } from '../rig/hostile.ts';
import type { RunningApp } from '../rig/running-app.ts';
import { expect, test } from '../rig/test.ts';
import { windowCount } from '../rig/windows.ts';

test('nothing that an agent writes runs, loads, navigates or opens a window', async ({ app }) => {
  test.setTimeout(60_000);
  const canary = await startCanary();
  const agent = await app.localAgent();
  const { inbox, page } = app;
  const home = page.url();
  page.on('dialog', (dialog) => app.watch.problems.push(`dialog: ${dialog.message()}`));
  await rememberOpenedOutside(app);

  for (const [index, text] of hostileTexts.entries()) {
    const written = text.replaceAll('{canary}', canary.url);
    const label = `Option ${index}`;
    const context = {
      title: `Hostile ${index}: ${written.slice(0, 200)}`,
      description: written,
      project: written.slice(0, 100),
      metadata: { [written.slice(0, 80) || 'k']: written, link: `${canary.url}/metadata` },
      attachments: [
        { type: 'text/markdown', description: written.slice(0, 100), data: Buffer.from(written).toString('base64') },
        { type: 'text/html', data: Buffer.from('<script>top.pwned=1</script>').toString('base64') },
        { type: 'image/svg+xml', data: Buffer.from('<svg onload="top.pwned=1"/>').toString('base64') },
        { type: 'image/png', uri: `${canary.url}/attachment.png` },
      ],
    };
    await agent.ask(aQuestion('', [{ id: 'a', label, response_type: 'simple' }], { context }));
    await openHostile(app, index);
    await expect(inbox.button(label), written.slice(0, 80)).toBeVisible();
  }

  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  expect(page.url().split('#')[0]).toBe(home.split('#')[0]);
  expect(await windowCount(app.electron)).toBe(1);
  expect(page.frames()).toHaveLength(1);
  expect(await openedOutside(app)).toEqual([]);
  expect(canary.visits).toEqual([]);
  await canary.stop();
});

test('a link in a description shows its host and opens outside only after a yes', async ({ app }) => {
  const agent = await app.localAgent();
  await rememberOpenedOutside(app);
  const description = 'See [your bank](https://evil.example/login?x=1) and [bad](javascript:alert(1)).';
  await agent.ask(aQuestion('Follow the link?', undefined, { context: { description } }));
  await app.inbox.open('Follow the link?');
  await app.page.getByText('your bank').click();
  await expect(app.page.getByRole('alertdialog').or(app.page.getByRole('dialog'))).toContainText('evil.example');
  expect(await openedOutside(app)).toEqual([]);
  await app.page.keyboard.press('Escape');
  expect(await openedOutside(app)).toEqual([]);
  await app.page.getByText('your bank').click();
  const dialog = app.page.getByRole('alertdialog').or(app.page.getByRole('dialog'));
  await dialog.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect.poll(() => openedOutside(app)).toEqual(['https://evil.example/login?x=1']);
});

/** Opens the row of one hostile item, bringing it in first when it waits behind "N new". */
async function openHostile(app: RunningApp, index: number): Promise<void> {
  await app.inbox.expectRow(`Hostile ${index}:`);
  await app.inbox.row(`Hostile ${index}:`).click();
}

/** Stands in for the system's browser in the main process of this run, so that a test can see what would be opened. */
async function rememberOpenedOutside(app: RunningApp): Promise<void> {
  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedOutside: opened });
    shell.openExternal = async (url: string) => void opened.push(url);
  });
}

function openedOutside(app: RunningApp): Promise<string[]> {
  return app.electron.evaluate(() => (globalThis as unknown as { openedOutside: string[] }).openedOutside);
}

async function startCanary(): Promise<{ url: string; visits: string[]; stop(): Promise<void> }> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, visits, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
