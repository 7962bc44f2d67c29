import type { Page } from 'playwright/test';
import { aQuestion, inSeconds } from '../rig/agent.ts';
import { answerOf } from '../rig/answers.ts';
import { axeProblems } from '../rig/axe.ts';
import { localAgentWithWebhook } from '../rig/callback.ts';
import type { InboxPage } from '../rig/inbox-page.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';

// A day of triage by somebody who never touches the mouse.

/** As long as a card has to be on screen and still before a key answers it, and a frame more; in ms. */
const readingMs = 560;
/** After typing keys mean nothing for longer: the sentence may have gone on. */
const afterTypingMs = 1_060;

/** The person reads: the page draws frames for so long. */
function read(page: Page, forMs: number): Promise<void> {
  return page.evaluate(
    (ms) =>
      new Promise<void>((done) => {
        const from = performance.now();
        const look = () => (performance.now() - from < ms ? requestAnimationFrame(look) : done());
        requestAnimationFrame(look);
      }),
    forMs,
  );
}

/** What has the focus, as somebody would call it who was asked. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) return 'nothing';
    if (activeElement.matches('[data-items]')) return 'list';
    if (activeElement.matches('[data-detail]')) return 'question';
    return activeElement.closest('[data-detail]') ? 'in the question' : activeElement.tagName;
  });
}

const simple = (id: string, label: string, flags: string[] = []) => ({ id, label, response_type: 'simple', flags });
const action = (type: Parameters<typeof answerOf>[0]) => answerOf(type).action;
const towns = Array.from({ length: 40 }, (_, n) => ({ value: `t${n}`, label: n === 23 ? 'Rotterdam' : `Town ${n}` }));

type Question = {
  title: string;
  actions: Record<string, unknown>[];
  keys: (page: Page, inbox: InboxPage) => Promise<void>;
  data: unknown;
  isTyped?: boolean;
};
const press =
  (...keys: string[]) =>
  async (page: Page) => {
    for (const key of keys) await page.keyboard.press(key);
  };
const type =
  (text: string, ...then: string[]) =>
  async (page: Page) => {
    await page.keyboard.press('1');
    await expect.poll(() => focused(page)).toBe('in the question');
    await page.keyboard.type(text);
    await press(...then, 'Control+Enter')(page);
  };

/** Every response type, alone and among others, with and without flags, in the order in which they are asked. */
const day: Question[] = [
  { title: 'Ship it?', actions: [action('simple')], keys: press('1'), data: null },
  { title: 'Logs too?', actions: [action('binary')], keys: press('n', 'Control+Enter'), data: false },
  { title: 'How urgent?', actions: [action('choice')], keys: press('2', 'Control+Enter'), data: 'p2' },
  {
    title: 'Who is told?',
    actions: [action('multi_choice')],
    keys: press('3', '1', 'Control+Enter'),
    data: ['eng', 'prod'],
  },
  { title: 'And why?', actions: [action('text')], keys: type('jj 1 yes'), data: 'jj 1 yes', isTyped: true },
  { title: 'From where on?', actions: [action('number')], keys: type('0.35'), data: 0.35, isTyped: true },
  { title: 'Really sure?', actions: [action('scale')], keys: type('', 'End', 'ArrowLeft'), data: 4 },
  {
    title: 'At what time?',
    // Without bounds: the browser skips the parts of a date that only one value fits.
    actions: [{ id: 'when', label: 'Run it when?', response_type: 'datetime' }],
    keys: (page) => typeDate(page),
    data: answerOf('datetime').data,
    isTyped: true,
  },
  {
    title: 'Which of two?',
    actions: [simple('one', 'The first'), simple('two', 'The second')],
    keys: press('2'),
    data: null,
  },
  {
    title: 'Yes, or why not?',
    actions: [simple('yes', 'Yes'), { id: 'no', label: 'No, because', response_type: 'text' }],
    keys: async (page, inbox) => {
      await page.keyboard.press('2');
      await expect(inbox.textbox('No, because')).toBeFocused();
      await page.keyboard.type('not today');
      await page.keyboard.press('Control+Enter');
    },
    data: 'not today',
    isTyped: true,
  },
  {
    title: 'Drop the table?',
    actions: [simple('drop', 'Drop it', ['destructive', 'irreversible']), simple('keep', 'Keep it')],
    keys: async (page, inbox) => {
      await page.keyboard.press('1');
      await expect(inbox.confirmation.getByRole('button', { name: 'Cancel' })).toBeFocused();
      await page.keyboard.press('1'); // means nothing in a dialog
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    },
    data: null,
  },
  {
    title: 'Which of forty?',
    actions: [{ id: 'town', label: 'Town', response_type: 'choice', options: towns }],
    keys: type('rott', 'Enter'),
    data: 't23',
    isTyped: true,
  },
  { title: 'The last one?', actions: [simple('fine', 'Fine')], keys: press('1'), data: null },
];

/** Types tomorrow 09:30 into the parts of the field: month, day and year, then the time. */
async function typeDate(page: Page): Promise<void> {
  await page.keyboard.press('1');
  await expect.poll(() => focused(page)).toBe('in the question');
  const tomorrow = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(Date.now() + 86_400_000);
  const [year, month, date] = tomorrow.split('-');
  await page.keyboard.type(`${month}${date}${year}0930AM`);
  await page.keyboard.press('Control+Enter');
}

test('a day of questions of every type, by keyboard alone', async ({ startApp, receiver }) => {
  test.setTimeout(90_000);
  const app = await startApp({ settings: { takeBackSeconds: 3 } });
  const agent = await localAgentWithWebhook(app, receiver);
  const { inbox, page } = app;
  const ids: string[] = [];
  for (const { title, actions } of day) ids.push(await agent.ask(aQuestion(title, actions)));
  await inbox.expectRows(day.length);
  await page.keyboard.press('j');
  await page.keyboard.press('Home');

  for (const [index, { title, keys }] of day.entries()) {
    await expect(inbox.row(title)).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await read(page, index > 0 && day[index - 1]?.isTyped ? afterTypingMs : readingMs);
    await keys(page, inbox);
    await expect(inbox.undo, title).toBeVisible();
    const next = day[index + 1];
    if (next) await expect(page.getByRole('heading', { level: 1, name: next.title })).toBeVisible();
    expect(await focused(page), `the focus after “${title}”`).not.toBe('nothing');
  }
  for (const [index, { title, data }] of day.entries()) {
    const delivery = await eventually(() => receiver.about(ids[index] ?? '')[0]);
    expect(delivery.body.response_data, title).toEqual(data);
  }
  expect(receiver.deliveries).toHaveLength(day.length);
});

test('going round by keyboard: palette, search, views, help, and back where one was', async ({
  startApp,
  receiver,
}) => {
  const app = await startApp({ settings: { takeBackSeconds: 30 } });
  const agent = await localAgentWithWebhook(app, receiver);
  const { inbox, page } = app;
  const { keyboard } = page;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await agent.ask(aQuestion('Due soon?', undefined, { deadline: inSeconds(900) }));
  await agent.ask(
    aQuestion('Drop it all?', [simple('drop', 'Drop everything', ['destructive']), simple('no', 'Leave it')]),
  );
  await inbox.expectRows(2);
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  const chosen = palette.getByRole('option', { selected: true });

  await keyboard.press('j');
  await expect(inbox.row('Drop it all?')).toHaveAttribute('aria-selected', 'true');
  expect(await focused(page)).toBe('list');
  // It is there before the key's own task is over: the next frame shows it, and the next key is typed into it.
  const isThere = await page.evaluate(() => {
    const key = { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
    return document.activeElement?.matches('dialog[open] [role="combobox"]');
  });
  expect(isThere).toBe(true);
  expect(await axeProblems(page), 'the palette').toEqual([]);
  await keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
  expect(await focused(page)).toBe('list');

  // An answer chosen there asks for its confirmation like its button, and sends nothing by itself.
  await keyboard.press('Control+k');
  await keyboard.type('drop every');
  await expect(chosen).toHaveText(/^Drop everything/);
  await keyboard.press('Enter');
  await expect(inbox.confirmation).toContainText('Drop everything');
  await keyboard.press('Escape');
  await expect(inbox.confirmation).toHaveCount(0);
  await expect(inbox.undo).toHaveCount(0);

  // Held down on a button that asks first, Enter opens what it asks and is done.
  await inbox.button('Drop everything').focus();
  for (let downs = 0; downs < 6; downs++) {
    await keyboard.down('Enter');
    await expect(inbox.confirmation).toBeVisible();
  }
  await keyboard.up('Enter');
  await keyboard.press('Escape');

  // A question by its title, wherever one is.
  await keyboard.press('g');
  await keyboard.press(',');
  await expect(inbox.list).toHaveCount(0);
  await keyboard.press('Control+k');
  await keyboard.type('due so');
  await expect(palette.getByRole('option', { name: /^Due soon\?/ })).toBeVisible();
  await keyboard.press('ArrowUp');
  await expect(chosen).toHaveText(/^Due soon\?/);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Due soon?' })).toBeVisible();

  // A section of Settings, and what was chosen lately is the first.
  await keyboard.press('Control+k');
  await keyboard.type('sett keyb');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Keyboard' })).toBeFocused();
  await keyboard.press('Control+k');
  await expect(chosen).toHaveText(/Keyboard/);
  await keyboard.press('Escape');

  await keyboard.press('g');
  await keyboard.press('h');
  await expect(page.getByRole('listbox', { name: 'History' })).toBeFocused();
  await keyboard.press('g');
  await keyboard.press('i');
  await expect(inbox.list).toBeFocused();
  await keyboard.press('/');
  await keyboard.type('drop');
  await inbox.expectRows(1);
  await keyboard.press('Escape');
  await inbox.expectRows(2);
  await expect(inbox.list).toBeFocused();
  await keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Show these keys');
  expect(await axeProblems(page), 'the sheet of keys').toEqual([]);
  await keyboard.press('Escape');
  await expect(inbox.list).toBeFocused();
});
