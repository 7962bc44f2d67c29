import { type BrowserWindow, screen } from 'electron';
import { type Logger, reasonOf } from '#main/logging/logger';
import { placeNear, withHeight } from '#main/windows/placement';
import { closeGently, displays, makeSmallWindow, type SmallWindowPorts } from '#main/windows/small-window';
import type { ItemKey } from '#shared/inbox/item-key';
import type { ComposerRequest } from '#shared/native/composer';
import { words } from '#shared/words/words';

export type ComposerWindowsPorts = SmallWindowPorts & {
  log: Logger;
  /** Keeps what was typed with the item. */
  keep: (request: ComposerRequest) => void;
  /** Where one composes when there can be no composer. */
  instead: (request: ComposerRequest) => void;
};

/** At the usual text size, in px. */
const usualSize = { width: 400, height: 260 };
const tallest = 640;

type Composer = { window: BrowserWindow; request: ComposerRequest };

/** The small windows in which one action of an item is answered: one for each item, gone once it is. */
export class ComposerWindows {
  readonly #ports: ComposerWindowsPorts;
  readonly #open = new Map<ItemKey, Composer>();

  constructor(ports: ComposerWindowsPorts) {
    this.#ports = ports;
  }

  /** Opens the composer of an item beside the pointer, or goes on in the one that is open. */
  open(request: ComposerRequest): void {
    const { keep, instead, log } = this.#ports;
    keep(request);
    const standing = this.#open.get(request.key);
    if (standing) {
      standing.request = request;
      this.#tell(standing);
      standing.window.show();
      standing.window.focus();
      return;
    }
    try {
      this.#make(request);
    } catch (thrown) {
      log.error('the composer was not made', { reason: reasonOf(thrown) });
      instead(request);
    }
  }

  /** Whether this page, by its id, is a composer. */
  has(pageId: number): boolean {
    return this.#byPage(pageId) !== undefined;
  }

  /** The page says how high what it shows is, in its own px: the window becomes so high, and is shown at last. */
  fitHeight(pageId: number, height: number): void {
    const window = this.#byPage(pageId)?.window;
    if (!window) return;
    const { zoom } = this.#ports.pages;
    const wanted = Math.min(Math.ceil(height * zoom), Math.round(tallest * zoom));
    window.setBounds(withHeight(window.getBounds(), wanted, displays()));
    if (window.isVisible()) return;
    window.show();
    window.focus(); // the person asked for it
  }

  /** For quitting: what was typed last is handed in. */
  async leave(graceMs: number): Promise<void> {
    await Promise.all([...this.#open.values()].map(({ window }) => closeGently(window, graceMs)));
  }

  #make(request: ComposerRequest): void {
    const { zoom } = this.#ports.pages;
    const size = { width: Math.round(usualSize.width * zoom), height: Math.round(usualSize.height * zoom) };
    const place = placeNear(screen.getCursorScreenPoint(), size, displays());
    const window = makeSmallWindow(this.#ports, 'composer', { ...place, title: words.notes.replyTitle }, () => {
      const broken = this.#open.get(request.key);
      if (!broken) return;
      window.destroy();
      this.#ports.instead(broken.request);
    });
    const composer = { window, request };
    this.#open.set(request.key, composer);
    window.on('closed', () => this.#open.delete(request.key));
    window.webContents.on('did-finish-load', () => this.#tell(composer)); // also when it is loaded anew
  }

  #tell({ window, request: { key, actionId, text, problem } }: Composer): void {
    this.#ports.pages.send(window.webContents, 'composer:compose', { key, actionId, text, problem });
  }

  #byPage(pageId: number): Composer | undefined {
    return [...this.#open.values()].find(({ window }) => window.webContents.id === pageId);
  }
}
