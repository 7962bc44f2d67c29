import {
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  nativeTheme,
  screen,
  type WebPreferences,
} from 'electron';
import { type Logger, reasonOf } from '#main/logging/logger';
import type { OwnPages } from './own-pages.ts';
import type { DisplayArea } from './placement.ts';

export type SmallWindowPorts = {
  startUrl: () => string;
  webPreferences: WebPreferences;
  icon: string;
  pages: OwnPages;
  log: Logger;
};

/** What is drawn in a small window; the page reads it from its own address. */
export type SmallPage = 'composer' | 'popover';

/**
 * A window without a frame on top of the others, not shown yet, with one of the small pages in it. `onBroken`: its page
 * did not load, or crashed.
 */
export function makeSmallWindow(
  { startUrl, webPreferences, icon, pages, log }: SmallWindowPorts,
  page: SmallPage,
  options: BrowserWindowConstructorOptions,
  onBroken: () => void,
): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    frame: false,
    alwaysOnTop: true,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#111113' : '#fcfcfd',
    webPreferences,
    ...options,
  });
  pages.adopt(window.webContents);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log.error('a small page crashed', { page, reason });
    onBroken();
  });
  window.loadURL(`${startUrl()}#${page}`).catch((thrown) => {
    if (window.isDestroyed()) return; // closed while it was loading
    log.error('a small page did not load', { page, reason: reasonOf(thrown) });
    onBroken();
  });
  return window;
}

/** All displays, the main one first. */
export function displays(): DisplayArea[] {
  const main = screen.getPrimaryDisplay();
  return [main, ...screen.getAllDisplays().filter((display) => display.id !== main.id)];
}

/** Closes a window whose page may have something to hand in, and waits for it, `graceMs` at most. */
export async function closeGently(window: BrowserWindow, graceMs: number): Promise<void> {
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
