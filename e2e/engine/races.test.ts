import { afterEach, beforeEach, expect, test } from 'vitest';
import { callJson } from '../rig/agent.ts';
import { aDataFolder, EngineUnderTest, keyOf, type SeenRow } from './engine-under-test.ts';
import { ms, quantile } from './figures.ts';
import { howMany, tell, withDice } from './seed.ts';
import { World } from './world.ts';

const races = howMany('TRIAGE_ENGINE_RACES', 100);
const racers = 5;
const atOnce = 2;

type Racer = { user: string; engine: EngineUnderTest; folder: ReturnType<typeof aDataFolder> };
let world: World;
let all: Racer[];
beforeEach(async () => {
  world = await World.start();
  all = await Promise.all(Array.from({ length: racers }, (_, index) => aRacer(`person-${index}`)));
});
afterEach(async () => {
  for (const { engine, folder } of all) {
    await engine.kill();
    folder.remove();
  }
  await world.stop();
});

async function aRacer(user: string): Promise<Racer> {
  const { url, adminToken } = world.server;
  const body = { name: user, user_id: user };
  const made = await callJson(`${url}/api/v1/admin/users`, { method: 'POST', token: adminToken, body });
  const folder = aDataFolder();
  const engine = EngineUnderTest.online(
    { dataFolder: folder.path, takeBackMs: 0 },
    { url, token: String(made.body.token) },
  );
  await engine.live();
  return { user, engine, folder };
}

test(
  `R11: ${races} races of two to five engines: one effect each, and the others know within a second who was first`,
  () =>
    withDice('R11', async (dice) => {
      const times: number[] = [];
      const wins = new Map<string, number>();
      for (let race = 0; race < races; race += atOnce) {
        const ids = await world.ask(atOnce);
        for (const { engine } of all) {
          await engine.until('the questions are there', () => ids.every((id) => engine.arrivalsOf(id) === 1));
        }
        await Promise.all(
          ids.map(async (id) => {
            const running = all.toSorted(() => dice.next() - 0.5).slice(0, dice.int(2, racers));
            for (const { engine, user } of running) engine.order({ do: 'submit', id, action: 'say', data: user });
            const toldAt = await Promise.all(
              running.map(async ({ engine }) => {
                const row = await engine.until(`it is told who answered ${id}`, () => told(engine.rowOf(id)));
                return { at: performance.now(), won: row.ending?.byMe === true };
              }),
            );
            const wonAt = toldAt.find(({ won }) => won)?.at ?? Number.NaN;
            times.push(...toldAt.filter(({ won }) => !won).map(({ at }) => Math.max(0, at - wonAt)));
            const { response_data: winner } = await world.agent.status(id);
            wins.set(String(winner), (wins.get(String(winner)) ?? 0) + 1);
            for (const { engine, user } of running) {
              const row = (await engine.rows([id])).get(id);
              const who = user === winner ? { byMe: true } : { byMe: false, responder: winner };
              expect(row?.ending).toMatchObject({ how: 'answered', words: `Say: ${winner}`, ...who });
              if (user === winner) expect(['accepted', 'delivered']).toContain(row?.answer?.state);
              else if (row?.answer)
                expect(row.answer).toMatchObject({ state: 'returned', because: 'already-answered' });
              // One that heard of the winner before it began was told that the question is closed.
              else expect(engine.said('not-saved').some(({ key }) => key === keyOf(id))).toBe(true);
            }
          }),
        );
        for (const id of ids) expect(world.receiver.about(id).length, 'webhooks about it').toBeLessThanOrEqual(1);
      }
      const facts = `p50 ${ms(quantile(times, 0.5))}, p95 ${ms(quantile(times, 0.95))}, worst ${ms(quantile(times, 1))}`;
      tell(`R11: ${races} races, the others told after ${facts}; wins ${[...wins.values()].join('/')}`);
      expect(quantile(times, 0.95)).toBeLessThanOrEqual(1_000);
    }),
  60_000 + races * 1_000,
);

/** The row, once nothing is on its way any more and it is known whose answer counts. */
function told(row: SeenRow | undefined): SeenRow | undefined {
  const isUnderWay = ['held', 'waiting', 'sending'].includes(row?.answer?.state ?? '');
  return !isUnderWay && (row?.ending?.byMe || row?.ending?.responder !== undefined) ? row : undefined;
}
