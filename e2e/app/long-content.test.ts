import { aQuestion } from '../rig/agent.ts';
import type { RunningApp } from '../rig/running-app.ts';
import { delivered } from '../rig/scripted-server.ts';
import { expect, test } from '../rig/test.ts';
import { setWidth } from '../rig/windows.ts';

const longWord = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(6);
const options = Array.from({ length: 40 }, (_, i) => ({
  value: `v${i}`,
  label: `Option number ${i} ${'with a long label '.repeat(i % 5)}`.trim(),
}));
const metadata = Object.fromEntries(
  Array.from({ length: 30 }, (_, i) => [
    `key_${i}_${'long'.repeat(i % 9)}`,
    i % 3 === 0 ? longWord : { nested: [i, longWord] },
  ]),
);

test('long titles, 40 options, 50 KB of text, 30 rows and right-to-left text hold at every width', async ({ app }) => {
  const agent = await app.localAgent();
  const { inbox, page } = app;
  const items: [title: string, actions: Record<string, unknown>[], context: Record<string, unknown>][] = [
    [
      `Long ${longWord} ${'and so on '.repeat(8)}`.slice(0, 255),
      [{ id: 'l', label: longWord.slice(0, 200), response_type: 'simple' }],
      {},
    ],
    ['Forty options', [{ id: 'o', label: 'Pick of forty', response_type: 'choice', options }], {}],
    ['Forty boxes', [{ id: 'm', label: 'Boxes of forty', response_type: 'multi_choice', options }], {}],
    [
      'Fifty kilobytes',
      [{ id: 't', label: 'Comment', response_type: 'text' }],
      { description: `# Long\n\n${`A paragraph, ${longWord}.\n\n`.repeat(200)}`.slice(0, 51_200) },
    ],
    ['Thirty rows', [{ id: 'r', label: 'Read it all', response_type: 'simple' }], { metadata }],
    [
      'שאלה ארוכה בעברית',
      [{ id: 'h', label: 'כן, להמשיך', response_type: 'simple' }],
      { description: `مرحبا بالعالم ${'سؤال طويل '.repeat(300)}`, project: 'مشروع' },
    ],
    [
      'A wide table',
      [{ id: 'w', label: 'Seen', response_type: 'simple' }],
      {
        description: `|${' column |'.repeat(40)}\n|${'---|'.repeat(40)}\n|${` ${longWord} |`.repeat(40)}\n\n\`\`\`\n${'wide '.repeat(400)}\n\`\`\``,
      },
    ],
  ];
  for (const [title, actions, context] of items) await agent.ask(aQuestion(title, actions, { context }));
  await inbox.expectRows(items.length);

  for (const width of [1320, 900, 640, 400]) {
    await resize(app, width);
    for (const [title, actions] of items) {
      await openAt(app, title, width);
      const label = String(actions[0]?.label);
      const named = page
        .getByRole('button', { name: label, exact: true })
        .or(page.getByRole('radiogroup', { name: label, exact: true }))
        .or(page.getByRole('group', { name: label, exact: true }))
        .or(page.getByRole('textbox', { name: label, exact: true }));
      await expect(named.first(), `${title} at ${width}`).toBeVisible();
      await noSidewaysScroll(app, `${title} at ${width}`);
    }
  }
  await resize(app, 1320);
  await inbox.open('Forty options');
  await inbox.radio('Pick of forty', options[39]?.label ?? '').check();
  await expect(inbox.send('Pick of forty')).toBeEnabled();
  await inbox.send('Pick of forty').scrollIntoViewIfNeeded();
  await expect(inbox.send('Pick of forty')).toBeInViewport();
});

test('two thousand open items are listed at once, scrolled and moved through', async ({ startApp, scripted }) => {
  const questions = Array.from({ length: 2000 }, (_, i) => delivered(aQuestion(`Item ${String(i).padStart(4, '0')}`)));
  for (const one of questions) scripted.one.set(String(one.id), one);
  scripted.list = { notifications: questions, pagination: { has_more: false, next_cursor: null } };
  const app = await startApp({ env: scripted.env() });
  await expect(app.inbox.list.getByRole('option').first()).toBeVisible();
  await expect
    .poll(() =>
      app.page.evaluate(async () => {
        const order = await window.triage.call('inbox:order', { view: 'inbox', search: '' });
        return order.ok ? order.value.keys.length : 0;
      }),
    )
    .toBe(2000);
  const drawn = await app.inbox.list.getByRole('option').count();
  expect(drawn).toBeLessThan(120);
  await app.page.keyboard.press('j');
  for (let i = 0; i < 30; i++) await app.page.keyboard.press('j');
  await expect(app.inbox.list.getByRole('option', { selected: true })).toBeInViewport();
  await app.inbox.list.press('End');
  await expect(app.inbox.list.getByRole('option', { selected: true })).toBeInViewport();
});

async function resize(app: RunningApp, width: number): Promise<void> {
  await setWidth(app.electron, width);
  await expect.poll(() => app.page.evaluate(() => window.innerWidth)).toBe(width);
}

/** Under 720 px list and detail replace each other (look.md): Escape goes back to the list, a click to the item. */
async function openAt(app: RunningApp, title: string, width: number): Promise<void> {
  const { inbox, page } = app;
  if (width >= 720) return inbox.open(title.slice(0, 30));
  await expect(async () => {
    if (!(await inbox.list.isVisible())) await page.keyboard.press('Escape');
    await inbox.row(title.slice(0, 30)).click({ timeout: 1_000 });
    await expect(inbox.list).toBeHidden({ timeout: 1_000 });
  }).toPass();
}

async function noSidewaysScroll(app: RunningApp, where: string): Promise<void> {
  const overflow = await app.page.evaluate(() => {
    const root = document.documentElement;
    const main = [...document.querySelectorAll('main, [role=main], body')];
    return [root, ...main].some((one) => one.scrollWidth > one.clientWidth + 1);
  });
  expect.soft(overflow, where).toBe(false);
}
