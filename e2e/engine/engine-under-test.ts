import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inject } from 'vitest';
import { AccountId, type ItemKey, itemKey } from '#shared/inbox/item-key';
import { NotificationId } from '#shared/protocol/ids';
import { type EngineCommand, EngineEvent, type EngineStart, type SeenRow } from './process/messages.ts';

export type { SeenRow } from './process/messages.ts';

/** How long the rig waits for anything before it says that it never came, in ms. */
const patienceMs = 30_000;

export function keyOf(id: string, account = 'rig'): ItemKey {
  return itemKey(AccountId.parse(account), NotificationId.parse(id));
}

/** A data folder that outlives the engines that use it, one after the other. */
export function aDataFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'triage-engine-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** One life of the engine process. Everything it said is in `events`, in order. */
export class EngineUnderTest {
  readonly events: EngineEvent[] = [];
  readonly errors: string[] = [];
  readonly #child: ChildProcess;
  readonly #ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  readonly #watchers = new Set<() => void>();
  readonly #states = new Map<string, string>();
  readonly #rows = new Map<ItemKey, SeenRow>();
  #asked = 0;

  constructor(start: EngineStart) {
    const child = spawn(process.execPath, [inject('engineProgram'), JSON.stringify(start)], {
      env: { PATH: process.env.PATH },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#child = child;
    child.stdin.on('error', () => {}); // an order to a process that was just killed
    child.stderr.on('data', (part) => this.errors.push(String(part)));
    createInterface({ input: child.stdout }).on('line', (line) => this.#hear(EngineEvent.parse(JSON.parse(line))));
    this.#ended = once(child, 'close').then(([code, signal]) => {
      for (const look of this.#watchers) look();
      return { code, signal };
    });
  }

  /** Starts an engine and orders it online. */
  static online(start: EngineStart, endpoint: { url: string; token: string }): EngineUnderTest {
    const engine = new EngineUnderTest(start);
    engine.order({ do: 'connect', ...endpoint });
    return engine;
  }

  order(command: EngineCommand): void {
    this.#child.stdin?.write(`${JSON.stringify(command)}\n`);
  }

  signal(name: 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): void {
    this.#child.kill(name);
  }

  /** `kill -9`. What it said up to its last moment is in `events` when this resolves. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  /** Waits for an end that it comes to by itself. */
  async ended(): Promise<number | null> {
    return (await this.#ended).code;
  }

  stateOf(account = 'rig'): string | undefined {
    return this.#states.get(account);
  }

  /** The row as the engine last said it changed. */
  rowOf(id: string, account = 'rig'): SeenRow | undefined {
    return this.#rows.get(keyOf(id, account));
  }

  said<E extends EngineEvent['event']>(event: E): Extract<EngineEvent, { event: E }>[] {
    return this.events.filter((one): one is Extract<EngineEvent, { event: E }> => one.event === event);
  }

  arrivalsOf(id: string, account = 'rig'): number {
    const key = keyOf(id, account);
    return this.said('arrived').filter((one) => one.key === key).length;
  }

  /** Resolves as soon as `look`, asked again after each thing the engine says, finds something. */
  until<T>(what: string, look: () => T | undefined | false, withinMs = patienceMs): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        this.#watchers.delete(again);
      };
      const again = () => {
        const found = look();
        if (found !== undefined && found !== false) {
          stop();
          resolve(found);
        } else if (this.#child.exitCode !== null || this.#child.signalCode !== null) {
          stop();
          reject(new Error(`The engine ended before this: ${what}. ${this.errors.join('')}`));
        }
      };
      const timer = setTimeout(() => {
        stop();
        const facts = `States: ${JSON.stringify([...this.#states])}. Said last: ${JSON.stringify(this.events.slice(-3))}`;
        reject(new Error(`Not within ${withinMs} ms: ${what}. ${facts}`));
      }, withinMs);
      this.#watchers.add(again);
      again();
    });
  }

  live(account = 'rig', withinMs = patienceMs): Promise<unknown> {
    return this.until(`${account} is live`, () => this.stateOf(account) === 'live', withinMs);
  }

  /** Waits for an answer to stand in one of these states, and returns its row. */
  answered(id: string, states: readonly string[] = ['accepted', 'delivered'], withinMs?: number): Promise<SeenRow> {
    const look = () => {
      const row = this.rowOf(id);
      return row && states.includes(row.answer?.state ?? '') ? row : undefined;
    };
    return this.until(`the answer to ${id} is ${states.join(' or ')}`, look, withinMs);
  }

  /** Reads rows as they are now. Those that the engine does not know are left out. */
  async rows(ids: readonly string[], account = 'rig'): Promise<Map<string, SeenRow>> {
    const number = ++this.#asked;
    this.order({ do: 'rows', number, keys: ids.map((id) => keyOf(id, account)) });
    const reply = await this.until('a reply about rows', () => this.said('rows').find((one) => one.number === number));
    return new Map(reply.rows.map((row) => [row.key.slice(account.length + 1), row]));
  }

  /** Waits until `isDone` holds for the rows of all these ids, reading again whenever something closes or changes. */
  async untilRows(
    what: string,
    ids: readonly string[],
    isDone: (row: SeenRow | undefined, id: string) => boolean,
    account = 'rig',
  ): Promise<void> {
    let left = ids;
    for (;;) {
      const heard = this.events.length;
      const rows = await this.rows(left, account);
      left = left.filter((id) => !isDone(rows.get(id), id));
      if (left.length === 0) return;
      const wrong = left.slice(0, 3).map((id) => `${id}: ${JSON.stringify(rows.get(id))}`);
      const news = () => this.events.slice(heard).some(({ event }) => event === 'closed' || event === 'changed');
      await this.until(`${what}, but ${wrong.join('; ')}`, news);
    }
  }

  #hear(event: EngineEvent): void {
    this.events.push(event);
    if (event.event === 'connection') this.#states.set(event.account, event.state);
    if (event.event === 'changed') for (const row of event.rows ?? []) this.#rows.set(row.key, row);
    for (const look of [...this.#watchers]) look();
  }
}
