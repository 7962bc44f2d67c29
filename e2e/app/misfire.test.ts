import type { Page } from 'playwright/test';
import { aQuestion } from '../rig/agent.ts';
import { localAgentWithWebhook } from '../rig/callback.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';

// A key answers only what a person can have read: painted, and still for half a second.

/**
 * Presses 1 in every frame for `ms` after something happened on the page. The page's own clock counts, so that a slow
 * machine makes no difference.
 */
function pressOnAndOn(
  page: Page,
  after: 'a new question' | 'a shift' | 'the window came up',
  ms: number,
): Promise<void> {
  return page.evaluate(
    ([what, forMs]) =>
      new Promise<void>((done) => {
        const heading = () => document.querySelector('[data-detail] h1')?.textContent;
        const before = heading();
        let since: number | undefined;
        if (what === 'a shift') {
          const late = document.createElement('div');
          late.style.height = '60px';
          document.querySelector('[data-answer]')?.before(late);
        }
        if (what === 'the window came up') window.dispatchEvent(new Event('focus'));
        let frames = 0;
        const look = () => {
          frames += 1;
          const hasHappened = what === 'a new question' ? heading() !== before : frames > 2;
          if (since === undefined && hasHappened) since = performance.now();
          if (since !== undefined) {
            if (performance.now() - since > forMs) return done();
            document.body.dispatchEvent(
              new KeyboardEvent('keydown', { key: '1', code: 'Digit1', bubbles: true, cancelable: true }),
            );
          }
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    [after, ms] as const,
  );
}

test('a key answers nothing that came, moved or came up under the fingers; what was read it answers', async ({
  app,
  receiver,
}) => {
  const agent = await localAgentWithWebhook(app, receiver);
  const { inbox, page } = app;
  const ids: string[] = [];
  for (const title of ['First?', 'Second?', 'Third?']) ids.push(await agent.ask(aQuestion(title)));
  await inbox.expectRows(3);
  await page.keyboard.press('Home');
  await expect(page.getByRole('heading', { level: 1, name: 'First?' })).toBeVisible();
  const answered = () => receiver.deliveries.length;

  await pressOnAndOn(page, 'the window came up', 400);
  await pressOnAndOn(page, 'a shift', 400);
  expect(answered()).toBe(0);
  const pressing = pressOnAndOn(page, 'a new question', 400);
  await inbox.button('Fine by me').click();
  await pressing; // on the second question, which came into the place of the first
  await eventually(() => receiver.about(ids[0] ?? '')[0]);
  expect(answered()).toBe(1);

  // Held down for longer than anything waits, a key never begins to answer.
  await page.keyboard.down('1');
  for (let repeats = 0; repeats < 40; repeats++) {
    await page.keyboard.down('1');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  await page.keyboard.up('1');
  await expect(page.getByRole('heading', { level: 1, name: 'Second?' })).toBeVisible();

  await pressOnAndOn(page, 'a shift', 700); // by the end of it the card has been still for half a second
  await eventually(() => receiver.about(ids[1] ?? '')[0]);
  expect((await agent.status(ids[2] ?? '')).responded).toBe(false);
});

test('a key first brings the answers into view that it is about', async ({ app, receiver }) => {
  const agent = await localAgentWithWebhook(app, receiver);
  const { inbox, page } = app;
  const description = Array.from({ length: 80 }, (_, n) => `Paragraph ${n} of what there is to know.`).join('\n\n');
  const id = await agent.ask(aQuestion('Read to the end?', undefined, { context: { description } }));
  await inbox.open('Read to the end?');
  const button = inbox.button('Fine by me');
  await expect(button).not.toBeInViewport();
  await expect(async () => {
    await page.keyboard.press('1');
    await expect(button).toBeInViewport({ timeout: 300 });
  }).toPass();
  expect((await agent.status(id)).responded).toBe(false);
  await expect(async () => {
    await page.keyboard.press('1');
    expect((await agent.status(id)).responded).toBe(true);
  }).toPass();
});
