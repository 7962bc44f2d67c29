import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fate, type ItemEnd, type ServerMood, World } from '#main/testing/outbox-world';

// Every schedule is a life of the outbox among a server that fails in all its ways, a disk that refuses writes, kills,
// and hands that set the clock. A failing one is printed with its seed and path: give both to fc.assert to see it again.

const runs = Number(process.env.ATP_TEST_SCHEDULES ?? 10_000);

type Command = fc.AsyncCommand<Record<string, never>, World>;
const command = (name: string, run: (world: World) => void): Command => ({
  check: () => true,
  run: async (_model, world) => {
    run(world);
    await world.settle();
  },
  toString: () => name,
});

const item = fc.nat(4);
const account = fc.nat(1);
const moods: ServerMood[] = ['well', 'down', 'loses-replies', 'slow', 'busy', 'faulty', 'revoked', 'forgets-keys'];
const sizes = [-86_400_000 * 2, -86_400_000, -3_600_000, -61_000, -2_000, 2_000, 61_000, 3_600_000, 86_400_000];

const commands = fc.commands(
  [
    fc
      .record({ item, flagged: fc.boolean(), windowMs: fc.constantFrom(0, 1_000, 5_000, 60_000) })
      .map((given) => command(`answer ${JSON.stringify(given)}`, (world) => world.answer(given))),
    item.map((n) => command(`undo ${n}`, (world) => world.undo(n))),
    fc
      .oneof(fc.nat(3_000), fc.constantFrom(5_000, 60_000, 400_000, 4_000_000))
      .map((ms) => command(`pass ${ms}`, (world) => world.pass(ms))),
    fc
      .record({ account, mood: fc.constantFrom(...moods) })
      .map((given) => command(`server ${given.account} ${given.mood}`, (world) => world.mood(given))),
    fc.constantFrom(...sizes).map((by) => command(`set clock by ${by}`, (world) => world.setClock(by))),
    fc
      .constantFrom('arrives', 'is lost')
      .map((how) => command(`slow request ${how}`, (world) => world.release(how as Fate))),
    fc.constantFrom(0, 0, ...sizes).map((by) => command(`kill, clock set by ${by}`, (world) => world.kill(by))),
    fc.boolean().map((full) => command(`disk ${full ? 'full' : 'has room'}`, (world) => world.disk(full))),
    account.map((n) => command(`online ${n}`, (world) => world.online(n))),
    fc
      .record({ item, how: fc.constantFrom<ItemEnd>('answered', 'expired', 'withdrawn'), isTold: fc.boolean() })
      .map((given) => command(`item ${JSON.stringify(given)}`, (world) => world.closeItem(given))),
    fc.constant(command('hurry', (world) => world.hurry())),
  ],
  { maxCommands: 40, size: 'max' },
);

test('whatever happens: nothing lost, nothing doubled, no byte too early, one request out per question', {
  timeout: Math.max(60_000, runs * 20),
}, async () => {
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(commands, async (schedule) => {
      const world = new World();
      await fc.asyncModelRun(() => ({ model: {}, real: world }), schedule);
      await world.allWell();
      world.checkOutcomes();
      sent += world.requests;
    }),
    { numRuns: runs },
  );
  process.stdout.write(`${runs} schedules of the outbox, ${sent} requests\n`);
  expect(sent).toBeGreaterThan(runs);
});
