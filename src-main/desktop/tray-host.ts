import { z } from 'zod';
import { type Logger, reasonOf } from '#main/logging/logger';
import type { ConnectBus, SessionBus } from '#main/native/freedesktop/session-bus';
import type { Clock } from '#main/time/clock';
import { within } from '#main/time/within';

const watcherName = 'org.kde.StatusNotifierWatcher';
const limitMs = 5_000;
const HostReply = z.tuple([z.object({ value: z.boolean() })]);

const busDaemon = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};
const matchRules = [
  `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${watcherName}'`,
  `type='signal',sender='${watcherName}',interface='${watcherName}',member='StatusNotifierHostRegistered'`,
  `type='signal',sender='${watcherName}',interface='${watcherName}',member='StatusNotifierHostUnregistered'`,
];
const news = new Set(['NameOwnerChanged', 'StatusNotifierHostRegistered', 'StatusNotifierHostUnregistered']);

export type TrayHostPorts = {
  connect: ConnectBus;
  clock: Clock;
  log: Logger;
  onChanged: () => void;
};

/** Whether this desktop shows tray icons: on Linux some do not, and the app is told nothing of it. */
export class TrayHost {
  readonly #ports: TrayHostPorts;
  readonly #end = new AbortController();
  #bus: SessionBus | undefined;
  #isThere = true;

  constructor(ports: TrayHostPorts) {
    this.#ports = ports;
  }

  /** Until it is known better, a desktop has a tray. */
  get isThere(): boolean {
    return this.#isThere;
  }

  async start(): Promise<void> {
    const { connect, clock, log } = this.#ports;
    try {
      this.#bus = await within(clock, limitMs, connect(this.#end.signal));
      this.#bus.onLost((why) => log.warn('the tray is not watched any more', { reason: why }));
      this.#bus.onSignal(({ member }) => {
        if (news.has(member)) void this.#look();
      });
      for (const rule of matchRules) {
        await this.#bus.call({ ...busDaemon, member: 'AddMatch', signature: 's', body: [rule] });
      }
      await this.#look();
    } catch (thrown) {
      log.warn('nobody could be asked for a tray', { reason: reasonOf(thrown) });
      this.#become(false); // without a bus there are no icons either
    }
  }

  stop(): void {
    this.#end.abort();
    this.#bus?.close();
  }

  async #look(): Promise<void> {
    const asked = this.#bus?.call({
      destination: watcherName,
      path: '/StatusNotifierWatcher',
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: [watcherName, 'IsStatusNotifierHostRegistered'],
    });
    if (!asked) return;
    // Refused: nobody has the name.
    const isThere = await within(this.#ports.clock, limitMs, asked).then(
      (raw) => HostReply.safeParse(raw).data?.[0].value ?? false,
      () => false,
    );
    this.#become(isThere);
  }

  #become(isThere: boolean): void {
    if (isThere === this.#isThere) return;
    this.#isThere = isThere;
    this.#ports.onChanged();
  }
}
