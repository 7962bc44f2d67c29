import { join } from 'node:path';
import { startPrivateDisplay } from '../../scripts/lib/private-display.mjs';
import { startSessionBus } from '../../scripts/lib/session-bus.mjs';
import { NotificationDaemon } from './notification-daemon.ts';
import { TrayHost } from './tray-host.ts';

export type Display = { env: Record<string, string>; stop(): Promise<void> };

/** An X server for one worker, so that focus and clipboard of two tests do not mix. */
export async function startDisplay(): Promise<Display> {
  return startPrivateDisplay();
}

/** A session bus that starts nothing by itself: what is installed on this machine is not the test's business. */
const emptyBus = join(import.meta.dirname, 'session-bus.conf');

/** The desktop around one app: a session bus of its own with a notification daemon and a tray on it. */
export type Desktop = {
  env: Record<string, string>;
  busAddress: string;
  notifications: NotificationDaemon;
  tray: TrayHost;
  stop(): Promise<void>;
};

export async function startDesktop(display: Display): Promise<Desktop> {
  const bus = await startSessionBus({ ...process.env, ...display.env }, emptyBus);
  const busAddress = bus.env.DBUS_SESSION_BUS_ADDRESS;
  const [notifications, tray] = await Promise.all([NotificationDaemon.start(busAddress), TrayHost.start(busAddress)]);
  return {
    env: { ...display.env, ...bus.env },
    busAddress,
    notifications,
    tray,
    stop: async () => {
      notifications.stop();
      tray.stop();
      await bus.stop();
    },
  };
}
