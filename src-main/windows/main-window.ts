import { BrowserWindow, nativeTheme, type WebPreferences } from 'electron';
import { type Logger, reasonOf } from '#main/logging/logger';
import { iconImage } from '#main/tray/electron-tray';
import type { IpcEventName, IpcEvents } from '#shared/ipc/contract';
import { words } from '#shared/words/words';
import { attachContextMenu } from './context-menu.ts';
import type { OwnPages } from './own-pages.ts';
import { closeGently, displays } from './small-window.ts';
import { fitPlace, minimumSize, readPlace, writePlace } from './window-place.ts';

export type MainWindowPorts = {
  startUrl: () => string;
  webPreferences: WebPreferences;
  icon: string;
  dataFolder: string;
  now: () => number;
  log: Logger;
  pages: OwnPages;
  /** The window was closed by the person and stays in the tray. */
  onHidden: () => void;
};

/** A crash loop is not answered with an endless one: this many reloads a minute. */
const reloadsPerMinute = 3;

/** The inbox's window. It is a view: closed, reloaded or crashed, nothing is lost with it. */
export class MainWindow {
  readonly #ports: MainWindowPorts;
  #window: BrowserWindow | undefined;
  #isLeaving = false;
  /** It was closed, and nobody has asked for it since. */
  #isPutAway = false;
  #crashes: number[] = [];

  constructor(ports: MainWindowPorts) {
    this.#ports = ports;
  }

  /** Makes the window, shown as soon as it has something to show, or hidden in the tray. */
  open(hidden: boolean): void {
    const place = fitPlace(
      readPlace(this.#ports.dataFolder, this.#ports.now()),
      displays().map(({ workArea }) => workArea),
    );
    const { x, y, width, height, maximised } = place;
    const window = new BrowserWindow({
      ...(x === undefined || y === undefined ? {} : { x, y }),
      width,
      height,
      minWidth: minimumSize.width,
      minHeight: minimumSize.height,
      show: false,
      title: 'Triage Inbox',
      icon: this.#ports.icon,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#111113' : '#fcfcfd',
      webPreferences: this.#ports.webPreferences,
    });
    this.#window = window;
    this.#ports.pages.adopt(window.webContents);
    this.#isPutAway = hidden;
    if (!hidden) {
      window.once('ready-to-show', () => {
        if (this.#isPutAway) return; // closed before it had anything to show
        if (maximised) window.maximize();
        window.show();
      });
    }
    this.#listen(window);
    attachContextMenu(window);
    window
      .loadURL(this.#ports.startUrl())
      .catch((thrown) => this.#ports.log.error('the page did not load', { reason: reasonOf(thrown) }));
  }

  /** Brings the window before the person; makes it anew when it is gone. */
  raise(): void {
    if (!this.#window) {
      this.open(false);
      return;
    }
    this.#isPutAway = false;
    // One that crashed too often was left alone; now somebody wants it.
    if (this.#window.webContents.isCrashed()) this.#window.webContents.reload();
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }

  /** Tells the page something; while it is still loading, as soon as it has. */
  send<E extends IpcEventName>(event: E, payload: IpcEvents[E]): void {
    if (this.#window) this.#ports.pages.send(this.#window.webContents, event, payload);
  }

  /** Draws how many wait over the taskbar button of Windows. */
  showCount(count: number): void {
    const picture = count > 0 ? iconImage({ state: 'waiting', count }, 'win32') : null;
    this.#window?.setOverlayIcon(picture, count > 0 ? words.tray.waiting(count) : '');
  }

  /**
   * For quitting: the window leaves the screen at once, while answers may still be on their way. Its page gets up to
   * `graceMs` to hand in what was typed last.
   */
  async leave(graceMs: number): Promise<void> {
    const window = this.#window;
    if (!window) return;
    this.#rememberPlace(window);
    this.#isLeaving = true;
    window.hide();
    await closeGently(window, graceMs);
  }

  #listen(window: BrowserWindow): void {
    window.on('close', (event) => {
      if (this.#isLeaving) return;
      this.#rememberPlace(window);
      event.preventDefault();
      this.#isPutAway = true;
      window.hide();
      this.#ports.onHidden();
    });
    window.on('closed', () => {
      this.#window = undefined;
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => this.#reloadAfterCrash(reason));
  }

  #reloadAfterCrash(reason: string): void {
    if (reason === 'clean-exit') return;
    const now = this.#ports.now();
    this.#crashes = [...this.#crashes.filter((at) => now - at < 60_000), now];
    this.#ports.log.error('the page crashed', { reason });
    if (this.#crashes.length <= reloadsPerMinute) this.#window?.webContents.reload();
  }

  #rememberPlace(window: BrowserWindow): void {
    const { x, y, width, height } = window.getNormalBounds();
    const place = {
      x,
      y,
      width: Math.max(width, minimumSize.width),
      height: Math.max(height, minimumSize.height),
      maximised: window.isMaximized(),
    };
    try {
      writePlace(this.#ports.dataFolder, place);
    } catch (thrown) {
      this.#ports.log.warn('the window’s place was not saved', { reason: reasonOf(thrown) });
    }
  }
}
