import { afterEach, beforeEach, expect, test } from 'vitest';
import { FaultProxy } from '../rig/fault-proxy.ts';
import type { ScriptedReply } from '../rig/scripted-server.ts';
import { moment } from './moment.ts';
import { ScriptedWorld } from './scripted.ts';
import { howMany, tell, withDice } from './seed.ts';

let world: ScriptedWorld;
beforeEach(async () => {
  world = await ScriptedWorld.start();
});
afterEach(() => world.stop());

const answersPutOff = howMany('TRIAGE_ENGINE_PUT_OFF', 6);

const refusal = (status: number, headers?: Record<string, string>): ScriptedReply => ({
  status,
  body: { code: 'TRY_LATER', message: 'Not now.', request_id: 'req_rig' },
  ...(headers && { headers }),
});

test('R13: 429, 5xx, cut and lost replies: every answer has one effect, under one key, and none comes earlier than told', () =>
  withDice('R13', async (dice) => {
    const engine = await world.engine();
    const ids = await world.ask(engine, answersPutOff);
    const told = new Map<string, number>();
    for (const id of ids) {
      const faults = Array.from({ length: dice.int(1, 2) }, () =>
        dice.pick<ScriptedReply>([refusal(500), refusal(502), refusal(504), refusal(408), 'cut', 'lost']),
      );
      if (dice.is(0.5)) {
        faults.unshift(refusal(dice.pick([429, 503]), { 'retry-after': '2' }));
        told.set(id, 2_000);
      }
      world.server.repliesTo.set(id, faults);
    }
    for (const id of ids) engine.order({ do: 'submit', id, action: 'say', data: `because ${id}` });
    await engine.until('all are saved', () => engine.said('saved').length === ids.length);
    // That the server is back on the line may not move up what it has put off (Retry-After).
    for (const stream of world.server.streams) stream.terminate();
    await engine.until('it is offline', () => engine.stateOf() === 'offline');
    engine.order({ do: 'nudge' });
    await engine.live();
    // While the server fails, one answer at a time tries it: all of them together take a while.
    for (const id of ids) await engine.answered(id, ['accepted'], 90_000);
    for (const id of ids) {
      const tries = world.server.answers.filter(({ body }) => body.notification_id === id);
      expect(new Set(tries.map(({ key }) => key)).size).toBe(1);
      expect(world.server.effects.get(id)?.body.response_data).toBe(`because ${id}`);
      const [first, second] = tries;
      if (first && second) expect(second.at - first.at).toBeGreaterThanOrEqual(told.get(id) ?? 0);
    }
    tell(
      `R13: ${ids.length} answers, ${world.server.answers.length} attempts, ${told.size} of them put off by the server`,
    );
  }));

test('R14: a token that ends while answers are on their way: nothing is lost, nothing storms, a new token sends all', () =>
  withDice('R14', async (dice) => {
    world.server.token = 'user_first_0123456789abcdef';
    const engine = await world.engine(0, world.endpoint('user_first_0123456789abcdef'));
    const ids = await world.ask(engine, 10);
    world.server.token = 'user_second_0123456789abcdef';
    for (const id of ids) engine.order({ do: 'submit', id, action: 'say', data: `because ${id}` });
    await engine.until('all are saved', () => engine.said('saved').length === ids.length);
    for (const stream of world.server.streams) stream.close(4401);
    await engine.until('the account is refused', () => engine.stateOf() === 'refused');
    await moment(dice.int(1_500, 2_500)); // the time in which a storm would rage
    expect(world.server.effects.size).toBe(0);
    expect(world.server.unauthorized).toBeLessThanOrEqual(2 * ids.length);
    const rows = await engine.rows(ids);
    expect(ids.map((id) => rows.get(id)?.answer?.state)).not.toContain('returned');

    engine.order({ do: 'connect', ...world.endpoint('user_second_0123456789abcdef') });
    for (const id of ids) await engine.answered(id, ['accepted']);
    expect(ids.map((id) => world.server.effects.get(id)?.body.response_data)).toEqual(ids.map((id) => `because ${id}`));
    tell(`R14: ${ids.length} answers, ${world.server.unauthorized} requests with the ended token`);
  }));

test('R25: a captive portal or a reset is an outage that is named; nothing counts as sent, and it is sent afterwards', () =>
  withDice('R25', async (dice) => {
    const proxy = await FaultProxy.before(world.server.url, () => dice.next());
    const engine = await world.engine(0, { ...world.endpoint(), url: proxy.url });
    const ids = await world.ask(engine, 4);
    for (const [index, door] of (['portal', 'reset'] as const).entries()) {
      proxy.door = door;
      proxy.resetAll();
      await engine.until('it is offline', () => engine.stateOf() === 'offline');
      const connections = proxy.accepted;
      const mine = ids.slice(index * 2, index * 2 + 2);
      for (const id of mine) engine.order({ do: 'submit', id, action: 'say', data: `behind a ${door}` });
      await engine.until('both were tried', () => proxy.accepted >= connections + 2);
      for (const id of mine) await engine.answered(id, ['waiting']);
      expect(engine.said('connection').at(-1)?.state).not.toBe('live');
      expect(mine.map((id) => world.server.effects.has(id))).toEqual([false, false]);
      proxy.door = 'open';
      engine.order({ do: 'nudge' });
      await engine.live();
      for (const id of mine) await engine.answered(id, ['accepted']);
      expect(mine.map((id) => world.server.effects.get(id)?.body.response_data)).toEqual([
        `behind a ${door}`,
        `behind a ${door}`,
      ]);
    }
    const why = engine.said('connection').flatMap(({ because }) => because ?? []);
    expect(why.every((one) => one.length > 10)).toBe(true);
    tell(`R25: said ${[...new Set(why)].join(' · ')}`);
    await proxy.stop();
  }));

test('R24: ended by the system with answers held, out and waiting: each is sent or kept, none twice', () =>
  withDice('R24', async (dice) => {
    const rounds = 4;
    const all: string[] = [];
    let sentOnTheWayOut = 0;
    for (let round = 0; round < rounds; round++) {
      const engine = await world.engine(dice.pick([0, 60_000]));
      const ids = await world.ask(engine, 6);
      all.push(...ids);
      for (const id of ids) {
        world.server.repliesTo.set(
          id,
          dice.pick<ScriptedReply[]>([[], [], ['lost'], ['hung'], [refusal(503)], ['cut']]),
        );
        engine.order({ do: 'submit', id, action: 'say', data: `because ${id}` });
      }
      await engine.until('all are saved', () => engine.said('saved').length === ids.length);
      const endedAt = performance.now();
      engine.signal('SIGTERM');
      expect(await engine.ended()).toBe(0);
      expect(performance.now() - endedAt).toBeLessThan(5_000); // three seconds of grace, and the end itself
      sentOnTheWayOut += ids.filter((id) => world.server.effects.has(id)).length;
    }
    const last = await world.engine();
    await last.untilRows('all are accepted', all, (row) => row?.answer?.state === 'accepted');
    expect(all.map((id) => world.server.effects.get(id)?.body.response_data)).toEqual(all.map((id) => `because ${id}`));
    tell(
      `R24: ${rounds} endings, ${all.length} answers, ${sentOnTheWayOut} sent on the way out, the rest at the next start`,
    );
  }));
