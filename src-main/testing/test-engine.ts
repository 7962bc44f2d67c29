import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type Engine } from '#main/engine';
import type { Attention } from '#main/inbox/away';
import { Warnings } from '#main/warnings';
import { AccountId, type ItemKey, itemKey } from '#shared/inbox/item-key';
import { ActionId, NotificationId } from '#shared/protocol/ids';
import { FakeClock } from './fake-clock.ts';
import { KeptLog } from './kept-log.ts';
import { ScriptedServer } from './scripted-server.ts';

export const account = AccountId.parse('local');
export const keyOf = (id: string): ItemKey => itemKey(account, NotificationId.parse(id));

/** An engine on a scripted server and a fake clock, on real files that outlive it. */
export class TestEngine {
  readonly clock = new FakeClock();
  readonly server = new ScriptedServer(this.clock);
  readonly log = new KeptLog();
  readonly warnings = new Warnings(() => {});
  readonly arrived: ItemKey[] = [];
  readonly closed: ItemKey[] = [];
  dataFolder = mkdtempSync(join(tmpdir(), 'triage-engine-'));
  takeBackMs = 5_000;
  historyDays: number | null = null;
  /** Whether somebody is before the app. */
  attention: Attention = { isFocused: false, idleMs: 0 };
  engine: Engine;
  #life = { isOver: false };

  constructor() {
    this.engine = this.#start();
  }

  /** As after a kill: the old engine never acts or hears again, its files are opened anew by a new one. */
  restart({ withAccount = true } = {}): void {
    this.#life.isOver = true;
    this.engine = this.#start(withAccount);
  }

  /** As after a power cut in this moment: `spoil` has its way with the files before they are opened anew, from a copy. */
  restartOnCopy(spoil: (dataFolder: string) => void): void {
    const copy = mkdtempSync(join(tmpdir(), 'triage-engine-'));
    cpSync(this.dataFolder, copy, { recursive: true });
    this.dataFolder = copy;
    spoil(copy);
    this.restart();
  }

  /** Goes online: the stream opens, and catching up runs to its end. */
  async connect(): Promise<void> {
    this.engine.accounts.get(account)?.connect({ url: 'http://127.0.0.1:4680', token: 'token' });
    this.server.stream.opened();
    await settled();
  }

  submit(id: string, actionId: string, data: unknown = null, confirmed = false) {
    const item = this.engine.inbox.item(keyOf(id));
    if (!item.ok) throw new Error(item.error.message);
    const { revision } = item.value;
    return this.engine.inbox.submit(keyOf(id), { revision, actionId: ActionId.parse(actionId), data, confirmed });
  }

  answerOf(id: string) {
    return this.engine.inbox.row(keyOf(id))?.answer;
  }

  endingOf(id: string) {
    return this.engine.inbox.row(keyOf(id))?.ending;
  }

  #start(withAccount = true): Engine {
    const life = { isOver: false };
    this.#life = life;
    const engine = createEngine({
      dataFolder: this.dataFolder,
      clock: this.clock.during(() => life.isOver),
      random: () => 0.5,
      newId: randomUUID,
      fetch: async (url, init) => {
        const response = await this.server.fetch(url, init);
        return life.isOver ? new Promise(() => {}) : response;
      },
      openStream: this.server.openStream,
      takeBackMs: () => this.takeBackMs,
      historyDays: () => this.historyDays,
      timeWords: (ms) => new Date(ms).toISOString(),
      warnings: this.warnings,
      log: this.log,
      onArrived: (key) => this.arrived.push(key),
      onClosed: (key) => this.closed.push(key),
      onChanged: () => {},
      attention: () => this.attention,
    });
    if (withAccount) engine.accounts.add(account);
    engine.outbox.run();
    return engine;
  }
}

/** Lets everything that was promised without a timer come true. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}
