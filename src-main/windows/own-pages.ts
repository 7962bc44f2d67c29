import type { WebContents } from 'electron';
import type { IpcEventName, IpcEvents } from '#shared/ipc/contract';
import { isOwnPage } from './guards.ts';
import type { Page } from './page.ts';

/** A page of ours: what is said while it loads is said as soon as it has. */
type Line = { isLoaded: boolean; unsent: (() => void)[] };

/** The pages of all our windows: who may call us, and who is told what changed. */
export class OwnPages {
  readonly #lines = new Map<WebContents, Line>();
  readonly #page: Page;
  readonly #textSizePercent: () => number;

  constructor(page: Page, textSizePercent: () => number) {
    this.#page = page;
    this.#textSizePercent = textSizePercent;
  }

  /** Takes a window's page in, until it is destroyed. */
  adopt(contents: WebContents): void {
    const line: Line = { isLoaded: false, unsent: [] };
    this.#lines.set(contents, line);
    contents.on('did-start-loading', () => {
      line.isLoaded = false;
    });
    contents.on('did-finish-load', () => {
      line.isLoaded = true;
      contents.setZoomFactor(this.zoom); // Chromium forgets it when the page is loaded anew
      for (const send of line.unsent.splice(0)) send();
    });
    contents.once('destroyed', () => this.#lines.delete(contents));
  }

  /** Whether a call comes from the top frame of one of these pages. */
  areCalling(event: Parameters<typeof isOwnPage>[0]): boolean {
    return [...this.#lines.keys()].some((contents) => isOwnPage(event, contents, this.#page));
  }

  send<E extends IpcEventName>(contents: WebContents, event: E, payload: IpcEvents[E]): void {
    const line = this.#lines.get(contents);
    if (!line || contents.isDestroyed()) return;
    if (line.isLoaded) contents.send(event, payload);
    else line.unsent.push(() => contents.send(event, payload));
  }

  broadcast<E extends IpcEventName>(event: E, payload: IpcEvents[E]): void {
    for (const contents of this.#lines.keys()) this.send(contents, event, payload);
  }

  /** How large everything is drawn; 1 is the usual size. */
  get zoom(): number {
    return this.#textSizePercent() / 100;
  }

  applyTextSize(): void {
    for (const contents of this.#lines.keys()) contents.setZoomFactor(this.zoom);
  }
}
