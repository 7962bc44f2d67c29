import type { ElectronProcess } from './electron-process.ts';

/** Clicks the window's close button. */
export function closeWindow(electron: ElectronProcess): Promise<void> {
  return electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close();
  });
}

export function isWindowVisible(electron: ElectronProcess): Promise<boolean> {
  return electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));
}

export function windowCount(electron: ElectronProcess): Promise<number> {
  return electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
}

/** Makes the page so many pixels wide. */
export async function setWidth(electron: ElectronProcess, width: number): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(wanted, 860);
  }, width);
}

/** A picture of the windows: the page of each that a person can see, by the end of its address. */
export function visiblePages(electron: ElectronProcess): Promise<string[]> {
  return electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.isVisible())
      .map((window) => new URL(window.webContents.getURL()).hash),
  );
}
