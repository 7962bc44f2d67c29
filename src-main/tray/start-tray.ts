import type { Engine } from '#main/engine';
import type { NativeDoors } from '#main/native/native-doors';
import type { NativeNotifications } from '#main/native/native-notifications';
import type { SettingsStore } from '#main/settings/settings-store';
import type { Clock } from '#main/time/clock';
import type { Rectangle } from '#main/windows/window-place';
import type { AppState } from '#shared/inbox/app-state';
import { isPaused } from '#shared/native/notify-plan';
import { pauseEnd } from '#shared/native/pause';
import { weekdayTime } from '#shared/words/dates';
import { ElectronTray } from './electron-tray.ts';
import { TrayItems } from './tray-items.ts';
import { type TrayCommand, trayModel } from './tray-model.ts';

export type StartTrayPorts = {
  platform: string;
  clock: Clock;
  engine: Engine;
  native: NativeNotifications;
  settings: SettingsStore;
  doors: Pick<NativeDoors, 'raise' | 'showItem'>;
  openSettings: () => void;
  /** The left button; `icon` is all zero where the system does not tell where its icon is. */
  onClick: (icon: Rectangle) => void;
  quit: () => void;
  /** The local server's time, in ms. */
  serverNow: () => number;
};

export type TrayHandle = { show: (state: AppState) => void; destroy: () => void };

/** The tray with what its menu does. */
export function startTray(ports: StartTrayPorts): TrayHandle {
  const { platform, clock, engine, native, settings, doors, openSettings, onClick, quit, serverNow } = ports;
  const items = new TrayItems({
    inbox: engine.inbox,
    store: engine.store,
    roundOf: (key) => native.roundOf(key),
  });
  const commands: { [D in TrayCommand['do']]: (command: Extract<TrayCommand, { do: D }>) => void } = {
    'open-inbox': () => doors.raise(),
    'open-item': ({ key }) => doors.showItem(key),
    press: ({ key, id }) => native.press(key, id),
    pause: ({ until }) => settings.change({ pausedUntil: pauseEnd(until, clock.now()) }),
    resume: () => settings.change({ pausedUntil: 0 }),
    'open-settings': openSettings,
    quit,
  };
  const run = (command: TrayCommand) => (commands[command.do] as (command: TrayCommand) => void)(command);
  const tray = new ElectronTray(platform, run, onClick);
  return {
    show: (state) => {
      const isNow = isPaused(settings.current, clock.now());
      const words = isNow ? weekdayTime(settings.current.pausedUntil) : undefined;
      tray.show(trayModel({ state, urgent: items.read(), pausedUntil: words, now: serverNow() }));
    },
    destroy: () => tray.destroy(),
  };
}
