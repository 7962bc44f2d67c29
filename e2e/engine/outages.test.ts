import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Chance } from '../rig/chance.ts';
import { type Door, FaultProxy } from '../rig/fault-proxy.ts';
import { aDataFolder, EngineUnderTest } from './engine-under-test.ts';
import { ms, quantile } from './figures.ts';
import { moment } from './moment.ts';
import { howMany, tell, withDice } from './seed.ts';
import { World } from './world.ts';

let world: World;
let folder: ReturnType<typeof aDataFolder>;
const started: { kill: () => Promise<void> }[] = [];
const proxies: FaultProxy[] = [];
beforeEach(async () => {
  world = await World.start();
  folder = aDataFolder();
});
afterEach(async () => {
  for (const engine of started.splice(0)) await engine.kill();
  for (const proxy of proxies.splice(0)) await proxy.stop();
  await world.stop();
  folder.remove();
});

/** An engine with so many accounts, each of them on a network of its own. */
async function anEngineBehind(count: number, dice: Chance) {
  const engine = new EngineUnderTest({ dataFolder: folder.path, takeBackMs: 0 });
  started.push(engine);
  const networks = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const proxy = await FaultProxy.before(world.server.url, () => dice.next());
      proxies.push(proxy);
      const account = `net${index}`;
      engine.order({ do: 'connect', account, url: proxy.url, token: world.endpoint.token });
      return { account, proxy };
    }),
  );
  for (const { account } of networks) await engine.live(account);
  return { engine, networks };
}

const outages = howMany('TRIAGE_ENGINE_OUTAGES', 12);

test(`R4: ${outages} outages with questions before, during and after: each arrives exactly once`, () =>
  withDice('R4', async (dice) => {
    const { engine, networks } = await anEngineBehind(3, dice);
    const asked: string[] = [];
    for (let outage = 0; outage < outages; outage++) {
      asked.push(...(await world.ask(dice.int(0, 5))));
      const { proxy } = dice.pick(networks);
      const kind = dice.pick(['cable', 'reset', 'silent', 'slow'] as const);
      if (kind === 'cable') await proxy.pullCable();
      if (kind === 'reset' || kind === 'silent') proxy.door = kind satisfies Door;
      if (kind !== 'cable' && kind !== 'slow') proxy.resetAll();
      if (kind === 'slow') proxy.road = { latencyMs: 20, jitterMs: 60, bytesPerSecond: 100_000, sliceBytes: 40 };
      asked.push(...(await world.ask(dice.int(1, 20))));
      await moment(dice.int(20, 400));
      proxy.door = 'open';
      if (kind === 'silent') proxy.resetAll();
      if (kind === 'cable') await proxy.plugIn();
      asked.push(...(await world.ask(dice.int(0, 5))));
      if (kind === 'slow') proxy.road = { latencyMs: 0, jitterMs: 0, bytesPerSecond: 0, sliceBytes: 0 };
      engine.order({ do: 'nudge' });
    }
    for (const { account } of networks) {
      await engine.live(account);
      await engine.until(`${account} has all`, () => asked.every((id) => engine.arrivalsOf(id, account) > 0));
      const counts = asked.map((id) => engine.arrivalsOf(id, account));
      expect(counts, `arrivals at ${account}`).toEqual(asked.map(() => 1));
      const rows = await engine.rows(asked, account);
      expect(rows.size).toBe(asked.length);
    }
    tell(`R4: ${outages} outages, ${asked.length} questions on ${networks.length} networks: each arrived once`);
  }));

test('R5: after a short outage live again in 3 s (p95), and in 1 s when the system says that the network is back', () =>
  withDice('R5', async (dice) => {
    const { engine, networks } = await anEngineBehind(40, dice);
    const times = { alone: [] as number[], hinted: [] as number[] };
    await Promise.all(
      networks.map(async ({ account, proxy }) => {
        await proxy.pullCable();
        await engine.until(`${account} is offline`, () => engine.stateOf(account) === 'offline');
        await moment(dice.int(0, 900));
        await proxy.plugIn();
        const backAt = performance.now();
        await engine.live(account, 16_000);
        times.alone.push(performance.now() - backAt);
      }),
    );
    await Promise.all(networks.map(({ proxy }) => proxy.pullCable()));
    for (const { account } of networks) {
      await engine.until(`${account} is offline`, () => engine.stateOf(account) === 'offline');
    }
    await Promise.all(networks.map(({ proxy }) => proxy.plugIn()));
    engine.order({ do: 'nudge' });
    const hintedAt = performance.now();
    await Promise.all(
      networks.map(async ({ account }) => {
        await engine.live(account);
        times.hinted.push(performance.now() - hintedAt);
      }),
    );
    const facts = (all: number[]) =>
      `p50 ${ms(quantile(all, 0.5))}, p95 ${ms(quantile(all, 0.95))}, worst ${ms(quantile(all, 1))}`;
    tell(`R5: ${networks.length} outages, alone: ${facts(times.alone)}; with a hint: ${facts(times.hinted)}`);
    expect(quantile(times.alone, 0.95)).toBeLessThanOrEqual(3_000);
    expect(quantile(times.hinted, 0.95)).toBeLessThanOrEqual(1_000);
  }));

test('R6: a half-open link is noticed within 15 s, and within 4 s after the machine woke up', () =>
  withDice('R6', async (dice) => {
    const { engine, networks } = await anEngineBehind(8, dice);
    const [sleepy, awake] = [networks.slice(0, 4), networks.slice(4)];
    const notice = async ({ account }: (typeof networks)[number], from: number) => {
      await engine.until(`${account} noticed`, () => engine.stateOf(account) !== 'live', 20_000);
      return performance.now() - from;
    };
    for (const { proxy } of awake) proxy.swallow();
    const unhinted = await Promise.all(awake.map((one) => notice(one, performance.now())));
    for (const { account } of awake) await engine.live(account);
    for (const { proxy } of sleepy) proxy.swallow();
    engine.order({ do: 'nudge' });
    const hinted = await Promise.all(sleepy.map((one) => notice(one, performance.now())));
    for (const { account } of sleepy) await engine.live(account);
    tell(`R6: noticed after ${unhinted.map(ms).join(', ')}; after waking up ${hinted.map(ms).join(', ')}`);
    expect(Math.max(...unhinted)).toBeLessThanOrEqual(15_000);
    expect(Math.max(...hinted)).toBeLessThanOrEqual(4_000);
    const [id = ''] = await world.ask(1);
    for (const { account } of networks) await engine.until('it is live', () => engine.arrivalsOf(id, account) === 1);
  }));

const naps = howMany('TRIAGE_ENGINE_NAPS', 8);

test('R7: frozen and thawed like a laptop, live again within 2 s, and nothing is missed or told twice', () =>
  withDice('R7', async (dice) => {
    const { engine, networks } = await anEngineBehind(1, dice);
    const [network] = networks;
    if (!network) throw new Error('There is one network.');
    const times: number[] = [];
    const asked: string[] = [];
    for (let nap = 0; nap < naps; nap++) {
      engine.signal('SIGSTOP');
      asked.push(...(await world.ask(dice.int(1, 30))));
      if (dice.is(0.6)) network.proxy.resetAll();
      asked.push(...(await world.ask(dice.int(1, 5))));
      const wokeAt = performance.now();
      engine.signal('SIGCONT');
      engine.order({ do: 'nudge' });
      await engine.until('what came meanwhile is here', () =>
        asked.every((id) => engine.arrivalsOf(id, network.account) === 1),
      );
      await engine.live(network.account);
      times.push(performance.now() - wokeAt);
    }
    tell(`R7: ${naps} naps, ${asked.length} questions, live with all of them after ${times.map(ms).join(', ')}`);
    expect(asked.map((id) => engine.arrivalsOf(id, network.account))).toEqual(asked.map(() => 1));
    expect(Math.max(...times)).toBeLessThanOrEqual(2_000);
  }));
