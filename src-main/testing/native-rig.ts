import { NativeNotifications } from '#main/native/native-notifications';
import type { ItemKey } from '#shared/inbox/item-key';
import { defaultSettings, type Settings } from '#shared/inbox/settings';
import type { ComposerRequest } from '#shared/native/composer';
import { ScriptedDaemon } from './scripted-daemon.ts';
import { aNotification } from './scripted-server.ts';
import { account, keyOf, settled, TestEngine } from './test-engine.ts';

/** Native notifications on a real engine, a scripted server and a scripted daemon that outlives both. */
export class NativeRig {
  readonly test = new TestEngine();
  readonly daemon = new ScriptedDaemon();
  settings: Settings = defaultSettings;
  #lookedAt: ItemKey | undefined;
  readonly opened: { key: ItemKey; confirmAction: string | undefined }[] = [];
  readonly composed: ComposerRequest[] = [];
  raised = 0;
  readonly failures: string[] = [];
  native: NativeNotifications;

  constructor() {
    this.native = this.#make();
  }

  static async online(settings: Partial<Settings> = {}): Promise<NativeRig> {
    const rig = new NativeRig();
    rig.settings = { ...defaultSettings, ...settings };
    rig.native.start([]);
    await rig.test.connect();
    return rig;
  }

  get clock() {
    return this.test.clock;
  }

  get server() {
    return this.test.server;
  }

  /** The person has this item before their eyes, in the focused window. */
  lookAt(id: string): void {
    this.#lookedAt = keyOf(id);
  }

  /** A question comes over the stream. */
  arrive(id: string, changes: Record<string, unknown> = {}): void {
    const notification = aNotification(id, changes);
    this.server.ask(notification);
    this.server.push('notification', notification);
    this.#tell();
  }

  /** How the server is reached. */
  get connection(): string | undefined {
    return this.test.engine.accounts.get(account)?.view().connection.state;
  }

  /** Lets replies come in and time pass; the engine's news reach the notifications. */
  async pass(ms: number): Promise<void> {
    this.clock.pass(ms);
    await settled();
    this.clock.pass(50);
    this.#tell();
  }

  /** What the server was sent for a question. */
  sent(id: string): unknown {
    return this.server.recorded.get(id)?.body;
  }

  /** As after a kill or a quit: the daemon keeps what it shows. */
  async restart({ isClean = true } = {}): Promise<void> {
    if (isClean) this.native.stop();
    else this.daemon.stop();
    this.test.restart();
    this.native = this.#make();
    this.native.start(this.test.engine.store.queries.unnotified(account));
    await this.test.connect();
    this.#tell();
    await this.pass(0);
  }

  #told = { arrived: 0, closed: 0 };

  /** TestEngine keeps what it would tell; here it goes on. */
  #tell(): void {
    for (const key of this.test.arrived.slice(this.#told.arrived)) this.native.arrived(key);
    this.#told.arrived = this.test.arrived.length;
    for (const key of this.test.closed.slice(this.#told.closed)) this.native.closed(key);
    this.#told.closed = this.test.closed.length;
  }

  #make(): NativeNotifications {
    const { engine, clock, dataFolder, log } = this.test;
    const native = new NativeNotifications({
      notifier: this.daemon,
      clock,
      inbox: engine.inbox,
      store: engine.store,
      settings: () => this.settings,
      dataFolder,
      isOnScreen: (key) => this.#lookedAt === key,
      serverNow: () => clock.now(),
      localMoment: (ms) => ({ day: new Date(ms).getUTCDay(), minute: new Date(ms).getUTCHours() * 60 }),
      doors: {
        raise: () => {
          this.raised += 1;
        },
        showItem: (key, confirmAction) => this.opened.push({ key, confirmAction }),
        openComposer: (request) => this.composed.push(request),
      },
      onFailed: (why) => this.failures.push(why),
      log,
    });
    engine.feed.onFlush((keys) => native.changed(keys));
    return native;
  }
}

export { keyOf };
