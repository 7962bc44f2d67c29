import type { Page } from 'playwright/test';
import { aQuestion } from '../rig/agent.ts';
import { answers } from '../rig/answers.ts';
import { readingOrder } from '../rig/ax-tree.ts';
import { expect, test } from '../rig/test.ts';

/** What has to be heard of each control, by role and name, before its Send. */
const controls: Record<string, [role: string, name: string]> = {
  simple: ['button', 'Ship it'],
  binary: ['radiogroup', 'Include the logs?'],
  choice: ['radiogroup', 'Which priority?'],
  multi_choice: ['group', 'Who gets the report?'],
  text: ['textbox', 'Say why'],
  number: ['spinbutton', 'Set the threshold'],
  scale: ['slider', 'How sure are you?'],
};

test('a screen reader hears the list, the question, its control and Send, in this order', async ({ app }) => {
  const agent = await app.localAgent();
  const { inbox, page } = app;
  for (const { type, action } of answers) {
    const context = { description: `What ${type} is about.`, metadata: { build: 118 } };
    await agent.ask(aQuestion(`Type ${type}`, [action], { context }));
  }
  await inbox.expectRows(answers.length);

  for (const { type, action } of answers) {
    await inbox.open(`Type ${type}`);
    await expect(page.getByRole('heading', { name: `Type ${type}` })).toBeVisible();
    const spoken = await readingOrder(page);
    const place = (role: string, name: RegExp) => {
      const at = spoken.findIndex((one) => one.role === role && name.test(one.name));
      expect(at, `${type}: ${role} ${name}`).toBeGreaterThanOrEqual(0);
      return at;
    };
    const [kind, label] = controls[type] ?? [];
    const places = [
      place('listbox', /^Inbox$/),
      place('option', new RegExp(`^Type ${type}`)),
      place('heading', new RegExp(`^Type ${type}$`)),
      place('StaticText', new RegExp(`What ${type} is about`)),
      ...(kind && label ? [place(kind, new RegExp(`^${escaped(label)}$`))] : []),
      ...(type === 'simple' ? [] : [place('button', new RegExp(`^Send ${escaped(action.label)}$`))]),
      place('heading', /^Details$/),
    ];
    expect(places, type).toEqual([...places].sort((a, b) => a - b));
    // What is `generic` takes the focus by program only, on the way from one thing to the next.
    const nameless = spoken.filter(({ role, name, focusable }) => focusable && name === '' && role !== 'generic');
    expect(nameless, `${type}: what takes the focus has a name`).toEqual([]);
  }
});

test('arrivals and endings are said once, together and without rows', async ({ app }) => {
  const agent = await app.localAgent();
  const { inbox, page } = app;
  await app.live();
  await recordNews(page);

  const ids = await Promise.all(['One', 'Two', 'Three'].map((title) => agent.ask(aQuestion(title))));
  await expect.poll(() => news(page)).toEqual(['3 new questions.']);
  await Promise.all(ids.slice(0, 2).map((id) => agent.withdraw(id, 'Not needed.')));
  await expect.poll(() => news(page)).toEqual(['3 new questions.', '2 questions were withdrawn.']);
  await agent.ask(aQuestion('A fourth'));
  await expect.poll(async () => (await news(page)).at(-1)).toBe('New question: A fourth.');
  await inbox.open('A fourth');
  await inbox.button('Fine by me').click();
  await expect.poll(async () => (await news(page)).at(-1)).toContain('Fine by me');
  expect((await news(page)).filter((one) => /elsewhere/.test(one))).toEqual([]);
  // One region speaks for the whole window, whatever else says something where it stands.
  await expect(page.getByRole('status', { name: 'News' })).toHaveCount(1);
});

/** Writes down what the polite region says from now on. */
async function recordNews(page: Page): Promise<void> {
  await page.evaluate(() => {
    const region = document.querySelector('[role="status"][aria-label="News"]');
    if (!region) throw new Error('There is no region for news.');
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, { childList: true });
  });
}

function news(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { said: string[] }).said);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
