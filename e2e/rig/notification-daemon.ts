import { Bus } from './bus.ts';

const name = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';

/** A desktop notification as the app asked for it. `id` is the daemon's. */
export type Shown = {
  id: number;
  app: string;
  replaces: number;
  title: string;
  body: string;
  actions: { key: string; label: string }[];
  hints: Record<string, unknown>;
  timeoutMs: number;
};

/** A desktop's notification daemon that records what it is sent and presses buttons when a test says so. */
export class NotificationDaemon {
  /** Every request, in order; a replacement counts as one more. */
  readonly requests: Shown[] = [];
  /** What would be on screen now. */
  readonly onScreen = new Map<number, Shown>();
  private lastId = 0;

  private constructor(private readonly bus: Bus) {}

  static async start(
    busAddress: string,
    capabilities: string[] = ['actions', 'body', 'persistence'],
  ): Promise<NotificationDaemon> {
    const bus = await Bus.connect(busAddress);
    const daemon = new NotificationDaemon(bus);
    bus.serve(name, {
      GetCapabilities: () => ({ signature: 'as', body: [capabilities] }),
      GetServerInformation: () => ({ signature: 'ssss', body: ['e2e', 'Triage Inbox', '1', '1.2'] }),
      Notify: (message) => ({ signature: 'u', body: [daemon.notify(message.body)] }),
      CloseNotification: (message) => {
        daemon.close(message.body[0], 3);
        return undefined;
      },
    });
    await bus.own(name);
    return daemon;
  }

  private notify([app, replaces, , title, body, actions, hints, timeoutMs]: unknown[]): number {
    const replacesId = replaces as number;
    const id = replacesId > 0 ? replacesId : ++this.lastId;
    const pairs = actions as string[];
    const shown: Shown = {
      id,
      app: app as string,
      replaces: replacesId,
      title: title as string,
      body: body as string,
      actions: pairs.flatMap((key, i) => (i % 2 === 0 ? [{ key, label: pairs[i + 1] ?? '' }] : [])),
      hints: Object.fromEntries(
        Object.entries(hints as Record<string, { value: unknown }>).map(([key, one]) => [key, one.value]),
      ),
      timeoutMs: timeoutMs as number,
    };
    this.requests.push(shown);
    this.onScreen.set(id, shown);
    return id;
  }

  /** Presses a button, or the notification itself (`default`). */
  press(id: number, key = 'default'): void {
    this.bus.emit(path, name, 'ActionInvoked', 'us', [id, key]);
    this.close(id, 2);
  }

  /** Takes a notification off the screen. Reasons: 1 timed out, 2 dismissed, 3 closed by the app. */
  close(id: number, reason: 1 | 2 | 3): void {
    if (!this.onScreen.delete(id)) return;
    this.bus.emit(path, name, 'NotificationClosed', 'uu', [id, reason]);
  }

  titled(title: string): Shown[] {
    return this.requests.filter((one) => one.title.includes(title) || one.body.includes(title));
  }

  visible(title: string): Shown[] {
    return [...this.onScreen.values()].filter((one) => one.title.includes(title) || one.body.includes(title));
  }

  stop(): void {
    this.bus.close();
  }
}
