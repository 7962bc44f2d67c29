import { join } from 'node:path';
import { aQuestion } from './rig/agent.ts';
import { localAgentWithWebhook } from './rig/callback.ts';
import { projectRoot } from './rig/project.ts';
import { expect, test } from './rig/test.ts';
import { eventually } from './rig/wait.ts';
import { setWidth } from './rig/windows.ts';

// The command palette, the sheet of keys, Settings › Keyboard, and what stands beside a question about its asker.

for (const theme of ['light', 'dark'] as const) {
  test(`pictures of keys, ${theme}`, async ({ startApp, receiver }) => {
    const app = await startApp({ settings: { theme, takeBackSeconds: 0, welcomeDone: true } });
    const agent = await localAgentWithWebhook(app, receiver);
    const { inbox, page } = app;
    const { keyboard } = page;
    const shoot = async (name: string) => {
      await page.screenshot({ path: join(projectRoot, 'screenshots', `${theme}-${name}.png`) });
    };
    const actions = [
      { id: 'approve', label: 'Approve Query', response_type: 'simple' },
      { id: 'deny', label: 'Deny', response_type: 'simple', flags: ['destructive'] },
      { id: 'why', label: 'Ask for a reason that is explained in rather many words', response_type: 'text' },
    ];
    for (const title of ['Run the customer query for March?', 'Run the customer query for April?']) {
      const id = await agent.ask(aQuestion(title, actions));
      await inbox.open(title);
      await inbox.button('Approve Query').click();
      await eventually(() => receiver.about(id)[0]);
    }
    await agent.ask(aQuestion('Run the customer query for May, which is a good deal longer than the others?', actions));
    await inbox.open('Run the customer query for May');
    await setWidth(app.electron, 1320);

    await keyboard.press('Control+k');
    await shoot('palette');
    await keyboard.type('query');
    await expect(page.getByRole('option', { name: /April/ })).toBeVisible();
    await shoot('palette-found');
    await keyboard.press('Control+a');
    await keyboard.type('nothing like it');
    await shoot('palette-empty');
    await keyboard.press('Escape');
    await keyboard.press('?');
    await shoot('key-sheet');
    await keyboard.press('Escape');
    await page.getByRole('region', { name: 'Earlier decisions' }).scrollIntoViewIfNeeded();
    await shoot('earlier');
    await page.getByRole('button', { name: 'Suspend…' }).click();
    await shoot('suspend');
    await inbox.confirmation.getByRole('button', { name: 'Suspend' }).click();
    await expect(page.getByRole('button', { name: 'Resume', exact: true })).toBeVisible();
    await shoot('suspended');

    await keyboard.press('Control+k');
    await keyboard.type('settings: keyboard');
    await keyboard.press('Enter');
    await page.getByRole('button', { name: 'Change the key of “Search”' }).click();
    await keyboard.press('j');
    await shoot('keyboard-settings');
    await setWidth(app.electron, 400);
    await page.getByRole('textbox', { name: 'Press the new key' }).scrollIntoViewIfNeeded();
    await shoot('keyboard-settings-narrow');
    await keyboard.press('Escape');
    await keyboard.press('Control+k');
    await shoot('palette-narrow');
  });
}
