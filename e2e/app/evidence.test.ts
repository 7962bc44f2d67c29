import { aQuestion } from '../rig/agent.ts';
import { png } from '../rig/png-picture.ts';
import { expect, test } from '../rig/test.ts';

const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');

const code = `# Ships one build.
import sys

def ship(build: int, *, dry_run=True) -> str:
    """Returns what was done."""
    if dry_run:
        return f"would ship {build}"
    return "shipped " + str(build)

print(ship(int(sys.argv[1])))
`;
const diff = `diff --git a/deploy/production.yaml b/deploy/production.yaml
--- a/deploy/production.yaml
+++ b/deploy/production.yaml
@@ -12,5 +12,6 @@ spec:
   replicas: 6
-  image: shop:2.0.4
+  image: shop:2.1.0
+  migrations: true
   ports:
     - 8080
`;
const longDiff = `--- a/x\n+++ b/x\n@@ -1,400 +1,400 @@\n${Array.from({ length: 400 }, (_, n) => `-old line ${n}\n+new line ${n}`).join('\n')}\n`;
const csv = `table,rows,note\n${Array.from({ length: 5_000 }, (_, n) => `orders_${n},${n * 7},"kept, as it is"`).join('\n')}\n`;
const json = {
  build: 118,
  checks: {
    lint: 'passed',
    tests: [
      { name: 'unit', failed: 0 },
      { name: 'e2e', failed: 2 },
    ],
  },
};
const log = Array.from({ length: 20_000 }, (_, n) => `2026-01-15T09:00:00Z worker ${n} ready`).join('\n');

test('evidence of every kind is shown so that it can be judged', async ({ app }) => {
  const agent = await app.localAgent();
  const { inbox, page } = app;
  const attachments = [
    { type: 'text/x-python', description: 'ship.py', data: base64(code) },
    { type: 'text/x-diff', description: 'What changes', data: base64(diff) },
    { type: 'text/x-diff', description: 'A long diff', data: base64(longDiff) },
    { type: 'text/csv', description: 'Tables', data: base64(csv) },
    { type: 'application/json', description: 'Report', data: base64(JSON.stringify(json)) },
    { type: 'image/png', description: 'A chart', data: base64(png(900, 300)) },
    { type: 'image/png', description: 'Damaged', data: base64('no picture') },
  ];
  await agent.ask(aQuestion('Is this right?', undefined, { context: { attachments } }));
  await agent.ask(
    aQuestion('And this log?', undefined, {
      context: {
        attachments: [{ type: 'text/plain', description: 'worker.log', data: base64(log.slice(0, 500_000)) }],
      },
    }),
  );
  await inbox.open('Is this right?');

  await test.step('code is coloured and unchanged', async () => {
    await expect(page.locator('[data-tone="comment"]').first()).toHaveText('# Ships one build.');
    await expect(page.locator('pre').filter({ hasText: 'Ships one build' })).toHaveText(code.trimEnd(), {
      useInnerText: true,
    });
  });

  await test.step('a diff has its numbers, in one column or side by side', async () => {
    const small = page.getByRole('region', { name: 'What changes' });
    await expect(small).toContainText('image: shop:2.1.0');
    await page.getByRole('button', { name: 'Side by side' }).first().click();
    const pair = small.locator('[data-kind="removed"]', { hasText: 'shop:2.0.4' }).locator('..');
    await expect(pair).toContainText('shop:2.1.0');
  });

  await test.step('a long diff and a long table draw only what is seen, to their end', async () => {
    const long = page.getByRole('region', { name: 'A long diff' });
    await expect(long).toContainText('old line 0');
    await expect(long).not.toContainText('new line 399');
    await long.evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await expect(long).toContainText('new line 399');
    const table = page.getByRole('table').filter({ hasText: 'orders_0' });
    expect(await table.getByRole('row').count()).toBeLessThan(80);
    await expect(page.getByText('5,000 rows, 3 columns')).toBeVisible();
    await page.getByRole('region', { name: 'Tables' }).evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await expect(page.getByRole('cell', { name: 'orders_4999', exact: true })).toBeVisible();
    await expect(page.getByRole('columnheader', { name: 'table', exact: true })).toBeVisible();
  });

  await test.step('JSON opens where the search finds something', async () => {
    await page.getByRole('searchbox', { name: 'Search in this JSON' }).fill('e2e');
    await expect(page.getByText('1 found')).toBeVisible();
    await expect(page.getByText('"e2e"')).toBeVisible();
  });

  await test.step('a picture is enlarged and closed; a damaged one says so', async () => {
    await page.getByRole('button', { name: 'Enlarge: A chart' }).click();
    const large = page.getByRole('dialog', { name: 'A chart' });
    await expect(large).toContainText('900 × 300');
    await large.getByRole('button', { name: '200 %' }).click();
    await expect(large.getByRole('img')).toHaveCSS('width', '1800px');
    await page.keyboard.press('Escape');
    await expect(large).toHaveCount(0);
    await expect(page.getByText('The picture is damaged')).toBeVisible();
  });

  await test.step('a long log is there to its last line', async () => {
    await inbox.open('And this log?');
    await page.getByRole('button', { name: /^Show all .* lines$/ }).click();
    const box = page.getByRole('region', { name: 'worker.log' });
    await box.evaluate((one) => one.scrollTo(0, one.scrollHeight));
    await expect(box).toContainText('worker 12');
  });
});
