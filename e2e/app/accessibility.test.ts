import { aQuestion, inSeconds } from '../rig/agent.ts';
import { answers } from '../rig/answers.ts';
import { axeProblems } from '../rig/axe.ts';
import { expect, test } from '../rig/test.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page or control, ${theme}`, async ({ startApp }) => {
    test.setTimeout(60_000);
    const app = await startApp({ settings: { theme, takeBackSeconds: 60 } });
    const { inbox, page } = app;
    await page.emulateMedia({ reducedMotion: 'reduce' }); // half faded in, nothing has enough contrast
    const clean = async (where: string) => expect.soft(await axeProblems(page), where).toEqual([]);
    await clean('first start');

    const agent = await app.localAgent();
    for (const { type, action } of answers) {
      const flags = ['destructive', 'irreversible', 'costly', 'time_sensitive', 'experimental', 'my_own'];
      const context = {
        metadata: { rows: 12, nested: { a: [1] } },
        description: 'Some **bold** text, `code`, [a link](https://example.com).',
      };
      await agent.ask(
        aQuestion(`Type ${type}`, [{ ...action, flags: type === 'simple' ? flags : [] }], {
          context,
          deadline: inSeconds(2000),
        }),
      );
    }
    await inbox.expectRows(answers.length);
    for (const { type } of answers) {
      await inbox.open(`Type ${type}`);
      await expect(page.getByRole('heading', { name: `Type ${type}` }).first()).toBeVisible();
      await clean(type);
    }
    await inbox.open('Type number');
    await inbox.spinbutton('Set the threshold').fill('0.37');
    await clean('a number that is refused');
    await inbox.open('Type simple');
    await inbox.button('Ship it').click();
    await expect(inbox.confirmation).toBeVisible();
    await clean('confirmation');
    await inbox.confirmation.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect(inbox.undo).toBeVisible();
    await clean('take-back window');
    await inbox.goTo('History');
    await clean('history');
    await inbox.goTo('Settings');
    await clean('settings');
  });
}
