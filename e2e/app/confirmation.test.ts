import { aQuestion } from '../rig/agent.ts';
import { localAgentWithWebhook } from '../rig/callback.ts';
import { expect, test } from '../rig/test.ts';
import { eventually } from '../rig/wait.ts';

/** What the dialog must say in words for each flag; never the flag's raw name alone. */
const words: [flag: string, said: RegExp][] = [
  ['destructive', /remove|delete|destroy|overwrite/i],
  ['irreversible', /undone|taken back|reversed/i],
  ['costly', /cost|money|expens/i],
  ['requires_confirmation', /confirm|twice|sure/i],
];

for (const [flag, said] of words) {
  test(`an action flagged ${flag} asks once more, with Cancel as the default`, async ({ app, receiver }) => {
    const agent = await localAgentWithWebhook(app, receiver);
    const action = { id: 'go', label: 'Go ahead', response_type: 'simple', flags: [flag, 'affects_others'] };
    const id = await agent.ask(aQuestion('Shall we?', [action]));
    const { inbox, page } = app;
    await inbox.open('Shall we?');

    await inbox.button('Go ahead').click();
    await expect(inbox.confirmation).toBeVisible();
    await expect(inbox.confirmation).toContainText(said);
    await expect(inbox.confirmation).toContainText(/other people/i);
    const cancel = inbox.confirmation.getByRole('button', { name: 'Cancel', exact: true });
    await expect(cancel).toBeFocused();

    await page.keyboard.press('Escape');
    await expect(inbox.confirmation).toHaveCount(0);
    await inbox.button('Go ahead').click();
    await expect(cancel).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(inbox.confirmation).toHaveCount(0);
    expect(await agent.status(id)).toMatchObject({ responded: false });
    await expect(inbox.row('Shall we?')).toHaveCount(1);

    await inbox.button('Go ahead').click();
    await inbox.confirmation.getByRole('button', { name: 'Confirm', exact: true }).click();
    const delivery = await eventually(() => receiver.about(id)[0]);
    expect(delivery.body).toMatchObject({ action_id: 'go', response_data: null });
    expect(receiver.deliveries).toHaveLength(1);
  });
}

test('an input action with a flag asks when Send is pressed, and keeps the input when cancelled', async ({
  app,
  receiver,
}) => {
  const agent = await localAgentWithWebhook(app, receiver);
  const action = { id: 'drop', label: 'Table to drop', response_type: 'text', flags: ['destructive', 'irreversible'] };
  const id = await agent.ask(aQuestion('Drop which table?', [action]));
  const { inbox } = app;
  await inbox.open('Drop which table?');
  await inbox.textbox('Table to drop').fill('customers_old');
  await inbox.send('Table to drop').click();
  await inbox.confirmation.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(inbox.textbox('Table to drop')).toHaveValue('customers_old');
  expect(await agent.status(id)).toMatchObject({ responded: false });

  await inbox.send('Table to drop').click();
  await inbox.confirmation.getByRole('button', { name: 'Confirm', exact: true }).click();
  expect((await eventually(() => receiver.about(id)[0])).body.response_data).toBe('customers_old');
});

test('flags that ask for nothing more are badges, and the answer goes at once', async ({ app, receiver }) => {
  const agent = await localAgentWithWebhook(app, receiver);
  const flags = ['time_sensitive', 'affects_others', 'experimental', 'made_up_flag'];
  const id = await agent.ask(aQuestion('Try it?', [{ id: 'try', label: 'Try it', response_type: 'simple', flags }]));
  const { inbox } = app;
  await inbox.open('Try it?');
  await expect(inbox.text(/made_up_flag/)).toBeVisible();
  await expect(inbox.text(/experimental/i)).toBeVisible();
  await inbox.button('Try it').click();
  await eventually(() => receiver.about(id)[0]);
  await expect(inbox.confirmation).toHaveCount(0);
});
