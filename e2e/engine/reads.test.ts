import { afterEach, beforeEach, expect, test } from 'vitest';
import { aQuestion } from '../rig/agent.ts';
import { delivered } from '../rig/scripted-server.ts';
import { eventually } from '../rig/wait.ts';
import { keyOf } from './engine-under-test.ts';
import { ms } from './figures.ts';
import { ScriptedWorld } from './scripted.ts';
import { tell, withDice } from './seed.ts';
import { say } from './world.ts';

let world: ScriptedWorld;
beforeEach(async () => {
  world = await ScriptedWorld.start();
});
afterEach(() => world.stop());

const question = () => delivered(aQuestion('Why?', [say]));
const later = (status: number, seconds: number) => ({
  status,
  headers: { 'retry-after': String(seconds) },
  body: { code: 'RATE_LIMIT_EXCEEDED', message: 'Not now.', request_id: 'req_rig' },
});

test('R4: a server whose list has no pages, and one whose list is not only what is open: all that is open is there once', async () => {
  const open = Array.from({ length: 120 }, question);
  const ended = Array.from({ length: 30 }, question).map((one) => ({ ...one, status: 'expired' }) as typeof one);
  world.server.list = { notifications: [...open, ...ended] };
  const engine = await world.engine();
  const ids = open.map(({ id }) => String(id));
  expect(ids.map((id) => engine.arrivalsOf(id))).toEqual(ids.map(() => 1));
  expect(ended.map(({ id }) => engine.arrivalsOf(String(id)))).toEqual(ended.map(() => 0));
  const rows = await engine.rows(ids);
  expect([...rows.values()].filter(({ ending }) => ending)).toEqual([]);
  expect(world.server.listedAt.length).toBeLessThanOrEqual(2);
});

test('R13: reads that the server puts off come no earlier than it said, not even for "retry now"', () =>
  withDice('R13', async (dice) => {
    const waits: number[] = [];
    for (const status of [429, 503]) {
      const { nextLists, listedAt } = world.server;
      nextLists.push(later(status, 2));
      const before = listedAt.length;
      const engine = world.startEngine();
      await eventually(() => listedAt.length > before || undefined, 30_000);
      const nudges = setInterval(() => engine.order({ do: 'nudge' }), dice.int(50, 250));
      await engine.live();
      clearInterval(nudges);
      const [first = 0, second = 0] = listedAt.slice(before);
      waits.push(second - first);
      await engine.kill();
    }
    tell(`R13: reads put off for 2 s by 429 and 503 came after ${waits.map(ms).join(', ')}`);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(2_000);
  }));

test('R11: told that somebody was first, it asks who before it says anything; a lost reply of its own is no somebody', () =>
  withDice('R11', async (dice) => {
    const engine = await world.engine();
    const ids = await world.ask(engine, 6);
    const mine = new Set<string>();
    for (const id of ids) {
      const conflict = {
        status: 409,
        body: { code: 'NOTIFICATION_ALREADY_RESPONDED', message: 'Too late.', request_id: 'req_rig' },
      };
      const isMine = dice.is(0.5);
      if (isMine) mine.add(id);
      // A server that keeps no keys: the first attempt was recorded, and the second one is told that it is too late.
      const always = Array.from({ length: 10 }, () => conflict);
      world.server.repliesTo.set(id, isMine ? ['lost', ...always] : always);
      const asked = world.server.one.get(id) as Record<string, unknown>;
      const response = {
        notification_id: id,
        action_id: 'say',
        response_data: isMine ? `because ${id}` : 'somebody else’s words',
        responded_at: new Date().toISOString(),
        responder: { id: isMine ? 'me' : 'user_winner', type: 'human' },
      };
      world.server.one.set(id, { ...asked, status: 'responded', response });
    }
    // While nobody can be asked whose answer it was, nothing is said.
    world.server.nextReads.push(...Array.from({ length: 2 }, () => later(503, 0)));
    for (const id of ids) engine.order({ do: 'submit', id, action: 'say', data: `because ${id}` });
    for (const id of ids) {
      const row = await engine.answered(id, mine.has(id) ? ['accepted', 'delivered'] : ['returned'], 60_000);
      expect(row.ending).toMatchObject({
        how: 'answered',
        ...(mine.has(id)
          ? { byMe: true, words: `Say: because ${id}` }
          : { byMe: false, responder: 'user_winner', words: 'Say: somebody else’s words' }),
      });
      if (!mine.has(id)) expect(row.answer).toMatchObject({ because: 'already-answered' });
      const states = engine
        .said('changed')
        .flatMap(({ rows }) => rows ?? [])
        .filter(({ key }) => key === keyOf(id))
        .map(({ answer }) => answer?.state);
      expect(states).not.toContain(mine.has(id) ? 'returned' : 'accepted');
    }
    tell(
      `R11: ${ids.length} answers met a 409; ${mine.size} were ours after a lost reply, and nothing else was ever said`,
    );
  }));
