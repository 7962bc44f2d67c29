import dbus, { type MessageBus, type Message as MessageType } from 'dbus-next';

const { Message, MessageFlag, sessionBus } = dbus;

export type BusMessage = MessageType;
type Reply = { signature: string; body: unknown[] } | undefined;
type Method = (message: BusMessage) => Reply | Promise<Reply>;

/** One connection to a bus: the few calls our notification daemon and tray host need, by plain messages. */
export class Bus {
  private isLeft = false;

  private constructor(private readonly connection: MessageBus) {
    // Calls still come in while the stream ends; nobody is there any more to answer them.
    connection.addMethodHandler(() => this.isLeft);
  }

  static async connect(busAddress: string): Promise<Bus> {
    const connection = sessionBus({ busAddress });
    await new Promise<void>((resolve, reject) => connection.once('connect', resolve).once('error', reject));
    return new Bus(connection);
  }

  async own(name: string): Promise<void> {
    await this.connection.requestName(name, 0);
  }

  /** Answers calls on an interface with `methods`, and property reads with `properties`, each a signature and a value. */
  serve(iface: string, methods: Record<string, Method>, properties: Record<string, [string, unknown]> = {}): void {
    const variant = (name: string) => {
      const [signature, value] = properties[name] ?? ['s', ''];
      return new dbus.Variant(signature, value);
    };
    this.connection.addMethodHandler((message: BusMessage): boolean => {
      if (message.interface === 'org.freedesktop.DBus.Properties' && message.body[0] === iface) {
        if (message.member === 'Get') this.reply(message, { signature: 'v', body: [variant(message.body[1])] });
        else if (message.member === 'GetAll') {
          const all = Object.fromEntries(Object.keys(properties).map((name) => [name, variant(name)]));
          this.reply(message, { signature: 'a{sv}', body: [all] });
        } else return false;
        return true;
      }
      const method = message.interface === iface ? methods[message.member] : undefined;
      if (!method) return false;
      void Promise.resolve(method(message)).then((reply) => this.reply(message, reply));
      return true;
    });
  }

  private reply(message: BusMessage, reply: Reply): void {
    if (this.isLeft) return;
    this.connection.send(Message.newMethodReturn(message, reply?.signature ?? '', reply?.body ?? []));
  }

  emit(path: string, iface: string, member: string, signature: string, body: unknown[]): void {
    this.connection.send(Message.newSignal(path, iface, member, signature, body));
  }

  async call(
    to: { destination: string; path: string; interface: string; member: string },
    signature = '',
    body: unknown[] = [],
  ): Promise<unknown[]> {
    const reply = await this.connection.call(new Message({ ...to, signature, body }));
    return reply?.body ?? [];
  }

  /** Sends a call without waiting for a reply: its receiver may be gone before it could give one. */
  post(
    to: { destination: string; path: string; interface: string; member: string },
    signature: string,
    body: unknown[],
  ): void {
    this.connection.send(new Message({ ...to, signature, body, flags: MessageFlag.NO_REPLY_EXPECTED }));
  }

  async read(destination: string, path: string, iface: string, property: string): Promise<unknown> {
    const to = { destination, path, interface: 'org.freedesktop.DBus.Properties', member: 'Get' };
    const [variant] = await this.call(to, 'ss', [iface, property]);
    return (variant as { value: unknown }).value;
  }

  /** Runs `then` when a peer leaves the bus. */
  onGone(then: (name: string) => void): void {
    this.connection.on('message', (message: BusMessage) => {
      if (message.member === 'NameOwnerChanged' && message.body[2] === '') then(message.body[0]);
    });
    const rule = "type='signal',interface='org.freedesktop.DBus',member='NameOwnerChanged'";
    const daemon = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
    void this.call({ ...daemon, interface: 'org.freedesktop.DBus', member: 'AddMatch' }, 's', [rule]);
  }

  close(): void {
    this.isLeft = true;
    this.connection.disconnect();
  }
}

export function variant(signature: string, value: unknown): dbus.Variant {
  return new dbus.Variant(signature, value);
}
