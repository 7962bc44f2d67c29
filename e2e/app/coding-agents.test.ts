import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../rig/test.ts';

test('the first-start page lets a coding agent of this computer ask here, shows the change first, and takes it back', async ({
  startApp,
  folder,
}) => {
  const settings = join(folder.home, '.claude', 'settings.json');
  mkdirSync(join(folder.home, '.claude'));
  const before = '{\n  "model": "opus"\n}\n';
  writeFileSync(settings, before);
  const app = await startApp();
  await app.localServer();
  const { page } = app;

  await page.getByRole('button', { name: 'Set Claude Code up' }).click();
  const sheet = page.getByRole('dialog', { name: 'Set Claude Code up' });
  await expect(sheet).toContainText('+    "PermissionRequest": [');
  expect(readFileSync(settings, 'utf8')).toBe(before);
  await sheet.getByRole('button', { name: 'Change the file' }).click();
  await expect(sheet.getByRole('status')).toContainText('A test question is in the inbox.');
  expect(JSON.parse(readFileSync(settings, 'utf8'))).toMatchObject({
    model: 'opus',
    hooks: { PermissionRequest: [{}] },
  });
  await page.keyboard.press('Escape');
  await expect(app.inbox.row('Claude Code can ask you here now')).toHaveCount(1);

  await app.inbox.view('Settings').click();
  await page.getByRole('button', { name: 'Remove the hooks of Claude Code' }).click();
  await page.getByRole('button', { name: 'Change the file' }).click();
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('The file was changed.');
  expect(readFileSync(settings, 'utf8')).toBe(before);
  expect(readdirSync(join(folder.home, '.claude')).length).toBeGreaterThan(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Set Claude Code up' })).toBeVisible();

  await page.getByRole('button', { name: 'MCP clients' }).click();
  await expect(page.getByRole('dialog', { name: 'MCP clients' })).toContainText(
    'claude mcp add triage-inbox -- atp mcp',
  );
});
