import type { Page } from 'playwright/test';
import { expectOneClock } from './now.ts';
import { installPageScript, patienceMs, type Wanted } from './page-script.ts';

/** A page, of the app or of the floor, that is asked when something was painted and how long its frames took. */
export class WatchedPage {
  private constructor(readonly page: Page) {}

  static async of(page: Page): Promise<WatchedPage> {
    await page.evaluate(installPageScript, patienceMs);
    await expectOneClock(page);
    return new WatchedPage(page);
  }

  /** When it was painted, in ms since 1970, having done something that leads to it. */
  async paintedAfter(wanted: readonly Wanted[], act: () => unknown): Promise<number> {
    await this.page.evaluate((what) => globalThis.bench.arm(what), wanted);
    await act();
    return this.painted();
  }

  /** From a key going down to what it leads to being painted, in ms. */
  async paintedAfterKey(wanted: readonly Wanted[], key: string): Promise<number> {
    const painted = await this.paintedAfter(wanted, () => this.page.keyboard.press(key));
    const pressed = await this.page.evaluate(() => globalThis.bench.lastKeyAt());
    if (wanted.length > 0 && painted < pressed) throw new Error(`It was there before: ${JSON.stringify(wanted)}`);
    return painted - pressed;
  }

  private painted(): Promise<number> {
    return this.page.evaluate(() => globalThis.bench.painted());
  }

  /** The times between frames while something goes on, in ms. */
  async framesDuring(act: () => Promise<unknown>): Promise<number[]> {
    await this.page.evaluate(() => globalThis.bench.startFrames());
    await act();
    return this.page.evaluate(() => globalThis.bench.stopFrames());
  }
}
