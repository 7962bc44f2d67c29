import type { Page } from 'playwright/test';
import { aQuestion, inSeconds } from '../rig/agent.ts';
import { answers } from '../rig/answers.ts';
import { axeInBothThemes } from '../rig/axe.ts';
import { attachments, sampleText } from '../rig/evidence-of-all-kinds.ts';
import { InboxPage } from '../rig/inbox-page.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';
import { setWidth } from '../rig/windows.ts';

/** Looks at a state of a page in both themes. */
async function clean(page: Page, where: string): Promise<void> {
  expect.soft(await axeInBothThemes(page), where).toEqual([]);
}

test('axe finds nothing in any question, control or state of an answer', async ({ startApp }) => {
  test.setTimeout(60_000);
  const app = await startApp({ settings: { takeBackSeconds: 60 } });
  const { inbox, page } = app;
  await clean(page, 'first start');

  const agent = await app.localAgent();
  for (const { type, action } of answers) {
    const flags = ['destructive', 'irreversible', 'costly', 'time_sensitive', 'experimental', 'my_own'];
    const context = { metadata: { rows: 12, nested: { a: [1] } }, description: `About ${type}, **bold**.` };
    const question = aQuestion(`Type ${type}`, [{ ...action, flags: type === 'simple' ? flags : [] }], {
      context,
      deadline: inSeconds(2000),
    });
    await agent.ask(question);
  }
  await agent.ask(aQuestion('With evidence', undefined, { context: { description: sampleText, attachments } }));
  const several = answers.map(({ action }) => action);
  await agent.ask(aQuestion('Several answers', [...several, { id: 'odd', label: 'Odd one', response_type: 'simple' }]));
  await inbox.expectRows(answers.length + 2);
  for (const { type } of answers) {
    await inbox.open(`Type ${type}`);
    await expect(page.getByRole('heading', { name: `Type ${type}` }).first()).toBeVisible();
    await clean(page, type);
  }
  await inbox.open('Several answers');
  await inbox.button('Say why').click();
  await clean(page, 'several answers, one open');
  await inbox.open('Type number');
  await inbox.spinbutton('Set the threshold').fill('0.37');
  await clean(page, 'a number that is refused');

  await inbox.open('With evidence');
  await expect(page.getByRole('region', { name: 'worker.log' }).or(inbox.text('worker 3 ready'))).toBeVisible();
  await expect(page.locator('[data-tone="comment"]').first()).toBeVisible();
  await page.getByRole('button', { name: 'Side by side' }).click();
  await page.getByRole('searchbox', { name: 'Search in this JSON' }).fill('unit');
  await page.getByRole('button', { name: /^Show all 4,000 lines$/ }).click();
  await clean(page, 'evidence of every kind');
  await page.emulateMedia({ forcedColors: 'active' });
  const marked = [inbox.row('With evidence'), inbox.view('Inbox'), page.getByRole('button', { name: 'Side by side' })];
  for (const one of marked)
    await expect(one, 'what is on has an edge in forced colours').not.toHaveCSS('outline-style', 'none');
  await page.emulateMedia({ forcedColors: 'none' });
  await page.getByRole('button', { name: 'Enlarge: A chart' }).click();
  await clean(page, 'a picture, enlarged');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Enlarge: A chart' })).toBeFocused();
  await page.getByRole('button', { name: 'Open link' }).click();
  await clean(page, 'whether to open a link');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Open link' })).toBeFocused();

  await inbox.open('Type simple');
  await inbox.button('Ship it').click();
  await expect(inbox.confirmation).toBeVisible();
  await clean(page, 'confirmation');
  await inbox.confirmation.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(inbox.undo).toBeVisible();
  await clean(page, 'take-back window and its message');
  const moving = () => document.getAnimations().filter(({ playState }) => playState === 'running').length;
  expect(await page.evaluate(moving), 'nothing moves with reduced motion').toBe(0);
});

test('axe finds nothing on any page, sheet, field or small window', async ({
  startApp,
  desktop: { tray, notifications },
}) => {
  test.setTimeout(60_000);
  const app = await startApp({ settings: { takeBackSeconds: 0, nativeNotifications: false } });
  const { inbox, page } = app;
  const agent = await app.localAgent();
  const answered = await agent.ask(aQuestion('Answered'));
  const withdrawn = await agent.ask(aQuestion('Withdrawn'));
  await agent.ask(aQuestion('Expired', undefined, { deadline: inSeconds(2) }));
  await inbox.open('Answered');
  await inbox.button('Fine by me').click();
  await expect.poll(async () => (await agent.status(answered)).responded).toBe(true);
  await agent.withdraw(withdrawn, 'It was decided in a meeting.');
  await expect(inbox.text(/Nothing|All/)).toBeVisible();
  await inbox.goTo('History');
  for (const title of ['Answered', 'Withdrawn', 'Expired']) {
    const row = page.getByRole('listbox', { name: 'History' }).getByRole('option', { name: new RegExp(`^${title}`) });
    await row.click();
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await clean(page, `history: ${title}`);
  }
  await page.getByRole('combobox').fill('is:');
  await clean(page, 'searching');
  await page.getByRole('combobox').fill('nothing has these words');
  await clean(page, 'nothing found');
  await page.getByRole('combobox').fill('');

  await inbox.goTo('Inbox');
  await clean(page, 'an empty inbox');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await clean(page, 'the sheet of keys');
  await page.keyboard.press('Escape');
  await inbox.goTo('Settings');
  await clean(page, 'settings');

  await inbox.goTo('Inbox');
  await setWidth(app.electron, 400);
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(400);
  await clean(page, 'narrow');
  // The narrowest window that there is, at the largest text: 760 px are 380 of it.
  await setWidth(app.electron, 760);
  await app.change({ textSizePercent: 200 });
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(380);
  for (const view of ['Settings', 'History', 'Inbox'] as const) {
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await inbox.goTo(view);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const isWide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1;
    expect.soft(await page.evaluate(isWide), `${view} at 200 % scrolls sideways`).toBe(false);
  }
  await clean(page, 'narrow at 200 %');
  await app.change({ textSizePercent: 100 });
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await clean(page, 'the menu of a narrow window');
  await page.keyboard.press('Escape');

  // Only now: those before would make one summary with it.
  await app.change({ nativeNotifications: true });
  await agent.ask(aQuestion('In small windows', [{ id: 'why', label: 'Say why', response_type: 'text' }]));
  const shown = await eventually(() => notifications.visible('In small windows')[0]);
  notifications.pressLabelled(shown, 'Reply…');
  const composer = await app.small('composer');
  await expect(new InboxPage(composer).textbox('Say why')).toBeVisible();
  await clean(composer, 'the composer');
  await tray.activate();
  const popover = await app.small('popover');
  await expect(new InboxPage(popover).list).toBeVisible();
  await clean(popover, 'the popover');
});
