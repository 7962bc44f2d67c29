import { join } from 'node:path';
import { BrowserWindow, type PowerMonitor } from 'electron';
import { ComposerWindows } from '#main/composer/composer-windows';
import type { Inbox } from '#main/inbox/inbox';
import type { Logger } from '#main/logging/logger';
import { composeInWindow, keepTyped } from '#main/native/compose-in-window';
import type { NativeDoors } from '#main/native/native-doors';
import { Popover } from '#main/popover/popover-window';
import type { Clock } from '#main/time/clock';
import type { ItemKey } from '#shared/inbox/item-key';
import type { IpcEvents } from '#shared/ipc/contract';
import { speakingAddress } from '#shared/words/address';
import { speech } from '#shared/words/language';
import { guardedPreferences } from './guards.ts';
import { MainWindow } from './main-window.ts';
import { OwnPages } from './own-pages.ts';
import type { Page } from './page.ts';
import { Presence } from './presence.ts';

export type AppWindowsPorts = {
  page: Page;
  /** The folder that the build wrote. */
  dist: string;
  dataFolder: string;
  isPackaged: boolean;
  textSizePercent: () => number;
  inbox: Inbox;
  clock: Clock;
  log: Logger;
  /** The person has this item before their eyes. */
  onSeen: (key: ItemKey) => void;
  /** The full window was closed by the person. */
  onHidden: () => void;
};

export type AppWindows = ReturnType<typeof createWindows>;

/** All windows of the app: the full one, the composers, and the popover beside the tray icon. None is open yet. */
export function createWindows(ports: AppWindowsPorts) {
  const { page, dist, dataFolder, isPackaged, textSizePercent, inbox, clock, log, onSeen, onHidden } = ports;
  const pages = new OwnPages(page, textSizePercent);
  const presence = new Presence(() => BrowserWindow.getFocusedWindow()?.webContents.id);
  const windowPorts = {
    startUrl: () => speakingAddress(page.startUrl, speech),
    webPreferences: guardedPreferences(join(dist, 'preload', 'index.cjs'), isPackaged),
    icon: join(dist, 'icons', 'icon.png'),
    pages,
    log,
  };
  const main = new MainWindow({ ...windowPorts, dataFolder, now: clock.now, onHidden });
  const showItem: NativeDoors['showItem'] = (key, confirmAction) => {
    main.raise();
    main.send('inbox:show-item', { key, confirmAction });
  };
  const composers = new ComposerWindows({
    ...windowPorts,
    keep: (request) => keepTyped(inbox, request),
    instead: composeInWindow(inbox, showItem),
  });
  const popover = new Popover({ ...windowPorts, clock, instead: () => main.raise() });
  const doors: NativeDoors = {
    raise: () => main.raise(),
    showItem,
    openComposer: (request) => composers.open(request),
  };
  const tellWhatIsSeen = () => {
    if (presence.seen) onSeen(presence.seen);
  };

  return {
    pages,
    main,
    composers,
    popover,
    doors,
    isOnScreen: (key: ItemKey) => presence.seen === key,
    /** Whether somebody is before one of our windows. */
    isAnyoneThere: () => presence.isThere,

    showView(view: IpcEvents['app:show-view']['view']): void {
      main.raise();
      main.send('app:show-view', { view });
    },

    /** A page shows this item from now on. */
    looksAt(pageId: number, key: ItemKey): void {
      presence.looksAt(pageId, key);
      tellWhatIsSeen();
    },

    /** Notices when the person turns to a window or away from it, and when the screen is locked or the machine sleeps. */
    watchPresence(app: Electron.App, powerMonitor: PowerMonitor, onTurned: () => void): void {
      const turned = (change: () => void) => () => {
        change();
        tellWhatIsSeen();
        onTurned();
      };
      app.on(
        'browser-window-focus',
        turned(() => {}),
      );
      app.on(
        'browser-window-blur',
        turned(() => {}),
      );
      powerMonitor.on(
        'lock-screen',
        turned(() => presence.setLocked(true)),
      );
      powerMonitor.on(
        'unlock-screen',
        turned(() => presence.setLocked(false)),
      );
      powerMonitor.on(
        'suspend',
        turned(() => presence.setAsleep(true)),
      );
      powerMonitor.on(
        'resume',
        turned(() => presence.setAsleep(false)),
      );
    },

    /** For quitting: closes them all, waiting `graceMs` at most for what was typed last. */
    async leave(graceMs: number): Promise<void> {
      await Promise.all([main, composers, popover].map((one) => one.leave(graceMs)));
    },
  };
}
