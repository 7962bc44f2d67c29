import { aQuestion } from '../rig/agent.ts';
import { axeProblems } from '../rig/axe.ts';
import { expect, test } from '../rig/test.ts';

test('a command is given another key: what is taken or reserved is said, and everything shows the new one', async ({
  app,
}) => {
  const agent = await app.localAgent();
  await agent.ask(aQuestion('One?'));
  await agent.ask(aQuestion('Two?'));
  const { inbox, page } = app;
  const { keyboard } = page;
  await inbox.expectRows(2);
  await inbox.goTo('Settings');
  const section = page.getByRole('region', { name: 'Keyboard' });
  const changing = (command: string) => section.getByRole('button', { name: `Change the key of “${command}”` });
  const said = section.getByRole('status');

  await changing('Search').click();
  await expect(section.getByRole('textbox', { name: 'Press the new key' })).toBeFocused();
  await keyboard.press('5');
  await expect(said).toContainText('has a use of its own');
  await keyboard.press('Control+c');
  await expect(said).toContainText('has a use of its own');
  await keyboard.press('j');
  await expect(said).toContainText('is the key of “Next item”');
  expect(await axeProblems(page)).toEqual([]);
  await section.getByRole('button', { name: 'Exchange the two' }).click();
  await expect(changing('Search')).toHaveText('j');
  await expect(changing('Next item')).toHaveText('/');
  await expect(changing('Search')).toBeFocused();

  await keyboard.press('g');
  await keyboard.press('i');
  await keyboard.press('j');
  await expect(page.getByRole('combobox', { name: 'Search the inbox' })).toBeFocused();
  await keyboard.press('Escape');
  await keyboard.press('Home');
  await keyboard.press('/');
  await expect(inbox.row('Two?')).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await sheet.getByRole('textbox').fill('next item');
  await expect(sheet.getByRole('definition')).toHaveText(['Next item']);
  await expect(sheet.getByRole('term')).toHaveText('/or↓');
  await keyboard.press('Escape');

  await inbox.goTo('Settings');
  await section.getByRole('button', { name: 'All usual keys again' }).click();
  await inbox.confirmation.getByRole('button', { name: 'All usual keys again' }).click();
  await expect(changing('Search')).toHaveText('/');
});
