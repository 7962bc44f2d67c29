import { aQuestion } from '../rig/agent.ts';
import { localAgentWithWebhook } from '../rig/callback.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';

const actions = [
  { id: 'approve', label: 'Approve', response_type: 'simple' },
  { id: 'deny', label: 'Deny', response_type: 'simple' },
];

test('what was decided before stands beside the question, one click from History', async ({ app, receiver }) => {
  const agent = await localAgentWithWebhook(app, receiver);
  const { inbox, page } = app;
  for (const [title, answer] of [
    ['Deploy 1?', 'Approve'],
    ['Deploy 2?', 'Deny'],
    ['Deploy 3?', 'Approve'],
  ] as const) {
    const id = await agent.ask(aQuestion(title, actions));
    await inbox.open(title);
    await inbox.button(answer).click();
    await eventually(() => receiver.about(id)[0]);
  }
  await agent.ask(aQuestion('Deploy 4?', actions));
  await inbox.open('Deploy 4?');
  const earlier = page.getByRole('region', { name: 'Earlier decisions' });
  await expect(earlier).toContainText('Of the last 3 like this you answered “Approve” 2 times and “Deny” once.');
  await expect(earlier.getByRole('listitem')).toHaveText([/^Deploy 3\?.*Approve/, /^Deploy 2\?.*Deny/, /^Deploy 1\?/]);
  await expect(inbox.button('Approve')).not.toBeFocused();
  await earlier.getByRole('button', { name: /Deploy 2\?/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Deploy 2?' })).toBeVisible();
  await expect(
    page.getByRole('listbox', { name: 'History' }).getByRole('option', { selected: true }),
  ).toHaveAccessibleName(/^Deploy 2\?/);
});

test('a service is suspended, resumed and revoked from its question, each said in words first', async ({ app }) => {
  const agent = await app.localAgent();
  const { inbox, page } = app;
  await agent.ask(aQuestion('May I?', actions));
  await inbox.open('May I?');
  const origin = page.getByRole('region', { name: 'Origin' });
  const act = (name: string) => origin.getByRole('button', { name, exact: true });
  const confirm = (name: string) => inbox.confirmation.getByRole('button', { name, exact: true }).click();

  await act('Suspend…').click();
  await expect(inbox.confirmation).toContainText('cannot ask anything new until you resume it');
  await confirm('Cancel');
  expect((await agent.send(aQuestion('Still?'))).status).toBe(201);
  await act('Suspend…').click();
  await confirm('Suspend');
  await expect(origin).toContainText('it cannot ask until you resume it');
  expect((await agent.send(aQuestion('While suspended?'))).status).toBe(403);
  await act('Resume').click();
  await expect(act('Suspend…')).toBeVisible();
  expect((await agent.send(aQuestion('Resumed?'))).status).toBe(201);

  await act('Revoke its key…').click();
  await expect(inbox.confirmation).toContainText('Every script and agent on this computer');
  await confirm('Revoke');
  await expect(origin).toContainText('it can neither ask nor read its answers');
  expect((await agent.send(aQuestion('Once revoked?'))).status).toBe(401);

  await act('New key in Settings').click();
  await expect(page.getByRole('region', { name: 'Local key' })).toContainText('has no key');
  await expect(page.getByRole('region', { name: 'Getting started' })).toContainText('is revoked');
  const card = page.getByRole('listitem', { name: 'Local agents' });
  await card.getByRole('button', { name: 'Give it a new key' }).click();
  await confirm('Give it a new key');
  await expect(card).toContainText('active');
  const renewed = await app.localAgent();
  expect((await renewed.send(aQuestion('With the new key?'))).status).toBe(201);
});
