import { expect, type Locator, type Page } from 'playwright/test';

/** The app's window as a person or a screen reader knows it: only by the roles and names of design.md 5. */
export class InboxPage {
  constructor(readonly page: Page) {}

  get list(): Locator {
    return this.page.getByRole('listbox', { name: 'Inbox', exact: true });
  }

  /** The row whose name begins with a title. */
  row(title: string): Locator {
    return this.list.getByRole('option', { name: new RegExp(`^${escaped(title)}`) });
  }

  async open(title: string): Promise<void> {
    await this.expectRow(title);
    await this.row(title).click();
    await expect(this.row(title)).toHaveAttribute('aria-selected', 'true');
  }

  /** Waits for so many rows, bringing in what waits behind the button "N new". */
  async expectRows(count: number): Promise<void> {
    await expect(async () => {
      await this.bringIn();
      await expect(this.list.getByRole('option')).toHaveCount(count, { timeout: 500 });
    }).toPass();
  }

  /** Waits for a row, bringing it in when it waits behind the button "N new". */
  async expectRow(title: string): Promise<void> {
    await expect(async () => {
      await this.bringIn();
      await expect(this.row(title)).toBeVisible({ timeout: 500 });
    }).toPass();
  }

  private async bringIn(): Promise<void> {
    const waiting = this.page.getByRole('button', { name: /^\d+ new$/ });
    if (await waiting.isVisible()) await waiting.click();
  }

  /** Presses Tab until something has the focus. */
  async focusByTab(wanted: Locator, atMost = 40): Promise<void> {
    for (let presses = 0; presses < atMost; presses++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    await expect(wanted).toBeFocused();
  }

  /** Goes to a view: Inbox, Snoozed, History or Settings. */
  async goTo(view: 'Inbox' | 'Snoozed' | 'History' | 'Settings'): Promise<void> {
    await this.view(view).click();
  }

  view(name: string): Locator {
    const exact = new RegExp(`^${name}(\\b|$)`);
    return this.page.getByRole('tab', { name: exact }).or(this.page.getByRole('link', { name: exact }));
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  send(label: string): Locator {
    return this.button(`Send ${label}`);
  }

  /** One side of a binary, or one option of a choice. */
  radio(label: string, side: string): Locator {
    return this.page
      .getByRole('radiogroup', { name: label, exact: true })
      .getByRole('radio', { name: side, exact: true });
  }

  checkbox(label: string, option: string): Locator {
    return this.page
      .getByRole('group', { name: label, exact: true })
      .getByRole('checkbox', { name: option, exact: true });
  }

  textbox(label: string): Locator {
    return this.page.getByRole('textbox', { name: label, exact: true });
  }

  spinbutton(label: string): Locator {
    return this.page.getByRole('spinbutton', { name: label, exact: true });
  }

  slider(label: string): Locator {
    return this.page.getByRole('slider', { name: label, exact: true });
  }

  dateField(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  get confirmation(): Locator {
    return this.page.getByRole('alertdialog');
  }

  /** Undo stands with the question and in the message about the answer on its way. */
  get undo(): Locator {
    return this.page.getByRole('button', { name: 'Undo', exact: true }).first();
  }

  text(words: string | RegExp): Locator {
    return this.page.getByText(words).filter({ visible: true }).first();
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
