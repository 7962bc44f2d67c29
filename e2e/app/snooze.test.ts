import { aQuestion, inSeconds } from '../rig/agent.ts';
import { axeProblems } from '../rig/axe.ts';
import { InboxPage } from '../rig/inbox-page.ts';
import type { RunningApp } from '../rig/running-app.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';
import { closeWindow, isWindowVisible } from '../rig/windows.ts';

// What a person marks on a question: put off, pinned, done with; and what ended while nobody looked.

const snoozed = (app: RunningApp) => app.page.getByRole('listbox', { name: 'Snoozed', exact: true });
const menu = (app: RunningApp) => app.page.getByRole('dialog', { name: 'Snooze until' });

/** A moment as the date field takes it, in the app's own time zone. */
function inField(app: RunningApp, secondsAhead: number): Promise<string> {
  return app.page.evaluate((seconds) => {
    const date = new Date(Date.now() + seconds * 1000);
    return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
  }, secondsAhead);
}

test('a snoozed question is out of the way, with its draft, over a restart; it comes back and says so once', async ({
  startApp,
  desktop,
}) => {
  const app = await startApp({ settings: { takeBackSeconds: 0, theme: 'dark' } });
  await app.page.emulateMedia({ reducedMotion: 'reduce' }); // half faded in, nothing has enough contrast
  const agent = await app.localAgent();
  await agent.ask(aQuestion('Put off?', [{ id: 'why', label: 'Why', response_type: 'text' }]));
  await app.inbox.open('Put off?');
  await agent.ask(aQuestion('Next one?'));
  await app.inbox.expectRows(2);
  await app.inbox.textbox('Why').fill('half typed');
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('h');
  await expect(menu(app).getByRole('button', { name: /^In 1 hour / })).toBeFocused();
  expect(await axeProblems(app.page)).toEqual([]);
  await app.page.keyboard.press('1');
  await expect(app.inbox.row('Put off?')).toHaveCount(0);
  await expect(app.inbox.row('Next one?')).toHaveAttribute('aria-selected', 'true');
  await expect(app.page).toHaveTitle('(1) Triage Inbox');
  await app.page.keyboard.press('z');
  await expect(app.inbox.row('Put off?')).toHaveAttribute('aria-selected', 'true');
  await app.page.keyboard.press('h');
  await app.page.keyboard.press('1');
  await expect(app.inbox.row('Put off?')).toHaveCount(0);
  await app.quit();

  const again = await startApp();
  await expect(again.inbox.row('Next one?')).toBeVisible();
  await expect(again.inbox.row('Put off?')).toHaveCount(0);
  await again.inbox.view('Snoozed').click();
  await snoozed(again)
    .getByRole('option', { name: /^Put off\?/ })
    .click();
  await expect(again.inbox.textbox('Why')).toHaveValue('half typed');
  expect(await axeProblems(again.page)).toEqual([]);
  const before = desktop.notifications.titled('Put off?').length;
  await again.inbox.button('Snooze').click();
  await menu(again)
    .getByLabel('Pick a date and time')
    .fill(await inField(again, 7)); // time enough to close the window: before one's eyes it comes back in silence
  await menu(again).getByRole('button', { name: 'Snooze until then' }).click();
  await closeWindow(again.electron);
  await expect.poll(() => isWindowVisible(again.electron)).toBe(false);
  const shown = await eventually(() => desktop.notifications.titled('Put off?')[before], 20_000);
  expect(shown.body).toContain('Back from your snooze');
  desktop.notifications.press(shown.id);
  await expect(again.inbox.row('Put off?')).toHaveAttribute('aria-selected', 'true');
  await expect(again.inbox.textbox('Why')).toHaveValue('half typed');
  expect(desktop.notifications.titled('Put off?')).toHaveLength(before + 1);
  await again.inbox.view('Snoozed').click();
  await expect(again.inbox.text('Nothing is snoozed')).toBeVisible();
});

test('a pinned question stands on top, after a restart as well, until it is unpinned', async ({ startApp }) => {
  const app = await startApp();
  const agent = await app.localAgent();
  for (const title of ['First?', 'Second?', 'Third?']) {
    await agent.ask(aQuestion(title));
    await app.inbox.expectRow(title);
  }
  await app.inbox.open('Third?');
  await app.page.keyboard.press('s');
  const titles = async (of: RunningApp) => (await of.inbox.list.getByRole('option').allInnerTexts()).map(firstLine);
  await expect.poll(() => titles(app)).toEqual(['Third?', 'First?', 'Second?']);
  await expect(app.inbox.text('Pinned')).toBeVisible();
  await expect(app.inbox.row('Third?')).toHaveAccessibleDescription('pinned');
  await app.quit();
  const again = await startApp();
  await again.inbox.expectRows(3);
  expect(await titles(again)).toEqual(['Third?', 'First?', 'Second?']);
  await again.inbox.open('Third?');
  await again.inbox.button('Pin').click();
  await expect.poll(() => titles(again)).toEqual(['First?', 'Second?', 'Third?']);
});

test('what ended while nobody looked is said once', async ({ startApp }) => {
  const app = await startApp({ args: ['--hidden'] });
  const agent = await app.localAgent();
  await agent.ask(aQuestion('Still there?'));
  await app.inbox.expectRow('Still there?'); // the first question opens at once, the others nobody has seen
  await agent.ask(aQuestion('Ran out?', undefined, { deadline: inSeconds(3) }));
  await agent.withdraw(await agent.ask(aQuestion('Taken back?')), 'Superseded');
  const card = app.page.getByRole('region', { name: 'While you were away' });
  await expect(card).toContainText('1 expired, 1 withdrawn', { timeout: 15_000 });
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());
  await card.getByRole('button', { name: 'Show' }).click();
  await expect(card.getByRole('button', { name: /^Ran out\?/ })).toBeVisible();
  expect(await axeProblems(app.page)).toEqual([]);
  await expect.poll(() => app.page.evaluate(() => document.hasFocus())).toBe(true);
  await card.getByRole('button', { name: /^Taken back\?/ }).click();
  await expect(app.page.getByRole('heading', { name: 'Taken back?' })).toBeVisible();
  await app.inbox.goTo('Inbox');
  await expect(card).toContainText('1 expired');
  await expect(card).not.toContainText('withdrawn');
  await app.quit();
  const again = await startApp();
  await again.inbox.expectRow('Still there?');
  await again.live();
  await expect(again.page.getByRole('region', { name: 'While you were away' })).toHaveCount(0);
});

test('e leaves a question that is over and goes on to the next, and answers nothing', async ({ app }) => {
  const agent = await app.localAgent();
  const over = await agent.ask(aQuestion('Withdrawn before my eyes?'));
  const waits = await agent.ask(aQuestion('Waits?'));
  await app.inbox.open('Withdrawn before my eyes?');
  await app.inbox.expectRow('Waits?');
  await agent.withdraw(over, 'Superseded');
  await expect(app.inbox.row('Withdrawn before my eyes?')).toHaveCount(0);
  await expect(app.inbox.button('Done')).toBeVisible();
  await app.page.keyboard.press('e');
  await expect(app.inbox.row('Waits?')).toHaveAttribute('aria-selected', 'true');
  await expect(app.inbox.button('Fine by me')).toBeVisible();
  await app.page.keyboard.press('e');
  await expect(app.inbox.text('This question still waits for an answer.')).toBeVisible();
  await expect(app.inbox.row('Waits?')).toBeVisible();
  expect((await agent.status(waits)).responded).toBe(false);
});

test('the popover snoozes as well', async ({ startApp, desktop: { tray } }) => {
  const app = await startApp({ args: ['--hidden'] });
  const agent = await app.localAgent();
  await expect.poll(() => tray.count).toBe(1);
  await agent.ask(aQuestion('Not now?'));
  await tray.activate();
  const page = await app.small('popover');
  const popover = new InboxPage(page);
  await popover.row('Not now?').click();
  await expect(popover.button('Fine by me')).toBeVisible();
  await popover.button('Snooze').click();
  await page.getByRole('button', { name: /^Tomorrow / }).click();
  await expect(popover.button('Fine by me')).toHaveCount(0);
  await expect(popover.row('Not now?')).toHaveCount(0);
  await expect(app.page).toHaveTitle('Triage Inbox');
});

const firstLine = (text: string) => text.split('\n')[0] ?? '';
