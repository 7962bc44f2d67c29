import { expect, test } from 'vitest';
import { aQuestion } from '../rig/agent.ts';
import type { Chance } from '../rig/chance.ts';
import { delivered, ScriptedServer } from '../rig/scripted-server.ts';
import { EngineUnderTest } from './engine-under-test.ts';
import { ms } from './figures.ts';
import { ScriptedWorld } from './scripted.ts';
import { howMany, tell, withDice } from './seed.ts';
import { say } from './world.ts';

const frames = howMany('TRIAGE_ENGINE_FRAMES', 10_000);

test(`R15: ${frames} mutated frames over a real socket: the next good one is read within 2 s`, () =>
  withDice('R15', async (dice) => {
    const world = await ScriptedWorld.start();
    const engine = await world.engine();
    const times: number[] = [];
    for (let sent = 0; sent < frames; sent += 500) {
      for (let n = 0; n < 500; n++) world.server.push(mutated(dice));
      const startedAt = performance.now();
      await world.ask(engine, 1);
      times.push(performance.now() - startedAt);
    }
    expect(engine.stateOf()).toBe('live');
    expect(world.server.streams).toHaveLength(1);
    tell(`R15: ${frames} mutated frames, the next good one read after ${ms(Math.max(...times))} at worst`);
    expect(Math.max(...times)).toBeLessThanOrEqual(2_000);
    await world.stop();
  }));

/** What ends a stream for good, as bytes on the wire: the server would have to be broken, or somebody else. */
const poison: Record<string, () => Buffer> = {
  'text that is not UTF-8': () => Buffer.from([0x81, 0x02, 0xc3, 0x28]),
  'an opcode that does not exist': () => Buffer.from([0x83, 0x00]),
  'a frame said to hold 2^62 bytes': () => Buffer.from([0x81, 0x7f, 0x40, 0, 0, 0, 0, 0, 0, 0]),
  'a message of 8 MB': () =>
    Buffer.concat([Buffer.from([0x81, 0x7f, 0, 0, 0, 0, 0, 0x80, 0, 0]), Buffer.alloc(8 << 20, 32)]),
  'a message without end': () =>
    Buffer.concat([Buffer.from([0x01, 0x01, 0x5b]), ...Array.from({ length: 40_000 }, piece)]),
  'no WebSocket at all': () => Buffer.from('<!doctype html><p>Bad gateway'),
};
const piece = () => Buffer.concat([Buffer.from([0x00, 0x7e, 0x00, 0x40]), Buffer.alloc(64, 32)]);

test('R15: bytes that break the stream break nothing else: open again, and the next question read, within 2 s', async () => {
  const world = await ScriptedWorld.start();
  const engine = new EngineUnderTest({ dataFolder: world.folder.path, takeBackMs: 0 });
  const lines = await Promise.all(
    Object.entries(poison).map(async ([what, bytes], index) => {
      const server = await ScriptedServer.start();
      const account = `poison${index}`;
      engine.order({ do: 'connect', account, url: server.url, token: 'user_scripted_0123456789abcdef' });
      await engine.live(account);
      return { what, bytes, server, account };
    }),
  );
  const times: string[] = [];
  for (const { what, bytes, server, account } of lines) {
    const startedAt = performance.now();
    server.wires.at(-1)?.write(bytes());
    await engine.until(`${account} has lost its stream to ${what}`, () => engine.stateOf(account) === 'offline');
    await engine.live(account);
    const question = delivered(aQuestion('Still there?', [say]));
    server.notify(question);
    await engine.until('the question is there', () => engine.arrivalsOf(String(question.id), account) === 1);
    const took = performance.now() - startedAt;
    times.push(ms(took));
    expect(took, what).toBeLessThanOrEqual(2_000);
  }
  tell(`R15: streams broken by ${lines.length} kinds of bytes, read again after ${times.join(', ')}`);
  await engine.kill();
  for (const { server } of lines) await server.stop();
  await world.stop();
});

/** A good frame with something wrong in it: in its bytes, in its shape, or in its size. */
function mutated(dice: Chance): string | Buffer {
  const good = JSON.stringify({
    type: dice.pick(['notification', 'status_update', 'heartbeat', 'error', 'mystery']),
    data: dice.is(0.5)
      ? delivered(aQuestion('Mutated?', [say]))
      : { notification_id: 'x', status: 'expired', timestamp: 'y' },
  });
  const at = dice.int(0, good.length);
  switch (dice.int(0, 7)) {
    case 0:
      return good.slice(0, at);
    case 1:
      return good.slice(0, at) + dice.pick(['"', '{', '}', ',', '\u0000', '\u202e', '😀', '[[[[']) + good.slice(at);
    case 2:
      return good.replace(/"(id|status|actions|context|data|type)":/, '"$1x":');
    case 3:
      return good.replace(
        /"(id|status|title|label|timestamp)":"[^"]*"/,
        `"$1":${dice.pick(['null', '7', '[]', '{}', '""', '1e999'])}`,
      );
    case 4:
      return `{"type":"notification","data":${'{"a":'.repeat(dice.int(50, 3_000))}1${'}'.repeat(dice.int(0, 3_000))}}`;
    case 5:
      return Buffer.from(good);
    case 6:
      return JSON.stringify({ type: 'notification', data: { id: 'x'.repeat(dice.int(200, 20_000)) } });
    default:
      return dice.pick(['', 'null', '[]', '0', '"text"', '{}', '{"type":null}', '{"type":"notification","data":[]}']);
  }
}
