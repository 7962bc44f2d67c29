import { homedir } from 'node:os';
import { app, globalShortcut } from 'electron';
import type { Logger } from '#main/logging/logger';
import { connectSessionBus } from '#main/native/freedesktop/dbus-next-bus';
import type { SettingsStore } from '#main/settings/settings-store';
import type { Clock } from '#main/time/clock';
import type { Warnings } from '#main/warnings';
import type { DesktopView } from '#shared/inbox/desktop-view';
import { words } from '#shared/words/words';
import { autostartFile } from './autostart-entry.ts';
import { startAtLogin } from './login-start.ts';
import { SummonShortcut } from './summon-shortcut.ts';
import { TrayHost } from './tray-host.ts';

export type DesktopPorts = {
  platform: string;
  settings: SettingsStore;
  clock: Clock;
  warnings: Warnings;
  log: Logger;
  summon: () => void;
  onChanged: () => void;
};

/** The app's place in the desktop, arranged as the settings say: a shortcut, the start at login, the tray. */
export class Desktop {
  readonly #ports: DesktopPorts;
  readonly #shortcut: SummonShortcut;
  readonly #trayHost: TrayHost | undefined;
  #startsAtLogin: boolean;

  constructor(ports: DesktopPorts) {
    const { platform, settings, clock, log, onChanged } = ports;
    this.#ports = ports;
    this.#startsAtLogin = settings.current.startAtLogin;
    this.#shortcut = new SummonShortcut(globalShortcut, ports.summon);
    this.#trayHost =
      platform === 'linux' ? new TrayHost({ connect: connectSessionBus, clock, log, onChanged }) : undefined;
  }

  start(): void {
    this.#shortcut.set(this.#ports.settings.current.summonShortcut);
    void this.#trayHost?.start();
  }

  /** The settings changed. */
  apply(): void {
    const { summonShortcut, startAtLogin: isOn } = this.#ports.settings.current;
    this.#shortcut.set(summonShortcut);
    if (isOn === this.#startsAtLogin) return;
    this.#startsAtLogin = isOn;
    this.#arrangeLogin(isOn);
  }

  view(): DesktopView {
    return {
      tray: (this.#trayHost?.isThere ?? true) ? 'there' : 'missing',
      summon: this.#shortcut.state,
      startAtLogin: app.isPackaged ? 'possible' : 'not-installed',
    };
  }

  stop(): void {
    this.#shortcut.set('');
    this.#trayHost?.stop();
  }

  #arrangeLogin(isOn: boolean): void {
    if (!app.isPackaged) return;
    const why = startAtLogin(isOn, {
      platform: this.#ports.platform,
      executable: process.env.APPIMAGE ?? process.execPath, // an AppImage runs from a folder that is gone afterwards
      file: autostartFile(process.env, homedir()),
      setLoginItem: (item) => app.setLoginItemSettings(item),
      log: this.#ports.log,
    });
    if (why === undefined) return;
    this.#ports.warnings.report({
      id: 'login-start',
      say: () => ({ message: words.running.loginStartFailed, hint: why }),
    });
  }
}
