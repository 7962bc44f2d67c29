import type { ElectronApplication } from 'playwright/test';

/** Clicks the window's close button. */
export async function closeWindow(electron: ElectronApplication): Promise<void> {
  await inMain(() =>
    electron.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.close();
    }),
  );
}

export function isWindowVisible(electron: ElectronApplication): Promise<boolean> {
  return inMain(() =>
    electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible())),
  );
}

export function windowCount(electron: ElectronApplication): Promise<number> {
  return inMain(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length));
}

/**
 * Asks the main process something that may be asked twice: now and then Node's inspector, which Playwright asks through,
 * loses a reply to its garbage collector and says so.
 */
export async function inMain<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!String(error).includes('promise was garbage collected')) throw error;
    }
  }
}
