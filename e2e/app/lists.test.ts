import { Agent, aQuestion } from '../rig/agent.ts';
import { axeProblems } from '../rig/axe.ts';
import type { RunningApp } from '../rig/running-app.ts';
import { expect, test } from '../rig/test.ts';

const approve = { id: 'approve', label: 'Approve', response_type: 'simple' };
const size = { id: 'size', label: 'How many?', response_type: 'scale', constraints: { min: 1, max: 5 } };
const wipe = { id: 'wipe', label: 'Wipe it', response_type: 'simple', flags: ['destructive'] };
const why = { id: 'why', label: 'Say why', response_type: 'text' };

/** Another script, registered as a person does it in Settings. */
async function anotherAgent(app: RunningApp, name: string): Promise<Agent> {
  const { url } = await app.localServer();
  const request = { name, description: '', callbackUrl: '', signatureScheme: 'plain' as const };
  const reply = await app.page.evaluate((args) => window.triage.call('services:register', args), request);
  if (!reply.ok) throw new Error(reply.error.message);
  return new Agent(url, reply.value.api_key);
}

test('filters combine by keyboard, are kept under a name, and are there at the next start', async ({ startApp }) => {
  const app = await startApp();
  const local = await app.localAgent();
  const release = await anotherAgent(app, 'Release Bot');
  await local.ask(aQuestion('Clean the cache?', [approve, wipe]));
  await release.ask(aQuestion('Ship 2.0?', [approve]));
  await release.ask(aQuestion('Drop the table?', [wipe]));
  await release.ask(aQuestion('Scale out?', [size]));
  const { inbox, page } = app;
  const { keyboard } = page;
  await inbox.expectRows(4);

  await test.step('one kind narrows the other, several of a kind widen', async () => {
    await inbox.list.focus();
    await keyboard.press('f');
    const menu = page.getByRole('dialog', { name: 'Filter the list' });
    await expect(menu.getByRole('option', { name: /^Release Bot/ })).toContainText('3');
    expect.soft(await axeProblems(page), 'the menu of filters').toEqual([]);
    await keyboard.type('release');
    await keyboard.press('Enter');
    await keyboard.press('Control+a');
    await keyboard.type('destr');
    await expect(menu.getByRole('option')).toHaveCount(1);
    await keyboard.press('Enter');
    await inbox.expectRows(1);
    await expect(inbox.row('Drop the table?')).toBeAttached();
    await keyboard.press('Control+a');
    await keyboard.type('local ag');
    await keyboard.press('Enter');
    await inbox.expectRows(2);
    await keyboard.press('Control+a');
    await keyboard.press('Backspace');
    await inbox.button('Save this filter').click();
    await keyboard.type('Dangerous');
    await keyboard.press('Enter');
    await expect(menu).toBeHidden();
    await expect(inbox.button('Service: Release Bot')).toBeVisible();
    await expect(inbox.button('or Local agents')).toBeVisible();
    await expect(inbox.button('Flag: destructive')).toBeVisible();
  });

  await test.step('an empty list says what hides the rest', async () => {
    await inbox.button('Service: Release Bot').click();
    await inbox.button('Service: Local agents').click();
    await page.getByRole('combobox', { name: 'Search the inbox' }).fill('flag:"destructive" type:"datetime"');
    await expect(page.getByText('4 questions are hidden by these filters: Flag: destructive')).toBeVisible();
    await inbox.button('Clear filters').click();
    await inbox.expectRows(4);
  });

  await app.quit();
  const again = await startApp();
  await again.inbox.expectRows(4);
  const saved = again.page.getByRole('list', { name: 'Saved filters' }).getByRole('button', { name: /^Dangerous/ });
  await expect(saved).toContainText('2');
  await saved.click();
  await again.inbox.expectRows(2);
  await expect(saved).toHaveAttribute('aria-pressed', 'true');
  await again.page.getByRole('button', { name: 'Edit the filter “Dangerous”' }).click();
  await again.page.getByRole('textbox', { name: 'Name of the filter' }).fill('Careful');
  await again.page.keyboard.press('Enter');
  await again.page.getByRole('button', { name: 'Edit the filter “Careful”' }).click();
  await again.page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(again.page.getByRole('list', { name: 'Saved filters' })).toHaveCount(0);
});

test('arrivals move no row while a filter is on and rows are selected; the selection drops what ends', async ({
  startApp,
}) => {
  const app = await startApp();
  const agent = await app.localAgent();
  const ids: string[] = [];
  for (const name of ['one', 'two', 'three', 'four']) ids.push(await agent.ask(aQuestion(`Ship ${name}?`, [approve])));
  const { inbox, page } = app;
  const { keyboard } = page;
  await inbox.expectRows(4);
  await page.getByRole('combobox', { name: 'Search the inbox' }).fill('type:"simple" ');
  await inbox.open('Ship one?');

  await keyboard.press('x');
  await keyboard.press('Shift+J');
  await keyboard.press('Shift+J');
  await expect(page.getByText('3 selected')).toBeVisible();
  await expect(inbox.list.getByRole('option', { selected: true })).toHaveCount(3);
  await keyboard.press('Shift+K');
  await expect(page.getByText('2 selected')).toBeVisible();
  await keyboard.press('Control+a');
  await expect(page.getByText('4 selected')).toBeVisible();

  const top = () => inbox.row('Ship two?').evaluate((row) => row.getBoundingClientRect().top);
  const before = await top();
  await agent.ask(aQuestion('Wait?', [why]));
  await agent.ask(aQuestion('Ship now?', [approve], { deadline: new Date(Date.now() + 10 * 60_000) }));
  await expect(inbox.button('1 new')).toBeVisible();
  expect(await top()).toBe(before);
  await expect(page.getByText('4 selected')).toBeVisible();

  await agent.withdraw(ids[3] ?? '');
  await expect(page.getByText('3 selected')).toBeVisible();
  await inbox.row('Ship one?').click({ modifiers: ['Control'] });
  await expect(page.getByText('2 selected')).toBeVisible();
  await inbox.list.press('Escape');
  await expect(page.getByRole('region', { name: 'Selected questions' })).toBeHidden();
  await expect(inbox.list.getByRole('option', { selected: true })).toHaveCount(1);
});

test('five are answered together: looked through, one ends meanwhile, each by itself at the server', async ({
  startApp,
}) => {
  const app = await startApp({ settings: { takeBackSeconds: 4 } });
  const agent = await app.localAgent();
  const ids: string[] = [];
  for (let n = 1; n <= 6; n++) ids.push(await agent.ask(aQuestion(`Merge ${n}?`, [approve, wipe, why])));
  const { inbox, page } = app;
  await inbox.expectRows(6);
  await inbox.open('Merge 1?');
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('region', { name: 'Selected questions' });
  await bar.getByText('Why not the others?').click();
  await expect(bar.getByText('“Wipe it” asks for a confirmation of its own each time.')).toBeVisible();
  await expect(bar.getByText('“Say why” is written for each question by itself.')).toBeVisible();
  expect.soft(await axeProblems(page), 'a selection').toEqual([]);
  await inbox.button('Answer 6 questions with “Approve”').click();

  await expect(inbox.confirmation).toContainText('Sends Approve to 6 questions of Local agents.');
  await expect(inbox.confirmation.getByRole('checkbox')).toHaveCount(6);
  expect.soft(await axeProblems(page), 'the preview').toEqual([]);
  await inbox.confirmation.getByRole('checkbox', { name: 'Merge 6?' }).uncheck();
  await expect(inbox.confirmation).toContainText('Sends Approve to 5 questions of Local agents.');
  await agent.withdraw(ids[1] ?? '');
  await inbox.button('Answer 5').click();

  const result = page.getByRole('region', { name: 'Answered with “Approve”' });
  await expect(result.getByText('4 will be sent')).toBeVisible();
  await expect(result.getByText('1 not answered')).toBeVisible();
  await expect(result.getByText('4 sent')).toBeVisible({ timeout: 15_000 });
  await inbox.button('Results').click();
  const line = (title: string) => page.getByRole('dialog', { name: 'Results' }).getByRole('button', { name: title });
  await expect(line('Merge 2?')).toContainText('The service withdrew this question.');
  await expect(line('Merge 1?')).toContainText('sent');
  expect.soft(await axeProblems(page), 'the results').toEqual([]);
  await page.keyboard.press('Escape');
  await inbox.button('Close').click();
  await inbox.expectRows(1);
  for (const [n, id] of ids.entries()) {
    const { status, action_id } = await agent.status(id);
    expect([n, action_id ?? status]).toEqual([n, n === 5 ? 'acknowledged' : n === 1 ? 'invalidated' : 'approve']);
  }
});

test('a batch is taken back whole while it is held, and one that is on disk goes on after a kill', async ({
  startApp,
}) => {
  const app = await startApp({ settings: { takeBackSeconds: 30 } });
  const agent = await app.localAgent();
  const ids: string[] = [];
  for (let n = 1; n <= 5; n++) ids.push(await agent.ask(aQuestion(`Rate ${n}?`, [size])));
  const { inbox, page } = app;
  await inbox.expectRows(5);
  await inbox.open('Rate 1?');
  const answerAll = async () => {
    await inbox.list.focus();
    await page.keyboard.press('Control+a');
    await inbox.button('Answer 5 questions with “How many?”').click();
    await inbox.confirmation.getByRole('slider', { name: 'How many?' }).press('End');
    await expect(inbox.confirmation).toContainText('Sends 5 to 5 questions of Local agents.');
    await inbox.button('Answer 5').click();
    await expect(page.getByText('5 will be sent')).toBeVisible();
  };
  await answerAll();
  await inbox.button('Undo all').click();
  await expect(page.getByText('5 taken back, nothing was sent')).toBeVisible();
  for (const id of ids) expect((await agent.status(id)).responded).toBe(false);
  await inbox.button('Close').click();

  await app.change({ takeBackSeconds: 2 });
  await answerAll();
  await app.kill();
  const again = await startApp();
  await again.inbox.expectRows(0);
  const after = await again.localAgent();
  for (const id of ids) expect(await after.status(id)).toMatchObject({ responded: true, response_data: 5 });
});
