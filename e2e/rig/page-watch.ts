import type { BrowserContext, Page } from 'playwright/test';

const own = /^(triage-app|data|blob|devtools):/;

/** Notes what must never happen in a page: errors, refusals by the content security policy, requests off our scheme. */
export class PageWatch {
  readonly problems: string[] = [];
  readonly foreignRequests: string[] = [];
  private readonly expected: RegExp[] = [];

  constructor(context: BrowserContext) {
    context.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        this.note(`console: ${message.text()} (${message.location().url}:${message.location().lineNumber})`);
    });
    context.on('request', (request) => {
      const url = request.url();
      if (!own.test(url) && !this.isExpected(url)) this.foreignRequests.push(url);
    });
    for (const page of context.pages()) this.watchPage(page);
    context.on('page', (page) => this.watchPage(page));
  }

  private watchPage(page: Page): void {
    page.on('pageerror', (error) => this.note(`uncaught: ${error.stack ?? error.message}`));
    page.on('crash', () => this.note('the page crashed'));
  }

  private note(problem: string): void {
    if (!this.isExpected(problem)) this.problems.push(problem);
  }

  private isExpected(what: string): boolean {
    return this.expected.some((one) => one.test(what));
  }

  /** Says beforehand which problem, or which request that the app must stop, is what the test is about. */
  expect(problem: RegExp): void {
    this.expected.push(problem);
  }
}
