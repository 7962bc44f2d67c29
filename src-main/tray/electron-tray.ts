import { Menu, type MenuItemConstructorOptions, type NativeImage, nativeImage, type Rectangle, Tray } from 'electron';
import { drawTrayIcon, lookOf } from './tray-icon.ts';
import type { TrayCommand, TrayIcon, TrayMenuEntry, TrayModel } from './tray-model.ts';

/** The tray icon and its menu, drawn from the model. */
export class ElectronTray {
  readonly #tray: Tray;
  readonly #platform: string;
  readonly #run: (command: TrayCommand) => void;
  #look = '';
  #title = '';
  #tooltip = '';
  #menu = '';
  #macMenu: Menu | undefined;

  /** `onClick` hears of the left button, with the icon's place; where the system does not tell, all of it is zero. */
  constructor(platform: string, run: (command: TrayCommand) => void, onClick: (bounds: Rectangle) => void) {
    this.#platform = platform;
    this.#run = run;
    this.#tray = new Tray(iconImage({ state: 'idle' }, platform));
    this.#tray.on('click', (_event, bounds) => onClick(bounds));
    if (platform === 'darwin')
      this.#tray.on('right-click', () => this.#macMenu && this.#tray.popUpContextMenu(this.#macMenu));
  }

  show({ icon, tooltip, menu }: TrayModel): void {
    const look = lookOf(icon);
    if (look !== this.#look) this.#tray.setImage(iconImage(icon, this.#platform));
    this.#look = look;
    const title = icon.state === 'waiting' ? String(icon.count) : '';
    if (this.#platform === 'darwin' && title !== this.#title) this.#tray.setTitle(title);
    this.#title = title;
    // On Linux a new tooltip gives the menu's items new ids, and a click in the menu that is open then goes nowhere.
    if (tooltip !== this.#tooltip) this.#tray.setToolTip(tooltip);
    this.#tooltip = tooltip;
    const asked = JSON.stringify(menu);
    if (asked === this.#menu) return;
    this.#menu = asked;
    const built = Menu.buildFromTemplate(menu.map((entry) => this.#template(entry)));
    // On macOS a menu of the tray's own would come up on the left button too, instead of the click.
    if (this.#platform === 'darwin') this.#macMenu = built;
    else this.#tray.setContextMenu(built);
  }

  #template(entry: TrayMenuEntry): MenuItemConstructorOptions {
    if (entry === 'separator') return { type: 'separator' };
    const { label, submenu } = entry;
    return {
      label,
      // Of an item that opens a submenu a click tells only on Linux, and only where the desktop passes it on.
      ...('command' in entry ? { click: () => this.#run(entry.command) } : {}),
      ...(submenu ? { submenu: submenu.map((one) => this.#template(one)) } : {}),
    };
  }

  destroy(): void {
    this.#tray.destroy();
  }
}

/** Drawn once each: there are a dozen, and drawing one takes longer than a frame may. */
const images = new Map<string, NativeImage>();

/** The icon in the sizes that a system's tray has, and on Windows its taskbar. */
export function iconImage(icon: TrayIcon, platform: string): NativeImage {
  const name = `${platform} ${lookOf(icon)}`;
  const image = images.get(name) ?? drawnImage(icon, platform);
  images.set(name, image);
  return image;
}

function drawnImage(icon: TrayIcon, platform: string): NativeImage {
  const isTemplate = platform === 'darwin';
  const size = platform === 'linux' ? 24 : platform === 'darwin' ? 18 : 16;
  const image = nativeImage.createEmpty();
  for (const scaleFactor of [1, 2]) {
    const side = size * scaleFactor;
    const buffer = premultipliedBgra(drawTrayIcon(icon, side, isTemplate));
    image.addRepresentation({ scaleFactor, width: side, height: side, buffer });
  }
  image.setTemplateImage(isTemplate);
  return image;
}

/** The layout that Electron's bitmaps have on all our systems. */
function premultipliedBgra(rgba: Uint8Array): Buffer {
  const bgra = Buffer.alloc(rgba.length);
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] ?? 0;
    const times = (value = 0) => Math.round((value * alpha) / 255);
    bgra.set([times(rgba[at + 2]), times(rgba[at + 1]), times(rgba[at]), alpha], at);
  }
  return bgra;
}
