import { aQuestion } from '../rig/agent.ts';
import { localAgentWithWebhook } from '../rig/callback.ts';
import { expect, test } from '../rig/test.ts';

const why = { id: 'why', label: 'Say why', response_type: 'text' };

test('search by keyboard: words, a filter, and an answer in History', async ({ startApp, receiver }) => {
  const app = await startApp({ settings: { takeBackSeconds: 0 } });
  const agent = await localAgentWithWebhook(app, receiver);
  const description = 'The ledger of <b>Grüße GmbH</b> has two open invoices.';
  await agent.ask({ ...aQuestion('Close the month?', [why]), context: { title: 'Close the month?', description } });
  await agent.ask(aQuestion('Ship the build?', [{ id: 'ship', label: 'Ship', response_type: 'simple' }]));
  const { inbox, page } = app;
  const { keyboard } = page;
  await inbox.expectRows(2);
  const field = page.getByRole('combobox', { name: 'Search the inbox' });

  await test.step('words, wherever they stand, marked', async () => {
    await keyboard.press('/');
    await expect(field).toBeFocused();
    await keyboard.type('grusse');
    await inbox.expectRows(1);
    await expect(inbox.row('Close the month?').locator('mark')).toHaveText(['Grüße']);
    await expect(inbox.row('Close the month?')).toContainText('of <b>Grüße GmbH</b> has');
  });

  await test.step('a filter, offered as it is typed, then shown as a chip', async () => {
    await field.fill('');
    await keyboard.type('ty');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await keyboard.type('simp');
    await keyboard.press('ArrowDown');
    await keyboard.press('Tab');
    await expect(field).toHaveValue('type:simple ');
    await inbox.expectRows(1);
    await expect(inbox.row('Ship the build?')).toBeVisible();
    await inbox.button('Answered with: One press').click();
    await inbox.expectRows(2);
    await field.focus();
    await keyboard.type('nothing of that kind');
    await expect(page.getByText('Nothing found for')).toBeVisible();
    await keyboard.press('Escape');
    await inbox.expectRows(2);
    await expect(field).not.toBeFocused();
  });

  await test.step('an answer is found in History', async () => {
    await inbox.open('Close the month?');
    await inbox.textbox('Say why').fill('Not before the audit');
    await inbox.send('Say why').click();
    await inbox.expectRows(1);
    await inbox.goTo('History');
    await page.getByRole('combobox', { name: 'Search History' }).fill('audit answered:me');
    const row = page.getByRole('listbox', { name: 'History', exact: true }).getByRole('option');
    await expect(row).toHaveCount(1);
    await expect(row.locator('mark')).toHaveText(['audit']);
  });
});
