import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Agent, aQuestion, inSeconds } from './rig/agent.ts';
import { projectRoot } from './rig/project.ts';
import type { RunningApp } from './rig/running-app.ts';
import { expect, test } from './rig/test.ts';
import { setWidth } from './rig/windows.ts';

const folder = join(projectRoot, 'screenshots');
const approve = { id: 'approve', label: 'Approve', response_type: 'simple' };
const part = {
  id: 'part',
  label: 'Roll out to a part of all regions, beginning with the smallest one of them',
  response_type: 'choice',
  options: ['Europe', 'Asia', 'The Americas and whatever else the load balancer calls “west”'].map((label, n) => ({
    value: String(n),
    label,
  })),
};
const wipe = { id: 'wipe', label: 'Start over', response_type: 'simple', flags: ['destructive'] };
const why = { id: 'why', label: 'Hold back', response_type: 'text' };

/** Filters, selection and answers given together, in both themes, wide and narrow, with few and with many. */
for (const theme of ['light', 'dark'] as const) {
  test(`pictures of lists, ${theme}`, async ({ startApp }) => {
    mkdirSync(folder, { recursive: true });
    const app = await startApp({ settings: { theme, takeBackSeconds: 60, welcomeDone: true } });
    await app.live();
    const local = await app.localAgent();
    const release = await register(app, 'Release Bot');
    const long = await register(app, 'The continuous integration of the storefront team');
    for (let n = 1; n <= 9; n++) {
      const context = { project: n % 2 ? 'backend-api' : 'storefront', description: '' };
      await release.ask(aQuestion(`Merge pull request ${410 + n}?`, [approve, part, wipe, why], { context }));
    }
    await local.ask(aQuestion('Grow the volume?', [{ ...approve, flags: ['costly'] }], { deadline: inSeconds(900) }));
    await long.ask(aQuestion('Delete the preview environments of all branches that were merged?', [wipe]));
    const { inbox, page } = app;
    await inbox.expectRows(11);
    const shoot = (name: string) => page.screenshot({ path: join(folder, `${theme}-${name}.png`) });
    const field = page.getByRole('combobox', { name: 'Search the inbox' });

    await resize(app, 1320);
    await inbox.list.focus();
    await page.keyboard.press('f');
    await expect(page.getByRole('dialog', { name: 'Filter the list' }).getByRole('option').first()).toBeVisible();
    await shoot('filter-menu');
    await page.keyboard.type('release');
    await page.keyboard.press('Enter');
    await inbox.button('Save this filter').click();
    await page.keyboard.type('Releases to look at');
    await shoot('filter-save');
    await page.keyboard.press('Enter');
    await field.fill(
      'service:"Release Bot" service:"The continuous integration of the storefront team" type:"simple" ',
    );
    await inbox.list.focus();
    await expect(inbox.button('Service: Release Bot')).toBeVisible();
    await shoot('filter-chips');
    await field.fill('service:"Release Bot" flag:"costly"');
    await expect(inbox.button('Clear filters')).toBeVisible();
    await shoot('filter-nothing');
    await inbox.button('Clear filters').click();

    await field.fill('service:"Release Bot" ');
    await inbox.expectRows(9);
    await inbox.open('Merge pull request 411?');
    await page.keyboard.press('x');
    await shoot('selected-one');
    await page.keyboard.press('Control+a');
    await expect(inbox.button('Answer 9 questions with “Approve”')).toBeVisible();
    await page.getByText('Why not the others?').click();
    await shoot('selected');
    await inbox.button(`Answer 9 questions with “${part.label}”`).click();
    await shoot('batch-preview-choice');
    for (const width of [700, 400]) {
      await resize(app, width);
      await shoot(`batch-preview-width-${width}`);
    }
    await page.keyboard.press('Escape');
    await shoot('selected-width-400');
    await resize(app, 1320);
    await inbox.button('Answer 9 questions with “Approve”').click();
    await shoot('batch-preview');
    await inbox.button('Answer 9').click();
    await expect(page.getByText('9 will be sent')).toBeVisible();
    await shoot('batch-result');
    await inbox.button('Results').click();
    await shoot('batch-results');
    await page.keyboard.press('Escape');
    await inbox.button('Undo all').click();
    await expect(page.getByText('9 taken back')).toBeVisible();
    await shoot('batch-undone');
    await inbox.goTo('History');
    await page.keyboard.press('f');
    await expect(page.getByRole('dialog', { name: 'Filter the list' })).toBeVisible();
    await shoot('filter-history');
    await page.keyboard.press('Escape');
    await inbox.goTo('Inbox');
    await inbox.button('Edit the filter “Releases to look at”').click();
    await shoot('filter-edit');
    await app.quit();
  });
}

async function resize(app: RunningApp, width: number): Promise<void> {
  await setWidth(app.electron, width);
  await expect.poll(() => app.page.evaluate(() => window.innerWidth)).toBe(width);
}

async function register(app: RunningApp, name: string): Promise<Agent> {
  const { url } = await app.localServer();
  const request = { name, description: '', callbackUrl: '', signatureScheme: 'plain' as const };
  const reply = await app.page.evaluate((args) => window.triage.call('services:register', args), request);
  if (!reply.ok) throw new Error(reply.error.message);
  return new Agent(url, reply.value.api_key);
}
