import { expect, type Page } from 'playwright/test';
import { words } from '#shared/words/words';
import { Agent, aQuestion, inSeconds } from './agent.ts';
import { answers } from './answers.ts';
import type { Desktop } from './desktop.ts';
import { askedInGreek, inGreek } from './greek.ts';
import { InboxPage } from './inbox-page.ts';
import type { RunningApp } from './running-app.ts';
import { eventually } from './wait.ts';
import { setWidth } from './windows.ts';

/** What is done on every screen. `where` says which it is. */
export type Look = (page: Page, where: string) => Promise<void>;

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** What an agent shows with its question: each kind of evidence once, with nothing in it but digits and Greek. */
const evidence = {
  description: 'Some **bold** text, `3.14`, and a list:\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |',
  metadata: { [inGreek('rows')]: 12, [inGreek('nested')]: { [inGreek('a')]: [1, true] } },
  attachments: [
    { type: 'text/x-diff', description: 'A change', data: base64('--- 1\n+++ 2\n@@ -1 +1 @@\n-1\n+2\n') },
    { type: 'application/json', description: 'Facts', data: base64('{"1":[2,3]}') },
    { type: 'text/csv', description: 'Rows', data: base64('1,2\n3,4\n') },
    { type: 'text/plain', description: 'A log', data: base64('123\n') },
    { type: 'application/x-unknown', description: 'A file', data: base64('123') },
  ],
};

/**
 * Goes to every screen of the app, and looks at each. The words by which things are found are those that are spoken, so
 * the language of the app is to be spoken by the test too; what agents ask is Greek.
 */
export async function walkEverywhere(app: RunningApp, { notifications, tray }: Desktop, look: Look): Promise<void> {
  const { inbox, page } = app;
  const named = (text: string) => page.getByText(text, { exact: true }).filter({ visible: true }).first();
  const goTo = (view: keyof typeof words.shell.views) => inbox.view(words.shell.views[view]).click();

  await expect(named(words.welcome.title)).toBeVisible();
  await look(page, 'first start');
  await goTo('history');
  await look(page, 'history with nothing in it');
  await goTo('snoozed');
  await look(page, 'nothing snoozed');
  await goTo('settings');
  await expect(named(words.settings.title)).toBeVisible();
  await look(page, 'settings');

  const agent = await registered(app, inGreek('Release Bot'));
  const other = await registered(app, inGreek('Night Watch'));
  await other.ask(askedInGreek(aQuestion('Reply to me', [{ id: 'why', label: 'Say why', response_type: 'text' }])));
  const shown = await eventually(() => notifications.visible(inGreek('Reply to me'))[0]);
  notifications.pressLabelled(shown, words.notes.reply);
  const composer = await app.small('composer');
  await expect(composer.getByRole('textbox')).toBeVisible();
  await look(composer, 'composer');

  const flags = ['destructive', 'irreversible', 'affects_others', 'costly', 'time_sensitive', 'experimental'];
  const titles = new Map<string, string>();
  for (const { type, action } of answers) {
    const isFirst = titles.size === 0;
    const question = aQuestion(`Of kind ${type}`, [{ ...action, flags: isFirst ? flags : [] }], {
      deadline: inSeconds(isFirst ? 1_000 : 90_000),
      context: isFirst ? evidence : { project: 'shop' },
    });
    await (isFirst ? agent : other).ask(askedInGreek(question));
    titles.set(type, inGreek(`Of kind ${type}`));
  }
  await goTo('inbox');
  const bringIn = page.getByRole('button', { name: words.list.newcomers(titles.size), exact: true });
  const list = page.getByRole('listbox', { name: words.shell.views.inbox, exact: true });
  await expect(async () => {
    if (await bringIn.isVisible()) await bringIn.click();
    await expect(list.getByRole('option')).toHaveCount(titles.size + 1, { timeout: 500 });
  }).toPass();
  const open = async (type: string) => {
    await list.getByRole('option', { name: new RegExp(`^${titles.get(type)}`) }).click();
    await expect(page.getByRole('heading', { name: titles.get(type), exact: true }).first()).toBeVisible();
  };
  for (const type of titles.keys()) {
    await open(type);
    await look(page, `a question of kind ${type}`);
  }
  await open('number');
  await page.getByRole('spinbutton').fill('0,37');
  await look(page, 'a number that is refused');

  await setWidth(app.electron, 700);
  await look(page, 'a question in a narrow window');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await look(page, 'the list in a narrow window');
  await setWidth(app.electron, 1180);
  await open('simple');
  await page.keyboard.press('?');
  await expect(named(words.help.title)).toBeVisible();
  await look(page, 'help');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: words.palette.field })).toBeVisible();
  await look(page, 'palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await look(page, 'search');
  await page.keyboard.type('ζζζ');
  await look(page, 'a search that finds nothing');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await open('simple');
  await page.getByRole('button', { name: inGreek('Ship it'), exact: true }).click();
  await expect(inbox.confirmation).toBeVisible();
  await look(page, 'confirmation');
  await inbox.confirmation.getByRole('button', { name: words.buttons.confirm, exact: true }).click();
  await expect(page.getByRole('button', { name: words.toast.undo, exact: true }).first()).toBeVisible();
  await look(page, 'an answer that can be taken back');
  await goTo('history');
  await look(page, 'an answer that can be taken back, seen from history');
  await page.getByRole('button', { name: words.toast.undo, exact: true }).first().click();
  await look(page, 'an answer taken back');
  await app.change({ takeBackSeconds: 0 });
  await goTo('inbox');
  await open('simple');
  await page.getByRole('button', { name: inGreek('Ship it'), exact: true }).click();
  await inbox.confirmation.getByRole('button', { name: words.buttons.confirm, exact: true }).click();
  await goTo('history');
  await page.getByRole('option').first().click();
  await expect(page.getByRole('heading', { name: titles.get('simple'), exact: true }).first()).toBeVisible();
  await look(page, 'a decision in history');
  await goTo('settings');
  await look(page, 'settings with services');
  await goTo('inbox');

  await tray.activate();
  const popover = await app.small('popover');
  await expect(new InboxPage(popover).page.getByRole('option').first()).toBeVisible();
  await look(popover, 'popover');
}

async function registered(app: RunningApp, name: string): Promise<Agent> {
  const { url } = await app.localServer();
  const request = { name, description: '', callbackUrl: '', signatureScheme: 'plain' as const };
  const reply = await app.page.evaluate((args) => window.triage.call('services:register', args), request);
  if (!reply.ok) throw new Error(reply.error.message);
  return new Agent(url, reply.value.api_key);
}
