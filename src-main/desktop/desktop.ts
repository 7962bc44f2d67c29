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
import { type LoginStartPorts, startAtLogin, startsAtLogin } from './login-start.ts';
import { chosenFiles, linkScheme, SchemeHandler } from './scheme-handler.ts';
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

/** Long after the window is there, in ms. */
const linksAfterMs = 5_000;

/** The app's place in the desktop, arranged as the settings say: a shortcut, the start at login, the tray. */
export class Desktop {
  readonly #ports: DesktopPorts;
  readonly #shortcut: SummonShortcut;
  readonly #trayHost: TrayHost | undefined;
  readonly #links: SchemeHandler;
  #startsAtLogin = false;
  #opensLinks: boolean;

  constructor(ports: DesktopPorts) {
    const { platform, settings, clock, log, onChanged } = ports;
    this.#ports = ports;
    this.#opensLinks = settings.current.opensLinks;
    this.#shortcut = new SummonShortcut(globalShortcut, ports.summon);
    this.#trayHost =
      platform === 'linux' ? new TrayHost({ connect: connectSessionBus, clock, log, onChanged }) : undefined;
    this.#links = new SchemeHandler({
      platform,
      system: {
        isDefault: () => app.isDefaultProtocolClient(linkScheme),
        setDefault: () => app.setAsDefaultProtocolClient(linkScheme),
        removeDefault: () => app.removeAsDefaultProtocolClient(linkScheme),
      },
      chosenFiles: chosenFiles(process.env, homedir()),
      log,
    });
  }

  start(): void {
    const { settings, clock, onChanged } = this.#ports;
    this.#shortcut.set(settings.current.summonShortcut);
    void this.#trayHost?.start();
    if (!app.isPackaged) return;
    // What was changed in the system's own settings counts.
    this.#startsAtLogin = startsAtLogin(this.#loginPorts());
    if (settings.current.startAtLogin !== this.#startsAtLogin) settings.change({ startAtLogin: this.#startsAtLogin });
    // Asking Linux runs programs: not while the app starts.
    clock.after(linksAfterMs, () => {
      this.#links.arrange(settings.current.opensLinks);
      onChanged();
    });
  }

  /** The settings changed. */
  apply(): void {
    const { summonShortcut, startAtLogin: isOn, opensLinks } = this.#ports.settings.current;
    this.#shortcut.set(summonShortcut);
    if (!app.isPackaged) return;
    if (isOn !== this.#startsAtLogin) this.#arrangeLogin(isOn);
    if (opensLinks !== this.#opensLinks) this.#links.arrange(opensLinks);
    this.#opensLinks = opensLinks;
  }

  /** Takes back what was arranged in the system: nothing of it outlives the data. */
  leave(): void {
    if (!app.isPackaged) return;
    this.#arrangeLogin(false);
    this.#links.arrange(false);
  }

  view(): DesktopView {
    return {
      tray: (this.#trayHost?.isThere ?? true) ? 'there' : 'missing',
      summon: this.#shortcut.state,
      startAtLogin: app.isPackaged ? onOrOff(this.#startsAtLogin) : 'not-installed',
      links: app.isPackaged ? onOrOff(this.#links.isDefault) : 'not-installed',
    };
  }

  stop(): void {
    this.#shortcut.set('');
    this.#trayHost?.stop();
  }

  #arrangeLogin(isOn: boolean): void {
    const ports = this.#loginPorts();
    const why = startAtLogin(isOn, ports);
    this.#startsAtLogin = startsAtLogin(ports);
    if (why === undefined) return;
    this.#ports.warnings.report({
      id: 'login-start',
      say: () => ({ message: words.running.loginStartFailed, hint: why }),
    });
  }

  #loginPorts(): LoginStartPorts {
    return {
      platform: this.#ports.platform,
      executable: process.env.APPIMAGE ?? process.execPath, // an AppImage runs from a folder that is gone afterwards
      file: autostartFile(process.env, homedir()),
      readLoginItem: () => app.getLoginItemSettings({ args: ['--hidden'] }),
      setLoginItem: (item) => app.setLoginItemSettings(item),
      log: this.#ports.log,
    };
  }
}

function onOrOff(isOn: boolean): 'on' | 'off';
function onOrOff(isOn: boolean | undefined): 'on' | 'off' | 'unknown';
function onOrOff(isOn: boolean | undefined): 'on' | 'off' | 'unknown' {
  if (isOn === undefined) return 'unknown';
  return isOn ? 'on' : 'off';
}
