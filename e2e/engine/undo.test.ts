import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EngineUnderTest } from './engine-under-test.ts';
import { moment } from './moment.ts';
import { ScriptedWorld } from './scripted.ts';
import { howMany, tell, withDice } from './seed.ts';

const lives = howMany('TRIAGE_ENGINE_UNDO_LIVES', 25);
const takeBackMs = 150;

let world: ScriptedWorld;
beforeEach(async () => {
  world = await ScriptedWorld.start();
});
afterEach(() => world.stop());

test(
  `R27: what was taken back inside its window never reaches the server, over ${lives} kills in and around the window`,
  () =>
    withDice('R27', async (dice) => {
      const all: string[] = [];
      const undone = new Set<string>();
      const undoing = new Set<string>();
      const note = (engine: EngineUnderTest) => {
        for (const { key } of engine.said('undone')) undone.add(key.slice(4));
        for (const { key } of engine.said('undoing')) undoing.add(key.slice(4));
        for (const { key } of engine.said('too-late')) undoing.delete(key.slice(4));
      };
      for (let life = 0; life < lives; life++) {
        const engine = await world.engine(takeBackMs);
        const ids = await world.ask(engine, 6);
        all.push(...ids);
        for (const id of ids) engine.order({ do: 'submit', id, action: 'say', data: `because ${id}` });
        await engine.until('all are saved', () => engine.said('saved').length === ids.length);
        for (const id of ids.filter(() => dice.is(0.5))) {
          await moment(dice.int(0, takeBackMs / 4));
          engine.order({ do: 'undo', id });
        }
        await moment(dice.int(0, takeBackMs));
        await engine.kill();
        note(engine);
      }
      const last = await world.engine(takeBackMs);
      const standing = all.filter((id) => !undoing.has(id));
      await last.untilRows('the others are accepted', standing, (row) => row?.answer?.state === 'accepted');
      // Nothing waits any more, so nothing that was taken back can still go out.
      const rows = await last.rows(all);
      for (const id of undone) expect(rows.get(id)?.answer).toBeUndefined();
      const reached = new Set(world.server.answers.map(({ body }) => body.notification_id));
      expect([...undone].filter((id) => reached.has(id))).toEqual([]);
      expect(standing.filter((id) => !world.server.effects.has(id))).toEqual([]);
      tell(`R27: ${lives} kills, ${all.length} answers, ${undone.size} taken back: none of them reached the server`);
    }),
  60_000 + lives * 2_000,
);
