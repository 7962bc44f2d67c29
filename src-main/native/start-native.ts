import type { Engine } from '#main/engine';
import type { Logger } from '#main/logging/logger';
import type { SettingsStore } from '#main/settings/settings-store';
import type { Clock } from '#main/time/clock';
import { localMoment } from '#main/time/local-moment';
import type { Warnings } from '#main/warnings';
import { type ItemKey, partsOf } from '#shared/inbox/item-key';
import { words } from '#shared/words/words';
import type { NativeDoors } from './native-doors.ts';
import { NativeNotifications } from './native-notifications.ts';
import type { Notifier } from './notifier.ts';

export type StartNativePorts = {
  engine: Engine;
  settings: SettingsStore;
  notifier: Notifier;
  doors: NativeDoors;
  isOnScreen: (key: ItemKey) => boolean;
  clock: Clock;
  warnings: Warnings;
  dataFolder: string;
  log: Logger;
};

/** Native notifications on top of the engine, listening to its changes and to the settings. */
export function startNative(ports: StartNativePorts): NativeNotifications {
  const { engine, settings, clock, warnings, ...rest } = ports;
  const native = new NativeNotifications({
    ...rest,
    clock,
    inbox: engine.inbox,
    store: engine.store,
    settings: () => settings.current,
    serverNow: (key) => engine.accounts.get(partsOf(key).account)?.serverNow() ?? clock.now(),
    localMoment,
    onFailed: (why) => {
      warnings.report({
        id: 'notifications-failed',
        say: () => ({ message: words.notes.notShown, hint: words.notes.notShownHint(why) }),
      });
    },
  });
  engine.feed.onFlush((keys) => native.changed(keys));
  let { reminderMinutes } = settings.current;
  settings.onChanged((next) => {
    if (next.reminderMinutes !== reminderMinutes) native.wake();
    reminderMinutes = next.reminderMinutes;
  });
  return native;
}
