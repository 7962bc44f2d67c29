import { Bus, variant } from './bus.ts';

const watcher = 'org.kde.StatusNotifierWatcher';
const watcherPath = '/StatusNotifierWatcher';
const itemInterface = 'org.kde.StatusNotifierItem';
const itemPath = '/StatusNotifierItem';
const menuInterface = 'com.canonical.dbusmenu';

export type TrayMenuItem = { id: number; label: string; enabled: boolean; type: string };
type Layout = [id: number, properties: Record<string, { value: unknown }>, children: { value: Layout }[]];
type Picture = [width: number, height: number, bytes: Buffer];

/** A desktop's tray: takes icons in, reads their tooltip, picture and menu, and clicks. */
export class TrayHost {
  /** Bus names of the icons that are there now. */
  private readonly items: string[] = [];

  private constructor(private readonly bus: Bus) {}

  static async start(busAddress: string): Promise<TrayHost> {
    const bus = await Bus.connect(busAddress);
    const host = new TrayHost(bus);
    bus.serve(
      watcher,
      {
        RegisterStatusNotifierItem: (message) => {
          host.items.push(message.sender);
          bus.emit(watcherPath, watcher, 'StatusNotifierItemRegistered', 's', [message.sender]);
          return undefined;
        },
        RegisterStatusNotifierHost: () => undefined,
      },
      {
        IsStatusNotifierHostRegistered: ['b', true],
        ProtocolVersion: ['i', 0],
        RegisteredStatusNotifierItems: ['as', []],
      },
    );
    bus.onGone((gone) => {
      const at = host.items.indexOf(gone);
      if (at >= 0) host.items.splice(at, 1);
    });
    await bus.own(watcher);
    return host;
  }

  get count(): number {
    return this.items.length;
  }

  private get item(): string {
    const item = this.items.at(-1);
    if (!item) throw new Error('No icon is in the tray.');
    return item;
  }

  async tooltip(): Promise<string> {
    if (this.count === 0) return '';
    const [, , title, text] = (await this.bus.read(this.item, itemPath, itemInterface, 'ToolTip')) as string[];
    return `${title ?? ''}${text ?? ''}`;
  }

  /** The largest picture of the icon: its size and its pixels as ARGB. */
  async icon(): Promise<{ width: number; height: number; pixels: Buffer }> {
    const pictures = (await this.bus.read(this.item, itemPath, itemInterface, 'IconPixmap')) as Picture[];
    const [width, height, pixels] = pictures.reduce((a, b) => (b[0] > a[0] ? b : a));
    return { width, height, pixels: Buffer.from(pixels) };
  }

  /** A left click on the icon. */
  async activate(): Promise<void> {
    const to = { destination: this.item, path: itemPath, interface: itemInterface, member: 'Activate' };
    await this.bus.call(to, 'ii', [0, 0]);
  }

  async menu(): Promise<TrayMenuItem[]> {
    const path = await this.menuPath();
    const to = { destination: this.item, path, interface: menuInterface };
    const body = await this.bus.call({ ...to, member: 'GetLayout' }, 'iias', [0, -1, []]);
    return flatten(body[1] as Layout).slice(1);
  }

  /** Clicks the menu item whose label is, or matches, what is given. Ids change with every menu, so it is read anew. */
  async click(label: string | RegExp): Promise<void> {
    const found = (await this.menu()).find((one) =>
      typeof label === 'string' ? one.label === label : label.test(one.label),
    );
    if (!found) throw new Error(`The tray menu has no item ${label}.`);
    const to = { destination: this.item, path: await this.menuPath(), interface: menuInterface, member: 'Event' };
    this.bus.post(to, 'isvu', [found.id, 'clicked', variant('s', ''), 0]);
  }

  private async menuPath(): Promise<string> {
    return (await this.bus.read(this.item, itemPath, itemInterface, 'Menu')) as string;
  }

  stop(): void {
    this.bus.close();
  }
}

function flatten([id, properties, children]: Layout): TrayMenuItem[] {
  const read = (name: string) => properties[name]?.value;
  const label = String(read('label') ?? '').replace(/__|_/g, (mark) => (mark === '__' ? '_' : ''));
  const own = { id, label, enabled: read('enabled') !== false, type: String(read('type') ?? 'standard') };
  return [own, ...children.flatMap((child) => flatten(child.value))];
}
