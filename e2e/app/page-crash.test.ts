import { aQuestion } from '../rig/agent.ts';
import { InboxPage } from '../rig/inbox-page.ts';
import type { RunningApp } from '../rig/running-app.ts';
import { expect, test } from '../rig/test.ts';

test('a page that crashes is back within two seconds, with the item, the search and what was typed (R22)', async ({
  app,
}) => {
  const { inbox, page } = app;
  const agent = await app.localAgent();
  const reply = [{ id: 'why', label: 'Say why', response_type: 'text' }];
  await agent.ask(aQuestion('First question', reply));
  const second = await agent.ask(aQuestion('Second question', reply));
  await agent.ask(aQuestion('Third question', reply));
  await inbox.expectRows(3);
  await page.getByRole('combobox').fill('question');
  await inbox.open('Second question');
  await inbox.textbox('Say why').fill('Because of the tests');
  await expect.poll(() => savedDraft(app, 'Second question')).toContain('Because of the tests');
  app.watch.expect(/^the page crashed$/);

  const took = await crashAndWait(app);

  expect(took).toBeLessThan(2_000);
  // Playwright gives a page that crashed up: it is met anew.
  const back = new InboxPage(await app.electron.page());
  await expect(back.row('Second question')).toHaveAttribute('aria-selected', 'true');
  await expect(back.textbox('Say why')).toHaveValue('Because of the tests');
  await expect(back.page.getByRole('combobox')).toHaveValue('question');
  await back.textbox('Say why').fill('Because of the tests, still');
  await back.send('Say why').click();
  await expect.poll(async () => (await agent.status(second)).response_data).toBe('Because of the tests, still');
});

/** Ends the page's process as a fault in it would, and returns after how many ms its window had loaded again. */
function crashAndWait(app: RunningApp): Promise<number> {
  return app.electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('There is no window.');
    const loaded = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()));
    const gone = new Promise<void>((resolve) => contents.once('render-process-gone', () => resolve()));
    contents.forcefullyCrashRenderer();
    await gone;
    const at = performance.now();
    await loaded;
    return performance.now() - at;
  });
}

/** What main has stored of the draft of a question. */
function savedDraft(app: RunningApp, title: string): Promise<string> {
  return app.page.evaluate(async (wanted) => {
    const order = await window.triage.call('inbox:order', { view: 'inbox', search: '' });
    if (!order.ok) return '';
    for (const key of order.value.keys) {
      const item = await window.triage.call('inbox:open-item', { key });
      if (item.ok && item.value.title === wanted) return JSON.stringify(item.value.draft);
    }
    return '';
  }, title);
}
