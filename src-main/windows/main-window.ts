import { BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron';
import { type Logger, reasonOf } from '#main/logging/logger';
import type { IpcEventName, IpcEvents } from '#shared/ipc/contract';
import { attachContextMenu } from './context-menu.ts';
import { fitPlace, minimumSize, readPlace, writePlace } from './window-place.ts';

export type MainWindowPorts = {
  startUrl: string;
  webPreferences: WebPreferences;
  icon: string;
  dataFolder: string;
  now: () => number;
  log: Logger;
  textSizePercent: () => number;
  /** The window was closed by the person and stays in the tray. */
  onHidden: () => void;
  onFocused: () => void;
};

/** A crash loop is not answered with an endless one: this many reloads a minute. */
const reloadsPerMinute = 3;

/** The inbox's window. It is a view: closed, reloaded or crashed, nothing is lost with it. */
export class MainWindow {
  readonly #ports: MainWindowPorts;
  #window: BrowserWindow | undefined;
  #isLoaded = false;
  #isLeaving = false;
  #unsent: (() => void)[] = [];
  #crashes: number[] = [];

  constructor(ports: MainWindowPorts) {
    this.#ports = ports;
  }

  get contents() {
    return this.#window?.webContents;
  }

  get isFocused(): boolean {
    return this.#window?.isFocused() ?? false;
  }

  get isVisible(): boolean {
    return this.#window?.isVisible() ?? false;
  }

  /** Makes the window, shown as soon as it has something to show, or hidden in the tray. */
  open(hidden: boolean): void {
    const place = fitPlace(readPlace(this.#ports.dataFolder, this.#ports.now()), this.#displays());
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
    if (!hidden) {
      window.once('ready-to-show', () => {
        if (maximised) window.maximize();
        window.show();
      });
    }
    this.#listen(window);
    attachContextMenu(window);
    window
      .loadURL(this.#ports.startUrl)
      .catch((thrown) => this.#ports.log.error('the page did not load', { reason: reasonOf(thrown) }));
  }

  /** Brings the window before the person; makes it anew when it is gone. */
  raise(): void {
    if (!this.#window) {
      this.open(false);
      return;
    }
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }

  /** Tells the page something; while it is still loading, as soon as it has. */
  send<E extends IpcEventName>(event: E, payload: IpcEvents[E]): void {
    const contents = this.#window?.webContents;
    if (!contents || contents.isDestroyed()) return;
    if (this.#isLoaded) contents.send(event, payload);
    else this.#unsent.push(() => contents.send(event, payload));
  }

  applyTextSize(): void {
    this.#window?.webContents.setZoomFactor(this.#ports.textSizePercent() / 100);
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
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, graceMs);
      window.once('closed', () => {
        clearTimeout(timer);
        resolve();
      });
      window.close();
    });
    if (!window.isDestroyed()) window.destroy();
  }

  #listen(window: BrowserWindow): void {
    window.on('close', (event) => {
      if (this.#isLeaving) return;
      this.#rememberPlace(window);
      event.preventDefault();
      window.hide();
      this.#ports.onHidden();
    });
    window.on('closed', () => {
      this.#window = undefined;
      this.#isLoaded = false;
    });
    window.on('focus', () => this.#ports.onFocused());
    const { webContents } = window;
    webContents.on('did-start-loading', () => {
      this.#isLoaded = false;
    });
    webContents.on('did-finish-load', () => {
      this.#isLoaded = true;
      this.applyTextSize(); // Chromium forgets it when the page is loaded anew
      for (const send of this.#unsent.splice(0)) send();
    });
    webContents.on('render-process-gone', (_event, { reason }) => this.#reloadAfterCrash(reason));
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

  #displays() {
    const main = screen.getPrimaryDisplay();
    const others = screen.getAllDisplays().filter((display) => display.id !== main.id);
    return [main, ...others].map((display) => display.workArea);
  }
}
