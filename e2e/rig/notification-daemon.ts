import { Bus, variant } from './bus.ts';

const name = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';

/** A desktop notification as the app asked for it. `id` is the daemon's. */
export type Shown = {
  id: number;
  app: string;
  replaces: number;
  icon: string;
  title: string;
  body: string;
  actions: { key: string; label: string }[];
  hints: Record<string, unknown>;
  timeoutMs: number;
};

export type DaemonOptions = { capabilities?: string[]; isInhibited?: boolean };

/** A desktop's notification daemon that records what it is sent and presses buttons when a test says so. */
export class NotificationDaemon {
  /** Every request, in order; a replacement counts as one more. */
  readonly requests: Shown[] = [];
  /** What would be on screen now. */
  readonly onScreen = new Map<number, Shown>();
  /** The names of the calls that came, answered or not. */
  readonly calls: string[] = [];
  private readonly held: (() => void)[] = [];
  private isHung = false;
  private static started = 0;
  /** Numbers of its own, so that one of another daemon means nothing here. */
  private lastId = NotificationDaemon.started++ * 1_000;

  private constructor(private readonly bus: Bus) {}

  static async start(busAddress: string, options: DaemonOptions = {}): Promise<NotificationDaemon> {
    const { capabilities = ['actions', 'body', 'persistence'], isInhibited } = options;
    const daemon = new NotificationDaemon(await Bus.connect(busAddress));
    const { bus } = daemon;
    const methods: Parameters<Bus['serve']>[1] = {
      GetCapabilities: () => ({ signature: 'as', body: [capabilities] }),
      GetServerInformation: () => ({ signature: 'ssss', body: ['e2e', 'Triage Inbox', '1', '1.2'] }),
      Notify: (message) => ({ signature: 'u', body: [daemon.notify(message.body)] }),
      CloseNotification: (message) => {
        daemon.close(message.body[0], 3);
        return undefined;
      },
    };
    const inTurn = Object.entries(methods).map(([member, method]) => [
      member,
      async (message: Parameters<typeof method>[0]) => {
        daemon.calls.push(member);
        if (daemon.isHung) await new Promise<void>((resolve) => daemon.held.push(resolve));
        return method(message);
      },
    ]);
    bus.serve(name, Object.fromEntries(inTurn), isInhibited === undefined ? {} : { Inhibited: ['b', isInhibited] });
    await bus.own(name);
    return daemon;
  }

  private notify([app, replaces, icon, title, body, actions, hints, timeoutMs]: unknown[]): number {
    const replacesId = replaces as number;
    const id = replacesId > 0 ? replacesId : ++this.lastId;
    const pairs = actions as string[];
    const shown: Shown = {
      id,
      app: app as string,
      replaces: replacesId,
      icon: icon as string,
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

  /** Takes calls and answers none, as a daemon does that hangs, until `goOn`. */
  hang(): void {
    this.isHung = true;
  }

  goOn(): void {
    this.isHung = false;
    for (const answer of this.held.splice(0)) answer();
  }

  /** Presses a button, or the notification itself (`default`). With a token, the window system lets the app come to the front. */
  press(id: number, key = 'default', token?: string): void {
    if (token !== undefined) this.emit('ActivationToken', 'us', [id, token]);
    this.invoke(id, key);
    this.close(id, 2);
  }

  /** Presses the button that a person reads as `label`. */
  pressLabelled({ id, actions }: Shown, label: string): void {
    const action = actions.find((one) => one.label === label);
    if (!action) throw new Error(`No button "${label}" among ${actions.map((one) => one.label).join(', ')}.`);
    this.press(id, action.key);
  }

  /** Only the signal of a press: a second one, a late one, or one from after a restart. */
  invoke(id: number, key: string): void {
    this.emit('ActionInvoked', 'us', [id, key]);
  }

  /** Sends what was typed into the notification. */
  reply(id: number, text: string): void {
    this.emit('NotificationReplied', 'us', [id, text]);
    this.close(id, 2);
  }

  /** Takes a notification off the screen. Reasons: 1 timed out, 2 dismissed, 3 closed by the app, 4 anything else. */
  close(id: number, reason: 1 | 2 | 3 | 4): void {
    if (!this.onScreen.delete(id)) return;
    this.emit('NotificationClosed', 'uu', [id, reason]);
  }

  /** Turns do-not-disturb on or off. */
  inhibit(isInhibited: boolean): void {
    const changed = { Inhibited: variant('b', isInhibited) };
    this.bus.emit(path, 'org.freedesktop.DBus.Properties', 'PropertiesChanged', 'sa{sv}as', [name, changed, []]);
  }

  titled(title: string): Shown[] {
    return this.requests.filter((one) => one.title.includes(title) || one.body.includes(title));
  }

  visible(title: string): Shown[] {
    return [...this.onScreen.values()].filter((one) => one.title.includes(title) || one.body.includes(title));
  }

  /** Ends it. On the bus that is a crash: the name is given up with the connection, and no notification is closed. */
  stop(): void {
    this.bus.close();
  }

  private emit(member: string, signature: string, body: unknown[]): void {
    this.bus.emit(path, name, member, signature, body);
  }
}

/** Another program of the person's session that sends the daemon's signals without being it. */
export async function anImpostor(busAddress: string): Promise<{ invoke(id: number, key: string): void; stop(): void }> {
  const bus = await Bus.connect(busAddress);
  return {
    invoke: (id, key) => bus.emit(path, name, 'ActionInvoked', 'us', [id, key]),
    stop: () => bus.close(),
  };
}
