import type { Page } from 'playwright/test';
import { anA2aAgent } from '../../src-server/testing/an-a2a-agent.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';

const bug = {
  trigger_source: 'jira_webhook',
  event_type: 'urgent_bug_reported',
  timestamp: '2026-01-15T16:27:00Z',
  correlation_id: 'PROD-1138',
  data: { title: 'Authentication is down', priority: 'High', description: 'Nobody can log in.' },
};
const events = { urgent_bug_reported: [{ id: 'page', label: 'Page on-call', response_type: 'simple' }] };

/** The value that is shown this once beside a label. */
function shown(page: Page, label: string): Promise<string> {
  const issued = page.getByRole('region', { name: 'Tickets can ask now' });
  return issued.locator('dl', { hasText: label }).locator('code').innerText();
}

test('a bridge is added, an event over it is answered, and the answer goes on as an event', async ({
  app,
  receiver,
}) => {
  const { page } = app;
  await app.inbox.goTo('Settings');
  await page.getByRole('button', { name: 'Add a bridge' }).click();
  await page.getByLabel('Protocol').selectOption('Trigger events');
  await page.getByLabel('Name', { exact: true }).fill('Tickets');
  await page.getByLabel('Answer URL').fill(receiver.url);
  await page.getByLabel('Actions by type of event').fill('{');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText('This is not JSON.');
  await page.getByLabel('Actions by type of event').fill(JSON.stringify(events));
  await page.getByRole('button', { name: 'Add', exact: true }).click();

  const url = await shown(page, 'Webhook URL');
  const token = await shown(page, 'Token');
  receiver.secret = await shown(page, 'Signing secret');
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText(token)).toHaveCount(0);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const sent = await fetch(url, { method: 'POST', headers, body: JSON.stringify(bug) });
  expect(sent.status).toBe(201);

  await app.inbox.goTo('Inbox');
  await app.inbox.open(bug.data.title);
  await app.inbox.button('Page on-call').click();
  expect(await eventually(() => receiver.deliveries[0], 15_000)).toMatchObject({
    repliedWith: 200,
    body: { event_type: 'urgent_bug_reported_answered', correlation_id: 'PROD-1138', data: { action_id: 'page' } },
  });

  await app.inbox.goTo('Settings');
  const card = page.getByRole('listitem', { name: 'Tickets', exact: true });
  await card.getByRole('button', { name: 'Deliveries' }).click();
  await expect(card.getByRole('list', { name: 'Deliveries of Tickets' }).getByRole('listitem')).toHaveCount(1);
  await card.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(card).toHaveCount(0);
  expect((await fetch(url, { method: 'POST', headers, body: JSON.stringify(bug) })).status).toBe(401);
});

test('an A2A agent is added by its URL, asks, and goes on with the answer of the window', async ({ app }) => {
  const agent = await anA2aAgent('0.3');
  const { page } = app;
  await app.inbox.goTo('Settings');
  await page.getByRole('button', { name: 'Add a bridge' }).click();
  await page.getByLabel('Protocol').selectOption('A2A agent');
  await page.getByLabel('Agent URL').fill(agent.url);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const issued = page.getByRole('region', { name: 'Trip planner can ask now' });
  const value = (label: RegExp) => issued.locator('dl', { hasText: label }).locator('code').innerText();
  const config = { url: await value(/^Webhook URL/), token: await value(/^Token/) };

  const task = await agent.begin({ state: 'INPUT_REQUIRED', says: 'Which airport?' }, config);
  await app.inbox.goTo('Inbox');
  await app.inbox.open('Trip planner: Which airport?');
  const field = app.page.getByRole('textbox', { name: 'Answer' });
  await field.fill('Heathrow');
  await field.press('Control+Enter');
  await agent.heardSo(1);
  expect(agent.heard[0]).toMatchObject({ text: 'Heathrow', taskId: task.id, contextId: task.contextId });
  await expect(app.inbox.row('Trip planner has finished: Thanks.')).toHaveCount(1);
  await agent.down();
});
