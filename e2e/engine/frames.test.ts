import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Chance } from '../rig/chance.ts';
import { FaultProxy, type FrameFate } from '../rig/fault-proxy.ts';
import { aDataFolder, EngineUnderTest, type SeenRow } from './engine-under-test.ts';
import { howMany, tell, withDice } from './seed.ts';
import { World } from './world.ts';

/** Schedules of faults over real sockets; ten thousand more run without sockets beside the connection's reducer. */
const schedules = howMany('TRIAGE_ENGINE_SCHEDULES', 100);
/** Each account of the engine is behind a network of its own, which follows a schedule of its own. */
const atOnce = 10;
const roundsPerEngine = 5;

let world: World;
let folder: ReturnType<typeof aDataFolder>;
beforeEach(async () => {
  world = await World.start();
  folder = aDataFolder();
});
afterEach(async () => {
  await world.stop();
  folder.remove();
});

test(
  `R8: ${schedules} schedules of frames lost, doubled, delayed and overtaken, with cuts between: everybody knows what is true`,
  () =>
    withDice('R8', async (dice) => {
      const rounds = Math.ceil(schedules / atOnce);
      let frames = 0;
      for (let first = 0; first < rounds; first += roundsPerEngine) {
        const engine = new EngineUnderTest({ dataFolder: folder.path, takeBackMs: 0 });
        const networks = await Promise.all(
          Array.from({ length: atOnce }, async (_, index) => {
            const proxy = await FaultProxy.before(world.server.url, () => dice.next());
            // An account of its own for each engine: what earlier ones learnt must not help.
            const account = `net${first}-${index}`;
            engine.order({ do: 'connect', account, url: proxy.url, token: world.endpoint.token });
            return { account, proxy };
          }),
        );
        const live = () => Promise.all(networks.map(({ account }) => engine.live(account)));
        for (let round = first; round < Math.min(rounds, first + roundsPerEngine); round++) {
          await live();
          for (const [index, { proxy }] of networks.entries()) {
            const own = dice.part(round * atOnce + index);
            proxy.fateOf = () => {
              frames += 1;
              return fate(own);
            };
          }
          const truth = await whatHappens(dice.part(-round), networks);
          for (const { proxy } of networks) {
            proxy.fateOf = () => 'pass';
            proxy.resetAll();
          }
          engine.order({ do: 'nudge' });
          for (const { account } of networks) {
            await engine.untilRows(
              `${account} knows what is true`,
              [...truth.keys()],
              (row, id) => knows(row, truth.get(id)),
              account,
            );
            expect([...truth.keys()].filter((id) => engine.arrivalsOf(id, account) > 1)).toEqual([]);
          }
        }
        await engine.kill();
        expect(engine.errors.join('')).toBe('');
        for (const { proxy } of networks) await proxy.stop();
      }
      tell(`R8: ${rounds * atOnce} schedules, ${frames} frames`);
    }),
  60_000 + schedules * 1_000,
);

function fate(dice: Chance): FrameFate {
  if (dice.is(0.4)) return 'pass';
  return dice.pick<FrameFate>(['drop', 'twice', { after: dice.int(1, 4) }]);
}

/** Questions are asked, answered by somebody, withdrawn; streams are cut between. Returns how each ended. */
async function whatHappens(dice: Chance, networks: readonly { proxy: FaultProxy }[]): Promise<Map<string, string>> {
  const truth = new Map<string, string>();
  const client = world.server.client();
  for (let step = 0; step < 14; step++) {
    const open = [...truth].filter(([, end]) => end === 'open').map(([id]) => id);
    const what = open.length === 0 ? 'ask' : dice.pick(['ask', 'ask', 'answer', 'answer', 'withdraw', 'cut'] as const);
    const id = open.length > 0 ? dice.pick(open) : '';
    if (what === 'ask') for (const one of await world.ask(dice.int(1, 3))) truth.set(one, 'open');
    if (what === 'answer') {
      expect((await client.respond(id, 'say', `step ${step}`)).status).toBe(200);
      truth.set(id, `Say: step ${step}`);
    }
    if (what === 'withdraw') {
      expect((await world.agent.withdraw(id, 'No longer asked.')).status).toBe(200);
      truth.set(id, 'withdrawn');
    }
    if (what === 'cut') dice.pick(networks).proxy.resetAll();
  }
  return truth;
}

/** A question that came and went while nothing got through was never there, and is not listed any more. */
function knows(row: SeenRow | undefined, end: string | undefined): boolean {
  return row === undefined ? end !== 'open' : endOf(row) === end;
}

function endOf(row: SeenRow): string {
  if (!row.ending) return 'open';
  return row.ending.how === 'answered' ? `${row.ending.words}` : row.ending.how;
}
