import { type Logger, reasonOf } from '#main/logging/logger';
import type { Clock } from '#main/time/clock';
import { TookTooLong, within } from '#main/time/within';
import {
  Capabilities,
  InhibitedReply,
  NameOwner,
  NotifyReply,
  parseInhibited,
  parseOwnerChange,
  parseServiceSignal,
  propertiesInterface,
  ServerInformation,
  type ServiceSignal,
  serviceName,
  servicePath,
} from './service-messages.ts';
import { type BusCall, BusError, type BusSignal, type ConnectBus, type SessionBus } from './session-bus.ts';

/** What the service told about itself. `owner` is '' while the bus would start it with the next call. */
export type ServiceFacts = {
  owner: string;
  /** Names this run of the service for ever: ids mean something only within it. */
  session: string;
  capabilities: ReadonlySet<string>;
  isInhibited: boolean;
};

export type ServiceState =
  | { at: 'starting' }
  /** Nobody has the name, or there is not even a bus to ask. */
  | { at: 'absent'; hasBus: boolean }
  | { at: 'ready'; facts: ServiceFacts }
  /** It has the name and does not answer. */
  | { at: 'silent' };

export type ServicePorts = { connect: ConnectBus; clock: Clock; log: Logger };

const callLimitMs = 5_000;
const firstRetryMs = 10_000;
const longestRetryMs = 300_000;

const busDaemon = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};
const matchRules = [
  `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${serviceName}'`,
  `type='signal',sender='${serviceName}',interface='${serviceName}'`,
  `type='signal',sender='${serviceName}',interface='${propertiesInterface}',path='${servicePath}'`,
];

/** The desktop's notification service, followed over its crashes, its successors and the loss of the bus. */
export class NotificationService {
  #state: ServiceState = { at: 'starting' };
  #bus: SessionBus | undefined;
  #busId = '';
  #owner = '';
  #isActivatable = false;
  /** Counts what makes a reading under way worthless. */
  #epoch = 0;
  #retryMs = firstRetryMs;
  #cancelRetry = () => {};
  #isStopped = false;
  readonly #ports: ServicePorts;
  readonly #signalListeners = new Set<(signal: ServiceSignal) => void>();
  readonly #stateListeners = new Set<(state: ServiceState) => void>();

  constructor(ports: ServicePorts) {
    this.#ports = ports;
  }

  get state(): ServiceState {
    return this.#state;
  }

  onSignal(listener: (signal: ServiceSignal) => void): void {
    this.#signalListeners.add(listener);
  }

  onState(listener: (state: ServiceState) => void): void {
    this.#stateListeners.add(listener);
  }

  start(): void {
    void this.#connect();
  }

  stop(): void {
    this.#isStopped = true;
    this.#epoch++;
    this.#cancelRetry();
    this.#bus?.close();
    this.#bus = undefined;
  }

  /** Has the bus start a service that went, where it can. Resolves at once while there is nothing to wake. */
  async wake(): Promise<void> {
    if (this.#state.at === 'ready' && this.#state.facts.owner === '') await this.#startService();
  }

  /** Shows a notification; resolves with its id. Rejects when the service refuses or does not answer in time. */
  async notify(body: readonly unknown[], onLate: (id: number) => void): Promise<number> {
    const epoch = this.#epoch;
    const reply = this.#call({ ...this.#toService('Notify'), signature: 'susssasa{sv}i', body }).then(
      (raw) => NotifyReply.parse(raw)[0],
    );
    try {
      return await within(this.#ports.clock, callLimitMs, reply);
    } catch (thrown) {
      if (thrown instanceof TookTooLong) {
        reply.then(onLate, () => {});
        if (epoch === this.#epoch) this.#fellSilent(thrown.message);
      }
      throw thrown;
    }
  }

  /** Takes a notification away. A service that knows it no longer says so with an error, which tells us nothing new. */
  close(id: number): void {
    const call = this.#call({ ...this.#toService('CloseNotification'), signature: 'u', body: [id] });
    call.catch(() => {});
  }

  async #connect(): Promise<void> {
    const epoch = ++this.#epoch;
    const giveUp = new AbortController();
    try {
      const bus = await within(this.#ports.clock, callLimitMs, this.#ports.connect(giveUp.signal));
      if (this.#isStopped) return bus.close();
      this.#bus = bus;
      bus.onLost((why) => this.#lost(bus, why));
      bus.onSignal((signal) => this.#heard(signal));
      await this.#lookAround();
      if (epoch !== this.#epoch) return; // the name changed hands meanwhile and is being read
      if (this.#owner === '') await this.#startService();
      else await this.#read(this.#owner);
    } catch (thrown) {
      giveUp.abort();
      if (epoch === this.#epoch) this.#lost(this.#bus, reasonOf(thrown));
    }
  }

  async #lookAround(): Promise<void> {
    const ask = (member: string, signature?: string, ...body: unknown[]) =>
      this.#limited({ ...busDaemon, member, ...(signature ? { signature, body } : {}) });
    for (const rule of matchRules) await ask('AddMatch', 's', rule);
    const [busId, activatable, owner] = await Promise.all([
      ask('GetId').then((raw) => NameOwner.parse(raw)[0]),
      ask('ListActivatableNames').then((raw) => Capabilities.parse(raw)[0]),
      ask('GetNameOwner', 's', serviceName).then(
        (raw) => NameOwner.parse(raw)[0],
        () => '',
      ),
    ]);
    this.#busId = busId;
    this.#isActivatable = activatable.includes(serviceName);
    this.#owner = owner;
  }

  /** Where the bus knows how to start one, it does; its owner change makes us read it. */
  async #startService(): Promise<void> {
    if (!this.#isActivatable) return this.#become({ at: 'absent', hasBus: true });
    const epoch = this.#epoch;
    try {
      await this.#limited({ ...busDaemon, member: 'StartServiceByName', signature: 'su', body: [serviceName, 0] });
    } catch (thrown) {
      this.#ports.log.warn('the notification service does not start', { reason: reasonOf(thrown) });
      if (epoch === this.#epoch) this.#become({ at: 'absent', hasBus: true });
    }
  }

  async #read(owner: string): Promise<void> {
    const epoch = ++this.#epoch;
    this.#cancelRetry();
    const inhibited = { ...this.#toService('Get'), interface: propertiesInterface, signature: 'ss' };
    try {
      const [capabilities, [name, vendor, version, specification], isInhibited] = await Promise.all([
        this.#limited(this.#toService('GetCapabilities')).then((raw) => Capabilities.parse(raw)[0]),
        this.#limited(this.#toService('GetServerInformation')).then((raw) => ServerInformation.parse(raw)),
        this.#limited({ ...inhibited, body: [serviceName, 'Inhibited'] }).then(
          (raw) => InhibitedReply.safeParse(raw).data?.[0].value ?? false,
          () => false,
        ),
      ]);
      if (epoch !== this.#epoch) return;
      this.#ports.log.info('notification service', {
        ...{ name, vendor, version, specification },
        capabilities: capabilities.join(' '),
      });
      this.#retryMs = firstRetryMs;
      const session = `${this.#busId} ${owner}`;
      this.#become({ at: 'ready', facts: { owner, session, capabilities: new Set(capabilities), isInhibited } });
    } catch (thrown) {
      if (epoch === this.#epoch) this.#fellSilent(reasonOf(thrown));
    }
  }

  #heard(signal: BusSignal): void {
    const change = parseOwnerChange(signal);
    if (change) this.#ownerChanged(change.owner);
    // Anyone on the bus may send a signal that looks like the service's.
    else if (this.#owner !== '' && signal.sender === this.#owner) this.#serviceSaid(signal);
  }

  #serviceSaid(signal: BusSignal): void {
    const inhibited = parseInhibited(signal);
    const said = parseServiceSignal(signal);
    if (said) for (const listener of this.#signalListeners) listener(said);
    else if (inhibited && 'isStale' in inhibited) void this.#read(this.#owner);
    else if (inhibited && this.#state.at === 'ready') {
      this.#become({ at: 'ready', facts: { ...this.#state.facts, ...inhibited } });
    }
  }

  #ownerChanged(owner: string): void {
    this.#epoch++;
    this.#owner = owner;
    if (owner !== '') {
      this.#become({ at: 'starting' });
      void this.#read(owner);
    } else if (this.#isActivatable && this.#state.at === 'ready') {
      this.#become({ at: 'ready', facts: { ...this.#state.facts, owner: '', session: '', isInhibited: false } });
    } else {
      this.#become({ at: 'absent', hasBus: true });
      if (this.#isActivatable) this.#retry(() => this.#startService()); // it went before it could be read
    }
  }

  #lost(bus: SessionBus | undefined, why: string): void {
    if (this.#isStopped || bus !== this.#bus) return;
    this.#epoch++;
    this.#ports.log.warn('no session bus', { reason: why });
    this.#bus = undefined;
    this.#owner = '';
    bus?.close();
    this.#become({ at: 'absent', hasBus: false });
    this.#retry(() => this.#connect());
  }

  #fellSilent(why: string): void {
    this.#ports.log.warn('the notification service does not answer', { reason: why });
    this.#epoch++;
    this.#become({ at: 'silent' });
    this.#retry(() => this.#read(this.#owner));
  }

  #retry(run: () => Promise<void>): void {
    if (this.#isStopped) return;
    this.#cancelRetry();
    const { clock } = this.#ports;
    this.#cancelRetry = clock.at(clock.now() + this.#retryMs, () => void run());
    this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs);
  }

  #become(state: ServiceState): void {
    this.#state = state;
    for (const listener of this.#stateListeners) listener(state);
  }

  #toService(member: string): BusCall {
    return { destination: this.#owner || serviceName, path: servicePath, interface: serviceName, member };
  }

  #limited(call: BusCall): Promise<unknown> {
    return within(this.#ports.clock, callLimitMs, this.#call(call));
  }

  async #call(call: BusCall): Promise<unknown> {
    const bus = this.#bus;
    if (!bus) throw new Error('no session bus');
    try {
      return await bus.call(call);
    } catch (thrown) {
      // A connection that ended quietly is found out by the next call.
      if (!(thrown instanceof BusError)) this.#lost(bus, reasonOf(thrown));
      throw thrown;
    }
  }
}
