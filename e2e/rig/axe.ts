import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Looks at a page with axe and returns what is wrong, a line for each rule and place. */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const results = (await page.evaluate(() =>
    (window as unknown as { axe: { run(root: Document): Promise<unknown> } }).axe.run(document),
  )) as AxeResults;
  return results.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`),
  );
}
