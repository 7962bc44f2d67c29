import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccountDesk, AccountForm } from '#main/account-book/account-desk';
import { openAccounts } from '#main/account-book/open-accounts';
import { createEngine, type Engine } from '#main/engine';
import type { RunAccount } from '#main/start-options';
import { Warnings } from '#main/warnings';
import { type AccountId, type ItemKey, itemKey } from '#shared/inbox/item-key';
import { ActionId, NotificationId } from '#shared/protocol/ids';
import { FakeClock } from './fake-clock.ts';
import { FakeProtection } from './fake-protection.ts';
import { KeptLog } from './kept-log.ts';
import { ScriptedServer } from './scripted-server.ts';
import { settled } from './test-engine.ts';

/** A call that reached a server: with which token, and what for. */
type Call = { token: string; what: string; body: string };

/** A server that knows some tokens and refuses the others. */
class GuardedServer extends ScriptedServer {
  readonly calls: Call[] = [];
  /** While set, calls wait for it before they are answered. */
  delay: Promise<void> | undefined;

  constructor(
    clock: FakeClock,
    readonly url: string,
    readonly tokens: string[],
  ) {
    super(clock);
  }

  async answer(url: string, init: RequestInit): Promise<Response> {
    const token = String((init.headers as Record<string, string>).Authorization).replace('Bearer ', '');
    const what = `${init.method} ${new URL(url).pathname.replace('/api/v1', '')}`;
    this.calls.push({ token, what, body: String(init.body ?? '') });
    if (!this.tokens.includes(token)) {
      return Response.json({ code: 'INVALID_TOKEN', message: 'Who are you?' }, { status: 401 });
    }
    const response = await this.fetch(url, init);
    await this.delay;
    return response;
  }

  /** What was said about answers here. */
  get answers(): Call[] {
    return this.calls.filter(({ what }) => what === 'POST /client/respond');
  }
}

/** Several accounts on scripted servers, over real files that outlive the engine. */
export class AccountRig {
  readonly clock = new FakeClock();
  readonly protection = new FakeProtection();
  readonly warnings = new Warnings(() => {});
  readonly log = new KeptLog();
  readonly gone: ItemKey[] = [];
  readonly dataFolder = mkdtempSync(join(tmpdir(), 'triage-accounts-'));
  readonly #servers = new Map<string, GuardedServer>();
  runAccount: RunAccount | undefined;
  takeBackMs = 0;
  engine!: Engine;
  desk!: AccountDesk;
  #life = { isOver: false };

  constructor(runAccount?: RunAccount) {
    this.runAccount = runAccount;
    this.#start();
  }

  server(host: string, ...tokens: string[]): GuardedServer {
    const url = `https://${host}`;
    const server = new GuardedServer(this.clock, url, tokens);
    this.#servers.set(url, server);
    return server;
  }

  /** As after a kill: what is stored is all that is left. */
  async restart(): Promise<void> {
    this.#life.isOver = true;
    this.#start();
    await this.open();
  }

  /** Opens the newest stream of every server and lets catching up run to its end. */
  async open(): Promise<void> {
    for (const server of this.#servers.values()) if (server.openStreams > 0) server.stream.opened();
    await settled();
  }

  /** Adds an account that must be taken, and brings it online. */
  async add(server: GuardedServer, token: string, form: Partial<AccountForm> = {}): Promise<AccountId> {
    const added = await this.desk.add({ ...aForm(server.url, token), ...form });
    if (!added.ok) throw new Error(added.error.message);
    await this.open();
    return added.value.id;
  }

  view(id: AccountId) {
    return this.desk.views().find((one) => one.id === id);
  }

  titles(): string[] {
    const { inbox } = this.engine;
    return inbox.rows(inbox.order({ view: 'inbox', search: '' }).keys).map(({ title }) => title);
  }

  submit(account: AccountId, id: string, actionId = 'ship') {
    const key = keyIn(account, id);
    const item = this.engine.inbox.item(key);
    if (!item.ok) throw new Error(item.error.message);
    const given = { revision: item.value.revision, actionId: ActionId.parse(actionId), data: null, confirmed: false };
    return this.engine.inbox.submit(key, given);
  }

  #start(): void {
    const life = { isOver: false };
    this.#life = life;
    const { clock, warnings, log, dataFolder, protection, runAccount } = this;
    const fetch = async (url: string, init: RequestInit) => {
      const server = this.#servers.get(new URL(url).origin);
      if (!server) throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ENOTFOUND' } });
      const response = await server.answer(url, init);
      return life.isOver ? new Promise<Response>(() => {}) : response;
    };
    this.engine = createEngine({
      dataFolder,
      clock: clock.during(() => life.isOver),
      random: () => 0.5,
      newId: randomUUID,
      fetch,
      openStream: (url, token, listeners) => {
        const server = this.#servers.get(new URL(url.replace(/^ws/, 'http')).origin);
        if (!server) throw new Error(`No server at ${url}.`);
        return server.openStream(url, token, listeners);
      },
      takeBackMs: () => this.takeBackMs,
      timeWords: (ms) => new Date(ms).toISOString(),
      warnings,
      log,
      onArrived: () => {},
      onClosed: () => {},
      onChanged: () => {},
    });
    this.desk = openAccounts({
      dataFolder,
      engine: this.engine,
      protection,
      warnings,
      runAccount,
      fetch,
      clock,
      newId: randomUUID,
      onGone: (key) => this.gone.push(key),
      onChanged: () => {},
      log,
    });
    this.desk.connect();
    this.engine.outbox.run();
  }
}

export function aForm(url: string, token: string): AccountForm {
  return { url, token, name: '', colour: 'teal', allowUnencrypted: false, mayBeReadable: false };
}

export function keyIn(account: AccountId, id: string): ItemKey {
  return itemKey(account, NotificationId.parse(id));
}
