import {
  type BusCall,
  BusError,
  type BusSignal,
  BusVariant,
  type SessionBus,
} from '#main/native/freedesktop/session-bus';

const service = 'org.freedesktop.Notifications';

/** A notification as the service was asked for it. */
export type Notified = {
  id: number;
  replaces: number;
  icon: string;
  summary: string;
  body: string;
  actions: string[];
  hints: Record<string, unknown>;
};

/** A session bus with a notification service on it, both played by a test. */
export class FakeSessionBus {
  isThere = true;
  owner = ':1.7';
  capabilities = ['actions', 'body', 'body-markup'];
  isInhibited: boolean | undefined;
  isActivatable = false;
  /** While true, calls to the service wait until `answer`. */
  isHung = false;
  readonly calls: BusCall[] = [];
  readonly notified: Notified[] = [];
  readonly closed: number[] = [];
  #held: (() => void)[] = [];
  #lastId = 0;
  #owners = 7;
  #hear: (signal: BusSignal) => void = () => {};
  #lose: (why: string) => void = () => {};

  readonly connect = async (): Promise<SessionBus> => {
    if (!this.isThere) throw new Error('no bus');
    return {
      call: (call) => this.#call(call),
      onSignal: (listener) => {
        this.#hear = listener;
      },
      onLost: (listener) => {
        this.#lose = listener;
      },
      close: () => {
        this.#hear = () => {};
      },
    };
  };

  /** A signal of the service, or of someone else on the bus. */
  signal(member: string, body: unknown, sender = this.owner, face = service): void {
    this.#hear({ sender, path: '/org/freedesktop/Notifications', interface: face, member, body });
  }

  /** The name goes to someone else; '' for nobody. */
  ownerBecomes(owner: string): void {
    const old = this.owner;
    this.owner = owner;
    this.#lastId = 0;
    this.signal('NameOwnerChanged', [service, old, owner], 'org.freedesktop.DBus', 'org.freedesktop.DBus');
  }

  /** The service goes on and answers what it was asked meanwhile. */
  answer(): void {
    this.isHung = false;
    for (const go of this.#held.splice(0)) go();
  }

  lose(): void {
    this.isThere = false;
    this.#lose('the connection was cut');
  }

  get last(): Notified | undefined {
    return this.notified.at(-1);
  }

  async #call(call: BusCall): Promise<unknown> {
    this.calls.push(call);
    if (call.destination === 'org.freedesktop.DBus') return this.#daemon(call);
    if (this.owner === '' && !this.isActivatable) throw new BusError('…ServiceUnknown', 'nobody has that name');
    if (this.isHung) await new Promise<void>((resolve) => this.#held.push(resolve));
    return this.#service(call);
  }

  #daemon({ member }: BusCall): unknown {
    switch (member) {
      case 'GetId':
        return ['bus-guid'];
      case 'ListActivatableNames':
        return [this.isActivatable ? [service] : []];
      case 'GetNameOwner':
        if (this.owner === '') throw new BusError('…NameHasNoOwner', 'nobody');
        return [this.owner];
      case 'StartServiceByName':
        this.ownerBecomes(`:1.${++this.#owners}`);
        return [1];
      default:
        return [];
    }
  }

  #service({ member, body = [] }: BusCall): unknown {
    switch (member) {
      case 'GetCapabilities':
        return [this.capabilities];
      case 'GetServerInformation':
        return ['fake', 'tests', '1', '1.2'];
      case 'Get':
        if (this.isInhibited === undefined) throw new BusError('…UnknownInterface', 'no properties');
        return [{ signature: 'b', value: this.isInhibited }];
      case 'Notify':
        return [this.#notify(body)];
      case 'CloseNotification':
        this.closed.push(body[0] as number);
        return [];
      default:
        throw new BusError('…UnknownMethod', member);
    }
  }

  #notify([, replaces, icon, summary, body, actions, hints]: readonly unknown[]): number {
    const id = (replaces as number) || ++this.#lastId;
    const plain = Object.entries(hints as Record<string, BusVariant>).map(([name, { signature, value }]) => [
      name,
      `${signature}:${value}`,
    ]);
    this.notified.push({
      id,
      replaces: replaces as number,
      icon: icon as string,
      summary: summary as string,
      body: body as string,
      actions: actions as string[],
      hints: Object.fromEntries(plain),
    });
    return id;
  }
}

/** A variant as it comes from the bus. */
export function received(signature: string, value: unknown): BusVariant {
  return new BusVariant(signature, value);
}
