import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, Notification, nativeImage } from 'electron';
import { type Logger, reasonOf } from '#main/logging/logger';
import type { Clock } from '#main/time/clock';
import type { NotificationApi } from './electron-notification.ts';
import { ElectronNotifier } from './electron-notifier.ts';
import { connectSessionBus } from './freedesktop/dbus-next-bus.ts';
import { FreedesktopNotifier } from './freedesktop/freedesktop-notifier.ts';
import { NotificationService } from './freedesktop/notification-service.ts';
import { MacNotifier } from './macos/macos-notifier.ts';
import type { Notifier } from './notifier.ts';
import { ShownNotes } from './shown-notes.ts';
import { type WindowsApi, WindowsNotifier } from './windows/windows-notifier.ts';

/** Under this id Windows starts us for a press on an old toast. Never changes: shortcuts and the registry hold it. */
const toastActivator = '{5C0DA8C1-5B5E-4C0B-9B0B-6E6F0C2B7A41}';

const iconPixels = 64;

export type NotifierPorts = { dataFolder: string; icon: string; clock: Clock; log: Logger };

/** The notifications of this system, by what its runtime can do. Call it once, when the app is ready. */
export function createNotifier(platform: string, { dataFolder, icon, clock, log }: NotifierPorts): Notifier {
  const api: NotificationApi = Notification;
  const shown = new ShownNotes({ dataFolder, clock, log });
  switch (platform) {
    case 'linux':
      return new FreedesktopNotifier({
        service: new NotificationService({ connect: connectSessionBus, clock, log }),
        shown,
        icon: once(() => pathToFileURL(smallIcon(icon, dataFolder, log)).href),
        fallback: new ElectronNotifier(api, platform),
      });
    case 'darwin':
      return new MacNotifier(api, shown);
    case 'win32':
      if (!handlesActivation(api)) return new ElectronNotifier(api, platform);
      app.setToastActivatorCLSID?.(toastActivator);
      return new WindowsNotifier(api, shown);
    default:
      return new ElectronNotifier(api, platform);
  }
}

function handlesActivation(api: NotificationApi): api is WindowsApi {
  return typeof api.handleActivation === 'function';
}

/**
 * Our icon in the size that looks right beside a few lines of text, for another program to draw: in the data folder,
 * since none can look into our archive.
 */
function smallIcon(icon: string, dataFolder: string, log: Logger): string {
  const path = join(dataFolder, 'notification-icon.png');
  try {
    writeFileSync(path, nativeImage.createFromPath(icon).resize({ width: iconPixels, quality: 'best' }).toPNG());
  } catch (thrown) {
    log.warn('the icon of notifications was not drawn', { reason: reasonOf(thrown) });
  }
  return path;
}

/** Works out a value when it is first wanted. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
