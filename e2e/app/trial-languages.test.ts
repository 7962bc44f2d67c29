import type { Page } from 'playwright/test';
import { speak } from '#shared/words/words';
import { looseWords, tooWide } from '../rig/page-words.ts';
import { expect, test } from '../rig/test.ts';
import { walkEverywhere } from '../rig/walk.ts';

// English made unreadable (src-shared/words/pseudo.ts): what still reads as English is not in the catalogue.

test.afterEach(() => speak({ language: 'en', locale: 'en' }));

/** The service that the server makes by itself says what the server says: English, as everything on the wire. */
const ofTheServer = /: (Local agents|LA|Programs and scripts on this computer\.)$/;

/** Collects what is found, with the first place of each. */
class Findings {
  readonly #found = new Map<string, string>();

  add(where: string, found: readonly string[]): void {
    for (const what of found) if (!this.#found.has(what)) this.#found.set(what, where);
  }

  get all(): string[] {
    return [...this.#found].map(([what, where]) => `${where}: ${what}`);
  }
}

test('every word on every screen comes from the catalogue, and a third more of them fits', async ({
  startApp,
  desktop,
}) => {
  speak({ language: 'pseudo', locale: 'el' });
  const app = await startApp({ env: { TRIAGE_LANGUAGE: 'pseudo' } });
  const findings = new Findings();
  await walkEverywhere(app, desktop, async (page, where) => {
    const loose = await looseWords(page);
    findings.add(
      where,
      loose.filter((text) => !ofTheServer.test(text)),
    );
    findings.add(where, await tooWide(page));
  });
  expect(findings.all).toEqual([]);
});

test('from right to left everything is mirrored, but for code, numbers and ids', async ({ startApp, desktop }) => {
  speak({ language: 'pseudo-rtl', locale: 'he' });
  const app = await startApp({ env: { TRIAGE_LANGUAGE: 'pseudo-rtl' } });
  const findings = new Findings();
  await walkEverywhere(app, desktop, async (page, where) => {
    expect(await page.evaluate(() => document.documentElement.dir), where).toBe('rtl');
    findings.add(where, await tooWide(page));
    findings.add(where, await notMirrored(page));
    if (where === 'a question of kind scale') {
      const slider = page.getByRole('slider');
      await slider.press('ArrowLeft');
      await expect(slider).toHaveAttribute('aria-valuenow', '2');
    }
    if (page !== app.page || page.viewportSize()?.width === 700) return;
    const [sidebar, list] = [page.getByRole('navigation').first(), page.getByRole('listbox').first()];
    const [right, left] = await Promise.all([
      sidebar.boundingBox(),
      list.boundingBox({ timeout: 1 }).catch(() => null),
    ]);
    if (right && left) expect(right.x, where).toBeGreaterThanOrEqual(left.x + left.width);
  });
  expect(findings.all).toEqual([]);
});

/** What does not run, or point, as it should in a page that runs from right to left. */
function notMirrored(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    const named = (element: Element) => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent}`;
    const leftToRight = shown('code, kbd, pre:not([dir]), [translate="no"]:not([dir])');
    const turning = shown('svg[data-turns]');
    return [
      ...leftToRight.filter((element) => getComputedStyle(element).direction !== 'ltr').map(named),
      ...turning.filter((element) => getComputedStyle(element).transform !== 'matrix(-1, 0, 0, 1, 0, 0)').map(named),
    ];
  });
}
