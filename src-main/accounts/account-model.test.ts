import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { Intake } from '#main/inbox/intake';
import { openInboxDatabase } from '#main/store/inbox-database';
import { StorageTrouble } from '#main/store/storage-trouble';
import { FakeClock } from '#main/testing/fake-clock';
import { KeptLog } from '#main/testing/kept-log';
import { ModelServer } from '#main/testing/model-server';
import { Warnings } from '#main/warnings';
import { AccountId, type ItemKey, itemKey } from '#shared/inbox/item-key';
import { NotificationId } from '#shared/protocol/ids';
import { shareOfSchedules } from '#shared/testing/schedules';
import { Account, type Noticed } from './account.ts';

const warnings = new Warnings(() => {});
const store = openInboxDatabase({
  dataFolder: mkdtempSync(join(tmpdir(), 'triage-model-')),
  clock: new FakeClock(),
  warnings,
  onBegunAnew: () => {},
});
afterAll(() => store.close());
let accounts = 0;

/** A real account and a real intake on a store that all schedules share, before a model of a server. */
class Rig {
  readonly clock = new FakeClock();
  readonly server = new ModelServer(this.clock);
  readonly arrived: ItemKey[] = [];
  readonly id = AccountId.parse(`a${++accounts}`);
  readonly account: Account;
  #asked = 0;

  constructor() {
    const { clock, server } = this;
    const sink = new Intake({
      store,
      storage: new StorageTrouble(warnings),
      clock,
      serverNow: () => this.account.serverNow(),
      timeWords: String,
      historyDays: () => null,
      onChanged: () => {},
      onArrived: (key) => this.arrived.push(key),
      onClosed: () => {},
      onClockOffset: () => {},
      onConnection: () => {},
      log: new KeptLog(),
    });
    const { fetch, openStream } = server;
    this.account = new Account(this.id, {
      clock,
      random: () => 0.5,
      fetch,
      openStream,
      sink,
      log: new KeptLog(),
    });
    this.account.connect({ url: 'http://model', token: 'token' });
  }

  ask(count: number): void {
    for (let n = 0; n < count; n++) this.server.ask(`n${this.#asked++}`);
  }

  end(which: number, status: string): void {
    if (this.#asked > 0) this.server.end(`n${which % this.#asked}`, status);
  }

  /** All is well again; nothing but the clock brings it back. */
  async heal(): Promise<void> {
    this.server.isDown = false;
    this.server.isHalfOpen = false;
    this.server.blocked.clear();
    this.server.cut();
    // A line that polls cannot be cut: it has its next round.
    for (let half = 0; half < 2 && this.account.view().transport === 'polling'; half++) {
      this.clock.pass(8_000);
      await quiet();
    }
    for (let tries = 0; tries < 60; tries++) {
      await quiet();
      // Many pages take many turns: the clock goes on when nothing is being read any more.
      while (this.account.view().connection.state === 'catching-up') await quiet();
      if (this.account.view().connection.state === 'live') return;
      this.clock.pass(500);
    }
    throw new Error(`Not live half a minute after all was well: ${JSON.stringify(this.account.view())}`);
  }

  key(id: string): ItemKey {
    return itemKey(this.id, NotificationId.parse(id));
  }

  statusHere(id: string): string | undefined {
    return store.queries.row(this.key(id))?.state.status;
  }
}

/** Lets everything that was promised without a timer come true. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setImmediate(resolve));
}

type Model = Record<string, never>;
type Command = fc.AsyncCommand<Model, Rig>;

function command(name: string, run: (rig: Rig) => void): Command {
  return {
    check: () => true,
    run: async (_model, rig) => {
      run(rig);
      await quiet();
      expect(new Set(rig.arrived).size, 'nothing is announced twice').toBe(rig.arrived.length);
      expect(rig.server.mostOpened, 'a line is ended when a better one is open').toBeLessThanOrEqual(2);
      expect([...rig.server.wires].filter((wire) => wire.isOpened).length).toBeLessThanOrEqual(1);
    },
    toString: () => name,
  };
}

const commands = fc.commands(
  [
    fc.integer({ min: 1, max: 4 }).map((n) => command(`ask ${n}`, (rig) => rig.ask(n))),
    fc
      .tuple(fc.nat(30), fc.constantFrom('expired', 'invalidated', 'responded', 'completed', 'acknowledged'))
      .map(([which, status]) => command(`end ${which} ${status}`, (rig) => rig.end(which, status))),
    fc
      .tuple(fc.nat(30), fc.boolean())
      .map(([which, again]) => command(`deliver ${which} ${again}`, ({ server }) => server.deliver(which, again))),
    fc.nat(30).map((which) => command(`drop ${which}`, ({ server }) => void server.frames.splice(which, 1))),
    fc.constant(command('cut', ({ server }) => server.cut())),
    fc.boolean().map((isDown) => command(`down ${isDown}`, ({ server }) => void Object.assign(server, { isDown }))),
    fc
      .boolean()
      .map((isHalfOpen) =>
        command(`half open ${isHalfOpen}`, ({ server }) => void Object.assign(server, { isHalfOpen })),
      ),
    fc
      .subarray(['websocket', 'sse'] as const)
      .map((all) => command(`block ${all}`, ({ server }) => void Object.assign(server, { blocked: new Set(all) }))),
    fc
      .oneof(fc.nat(2_000), fc.nat(20_000), fc.nat(90_000))
      .map((ms) => command(`pass ${ms}`, ({ clock }) => clock.pass(ms))),
    fc
      .oneof(fc.integer({ min: -86_400_000, max: 86_400_000 }), fc.integer({ min: -1_500, max: 1_500 }))
      .map((ms) => command(`set the clock by ${ms}`, ({ clock }) => clock.jump(ms))),
    fc
      .constantFrom<Noticed>('retry-now', 'woke', 'network-up', 'network-down')
      .map((what) => command(what, ({ account }) => account.noticed(what))),
  ],
  { maxCommands: 25, size: 'max' },
);

describe('whatever the network does', () => {
  const runs = shareOfSchedules(15, process.env.ATP_TEST_SCHEDULES);

  test(`every notification is there once and as the server has it, in ${runs} schedules`, async () => {
    let asked = 0;
    let heard = 0;
    await fc.assert(
      fc.asyncProperty(commands, async (all) => {
        const rig = new Rig();
        await quiet();
        await fc.asyncModelRun(() => ({ model: {}, real: rig }), all);
        await rig.heal();
        for (const [id, { status }] of rig.server.notifications) {
          expect(rig.statusHere(id), `${id} as the server has it`).toBe(status);
          asked++;
        }
        // The clock may have been set just now: it is looked at with the next sign of life.
        rig.clock.pass(8_000);
        await quiet();
        expect(Math.abs(rig.account.serverNow() - rig.server.now())).toBeLessThanOrEqual(1_000);
        heard += rig.arrived.length;
        rig.account.disconnect();
      }),
      { numRuns: runs },
    );
    process.stdout.write(`account: ${runs} schedules, ${asked} notifications, ${heard} announced\n`);
  });
});

describe('an outage with ten thousand events', () => {
  test.each([
    ['1 s', 1_000],
    ['an hour', 3_600_000],
    ['24 h', 86_400_000],
  ])('of %s: every notification is there once', async (_what, outageMs) => {
    const rig = new Rig();
    rig.server.pageSize = 50;
    rig.ask(20);
    await rig.heal();
    rig.server.isDown = true;
    rig.server.cut();
    const began = rig.clock.monotonic();
    for (let step = 1; step <= 10; step++) {
      rig.ask(998);
      for (let which = 0; which < 200; which++) rig.end(step * 998 - which, which % 2 ? 'expired' : 'invalidated');
      rig.clock.pass(outageMs / 10);
      await quiet();
    }
    expect(rig.clock.monotonic() - began).toBe(outageMs);
    await rig.heal();
    const open = rig.server.openIds();
    expect(rig.server.notifications.size).toBe(10_000);
    expect(rig.arrived.filter((key) => open.includes(key.split('/')[1] ?? '')).length).toBe(open.length);
    expect(new Set(rig.arrived).size).toBe(rig.arrived.length);
    for (const [id, { status }] of rig.server.notifications) expect(rig.statusHere(id)).toBe(status);
    rig.account.disconnect();
  });
});
