import type { App, Session, WebContents, WebPreferences } from 'electron';
import type { Logger } from '#main/logging/logger';
import { isOfPage, mayLoad, type Page } from './page.ts';

/** What every page of ours runs with: sandboxed, isolated, without Node. */
export function guardedPreferences(preload: string, isPackaged: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // Elsewhere Chromium fetches dictionaries by itself, and the page has no network of its own.
    spellcheck: process.platform === 'darwin',
    devTools: !isPackaged,
  };
}

/** Navigation, new windows and embedded pages are refused for every page there will ever be. */
export function guardContents(app: App, page: Page, log: Logger): void {
  app.on('web-contents-created', (_event, contents) => {
    const refuse = (what: string) => log.warn('refused', { what });
    const stayHome = (event: { preventDefault(): void; url: string }) => {
      if (isOfPage(event.url, page) && event.url === contents.getURL()) return; // a reload
      event.preventDefault();
      refuse('navigation');
    };
    contents.on('will-navigate', stayHome);
    contents.on('will-frame-navigate', stayHome);
    contents.on('will-redirect', stayHome);
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
      refuse('webview');
    });
    contents.setWindowOpenHandler(() => {
      refuse('window');
      return { action: 'deny' };
    });
  });
}

/** The page asks for no permission and loads nothing from elsewhere; what tries to is cancelled and counted in the log. */
export function guardSession(session: Session, page: Page, log: Logger): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn('refused', { what: `permission ${permission}` });
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  let cancelled = 0;
  session.webRequest.onBeforeRequest((details, answer) => {
    if (mayLoad(details.url, page)) return answer({});
    cancelled += 1;
    log.warn('cancelled a request of the page', { cancelled, type: details.resourceType });
    answer({ cancel: true });
  });
}

/** Whether a message comes from the top frame of our page in this window. */
export function isOwnPage(
  event: { sender: WebContents; senderFrame: { url: string } | null },
  contents: WebContents | undefined,
  page: Page,
): boolean {
  if (contents === undefined || contents.isDestroyed() || event.sender !== contents) return false;
  const frame = event.senderFrame;
  return frame !== null && frame === contents.mainFrame && isOfPage(frame.url, page);
}
