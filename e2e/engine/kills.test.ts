import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Chance } from '../rig/chance.ts';
import { aDataFolder, EngineUnderTest, keyOf } from './engine-under-test.ts';
import { moment } from './moment.ts';
import { howMany, tell, withDice } from './seed.ts';
import { World } from './world.ts';

/** How often the engine is killed: `TRIAGE_ENGINE_KILLS=10000` for a long night. */
const kills = howMany('TRIAGE_ENGINE_KILLS', 1_000);
/** Unless a number was wished for, as many of them as fit: the whole stage has 6 minutes on two cores. */
const withinMs = process.env.TRIAGE_ENGINE_KILLS ? Number.POSITIVE_INFINITY : 100_000;
const fewestKills = Math.min(kills, 150);
/** Each has a server and a data folder of its own; three keep two cores busy. */
const worlds = 3;
const questionsPerLife = 4;

let open: { world: World; folder: ReturnType<typeof aDataFolder> }[];
beforeEach(async () => {
  open = await Promise.all(
    Array.from({ length: worlds }, async () => ({ world: await World.start(), folder: aDataFolder() })),
  );
});
afterEach(async () => {
  for (const { world, folder } of open) {
    await world.stop();
    folder.remove();
  }
});

test(
  `R1: killed up to ${kills} times while it takes and sends answers, none that it called saved is lost or doubled`,
  () =>
    withDice('R1', async (dice) => {
      const startedAt = performance.now();
      const ledgers = await Promise.all(
        open.map(async ({ world, folder }, index) => {
          const ledger = new Ledger();
          const lives = Math.ceil(kills / worlds);
          const isTimeLeft = () => performance.now() - startedAt < withinMs || ledger.kills < fewestKills / worlds;
          for (let life = 0; life < lives && isTimeLeft(); life++) {
            ledger.asked.push(...(await world.ask(questionsPerLife)));
            await liveAndDie({
              world,
              folder: folder.path,
              ledger,
              mark: `${index}.${life}`,
              dice: dice.part(life * worlds + index),
            });
          }
          await drain(world, folder.path, ledger);
          return ledger;
        }),
      );
      const sum = (count: (ledger: Ledger) => number) => ledgers.reduce((total, ledger) => total + count(ledger), 0);
      tell(
        `R1: ${sum((one) => one.kills)} kills in ${((performance.now() - startedAt) / 1000).toFixed(0)} s, ` +
          `${sum((one) => one.asked.length)} answers, ${sum((one) => one.silent)} kills between write and word; ` +
          `${sum((one) => one.lost)} lost, ${sum((one) => one.doubled)} doubled`,
      );
    }),
  60_000 + kills * 1_000,
);

type Life = { world: World; folder: string; ledger: Ledger; mark: string; dice: Chance };

/** One life: it answers what is open, and is killed at a moment of chance. */
async function liveAndDie({ world, folder, ledger, mark, dice }: Life): Promise<void> {
  const takeBackMs = dice.pick([0, 0, 0, 40]);
  const engine = EngineUnderTest.online({ dataFolder: folder, takeBackMs }, world.endpoint);
  const answerOpen = () => engine.order({ do: 'answer-open', action: 'say', mark });
  if (dice.is(0.1)) {
    answerOpen();
    await moment(dice.int(0, 120));
  } else {
    await engine.live();
    answerOpen();
    const word = dice.pick(['trying', 'saved'] as const);
    const nth = dice.int(1, questionsPerLife);
    await engine.until(`${word} number ${nth}`, () => engine.said(word).length >= nth);
    const wait = dice.int(0, word === 'trying' ? 4 : 25);
    if (wait > 0) await moment(wait);
  }
  await engine.kill();
  ledger.kills += 1;
  ledger.hear(engine);
}

/** A last life that nobody ends: it sends what is left. Then server, webhooks and History are held against the ledger. */
async function drain(world: World, folder: string, ledger: Ledger): Promise<void> {
  const engine = EngineUnderTest.online({ dataFolder: folder, takeBackMs: 0 }, world.endpoint);
  await engine.live();
  engine.order({ do: 'answer-open', action: 'say', mark: 'last' });
  const accepted = ['accepted', 'delivered'];
  await engine.untilRows('every answer is accepted', ledger.asked, (row) =>
    accepted.includes(row?.answer?.state ?? ''),
  );
  const rows = await engine.rows(ledger.asked);
  await engine.kill();
  ledger.hear(engine);
  for (const id of ledger.asked) {
    const { body } = await world.server.client().read(id);
    const recorded = (body.response as { response_data?: unknown } | undefined)?.response_data;
    const delivered = world.receiver.about(id).map((one) => one.body.response_data);
    const saved = ledger.saved.get(id) ?? [];
    if (saved.some((text) => text !== recorded)) ledger.lost += 1;
    if (saved.length > 1 || new Set(delivered).size > 1 || delivered.length > 1) ledger.doubled += 1;
    expect(saved.length, `one decision was called saved for ${id}`).toBeLessThanOrEqual(1);
    expect(saved.length === 1 ? saved : ledger.tried.get(id)).toContain(recorded);
    expect(delivered, `the webhook about ${id}`).toEqual([recorded]);
    expect(rows.get(id)?.ending).toMatchObject({ how: 'answered', byMe: true, words: `Say: ${recorded}` });
  }
}

/** What the engines said over all their lives, by the ids of the questions. */
class Ledger {
  readonly asked: string[] = [];
  readonly tried = new Map<string, unknown[]>();
  readonly saved = new Map<string, unknown[]>();
  kills = 0;
  /** Lives that ended between a try and the word that it was saved. */
  silent = 0;
  lost = 0;
  doubled = 0;

  hear(engine: EngineUnderTest): void {
    const byKey = new Map(this.asked.map((id) => [keyOf(id), id]));
    const note = (book: Map<string, unknown[]>, { key, data }: { key: string; data?: unknown }) => {
      const id = byKey.get(key as ReturnType<typeof keyOf>) ?? key;
      book.set(id, [...(book.get(id) ?? []), data]);
    };
    for (const one of engine.said('trying')) note(this.tried, one);
    for (const one of engine.said('saved')) note(this.saved, one);
    const last = engine.events.findLast(({ event }) => ['trying', 'saved', 'not-saved'].includes(event));
    if (last?.event === 'trying') this.silent += 1;
    expect(engine.errors.join('')).toBe('');
  }
}
