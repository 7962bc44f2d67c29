import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { fromCsv } from '#shared/history/export-row';
import { aQuestion } from '../rig/agent.ts';
import { expect, test } from '../rig/test.ts';

test('two answers are told, exported and verified; what is altered behind the app’s back is named', async ({
  app,
  folder,
}) => {
  const agent = await app.localAgent();
  const { inbox, page } = app;
  const simple = { id: 'yes', label: 'Fine by me', response_type: 'simple' };
  await agent.ask(aQuestion('Ship the first?', [simple]));
  await agent.ask(aQuestion('=Ship the second?', [simple]));
  for (const title of ['Ship the first?', '=Ship the second?']) {
    await inbox.open(title);
    await inbox.button('Fine by me').click();
    await expect(inbox.row(title)).toHaveCount(0);
  }
  const exports = mkdtempSync(join(tmpdir(), 'triage-e2e-export-'));
  const saveTo = join(exports, 'history.csv');

  await test.step('the timeline says who answered, from where, and how long it took', async () => {
    await inbox.goTo('History');
    await inbox.text('Ship the first?').click();
    const receipts = page.getByRole('region', { name: 'Receipts' }).getByRole('listitem');
    await expect(receipts.filter({ hasText: 'Answered' })).toContainText(/“Fine by me” by you in this window, after/);
    await expect(receipts.filter({ hasText: 'Accepted' })).toContainText('by the server');
  });

  await test.step('what the list shows is exported, and read back', async () => {
    await app.electron.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    }, saveTo);
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    await expect(inbox.text('2 decisions were exported.')).toBeVisible();
    const rows = fromCsv(readFileSync(saveTo, 'utf8')) ?? [];
    expect(new Set(rows.map(({ title }) => title))).toEqual(new Set(['Ship the first?', '=Ship the second?']));
    // That it was answered may be recorded first, and whose answer it was then: the last record counts.
    const decisions = rows.filter((row) => row.is_last);
    expect(decisions).toHaveLength(2);
    for (const row of decisions) {
      expect(row).toMatchObject({ answer: 'Fine by me', answered_from: 'window', action_id: 'yes' });
    }
    expect(readdirSync(exports)).toEqual(['history.csv']);
  });

  const verify = page.getByRole('button', { name: 'Verify History' });
  await inbox.goTo('Settings');
  await verify.click();
  await expect(inbox.text('2 decisions, nothing altered.')).toBeVisible();

  const other = new DatabaseSync(join(folder.data, 'inbox.db'));
  other.exec("UPDATE notifications SET answer_words = 'Not fine' WHERE title = 'Ship the first?'");
  other.close();
  await verify.click();
  await expect(inbox.text('2 decisions, and 1 thing is not as it was written.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'What was altered' })).toContainText(/Ship the first\?.*the answer/);
});
