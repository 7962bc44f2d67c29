import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What a theme can spoil; everything else is the same in both. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** Looks at a page with axe, in light and then in dark, and returns what is wrong: a line for each rule and place. */
export async function axeInBothThemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await axeProblems(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  const dark = await axeProblems(page, colourRules);
  return [...light.map((one) => `light: ${one}`), ...dark.map((one) => `dark: ${one}`)];
}

/** Looks at a page as it is, by all rules or by some. */
export async function axeProblems(page: Page, rules?: string[]): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' }); // half faded in, nothing has enough contrast
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const results = (await page.evaluate(
    (only) =>
      (window as unknown as { axe: { run(root: Document, options: object): Promise<unknown> } }).axe.run(
        document,
        only ? { runOnly: only } : {},
      ),
    rules,
  )) as AxeResults;
  return results.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`),
  );
}
