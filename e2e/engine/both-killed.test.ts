import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Chance } from '../rig/chance.ts';
import { eventually } from '../rig/wait.ts';
import { aDataFolder, EngineUnderTest, keyOf } from './engine-under-test.ts';
import { moment } from './moment.ts';
import { howMany, tell, withDice } from './seed.ts';
import { World } from './world.ts';

/** How often app and server are killed together: `ATP_TEST_KILLS=1000` for a long night. */
const kills = howMany('ATP_TEST_KILLS', 20);
const questionsPerLife = 4;

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
  `R2: app and server killed together ${kills} times while answers are in flight: none lost, none doubled`,
  () =>
    withDice('R2', async (dice) => {
      const asked: string[] = [];
      const saved = new Map<string, unknown[]>();
      for (let life = 0; life < kills; life++) {
        asked.push(...(await world.ask(questionsPerLife)));
        await liveAndDie(String(life), dice.part(life), saved);
      }
      const rows = await drain(asked, saved);
      let lost = 0;
      for (const id of asked) {
        const { body } = await world.server.client().read(id);
        const recorded = (body.response as { response_data?: unknown } | undefined)?.response_data;
        const called = saved.get(keyOf(id)) ?? [];
        if (called.some((text) => text !== recorded)) lost += 1;
        expect(called.length, `decisions called saved for ${id}`).toBeLessThanOrEqual(1);
        // A webhook that was out when the server died goes again, with the same id: the receiver takes it once.
        const delivered = new Map(world.receiver.about(id).map((one) => [one.body.request_id, one.body.response_data]));
        expect([...delivered.values()], `the effect of ${id}`).toEqual([recorded]);
        expect(rows.get(id)?.ending).toMatchObject({ how: 'answered', byMe: true });
      }
      tell(
        `R2: ${kills} kills of both, ${asked.length} answers, ${[...saved.keys()].length} called saved; ${lost} lost`,
      );
      expect(lost).toBe(0);
    }),
  60_000 + kills * 10_000,
);

/** One life of both: what is open is answered, and at a moment of chance the power fails. */
async function liveAndDie(mark: string, dice: Chance, saved: Map<string, unknown[]>): Promise<void> {
  const engine = EngineUnderTest.online({ dataFolder: folder.path, takeBackMs: dice.pick([0, 0, 30]) }, world.endpoint);
  await engine.live();
  engine.order({ do: 'answer-open', action: 'say', mark });
  const nth = dice.int(1, questionsPerLife);
  await engine.until(`saved number ${nth}`, () => engine.said('saved').length >= nth);
  await moment(dice.int(0, 20));
  await Promise.all(dice.is(0.5) ? [engine.kill(), world.server.kill()] : [world.server.kill(), engine.kill()]);
  expect(engine.errors.join('')).toBe('');
  note(engine, saved);
  await world.server.startAgain();
}

/** A last life that nobody ends: it sends what is left, and every webhook arrives. */
async function drain(asked: readonly string[], saved: Map<string, unknown[]>) {
  const engine = EngineUnderTest.online({ dataFolder: folder.path, takeBackMs: 0 }, world.endpoint);
  await engine.live();
  engine.order({ do: 'answer-open', action: 'say', mark: 'last' });
  const accepted = ['accepted', 'delivered'];
  await engine.untilRows('every answer is accepted', asked, (row) => accepted.includes(row?.answer?.state ?? ''));
  await eventually(() => asked.every((id) => world.receiver.about(id).length > 0) || undefined, 60_000);
  const rows = await engine.rows(asked);
  await engine.kill();
  note(engine, saved);
  return rows;
}

function note(engine: EngineUnderTest, saved: Map<string, unknown[]>): void {
  for (const { key, data } of engine.said('saved')) saved.set(key, [...(saved.get(key) ?? []), data]);
}
