import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CloseVerdict } from '../protocol/envelope.ts';
import { ConnectionRunner } from '../testing/connection-runner.ts';
import { shareOfSchedules } from '../testing/schedules.ts';
import { dueAt } from './being-up.ts';
import type { Connection, ConnectionEvent } from './connection.ts';
import { isUp } from './state.ts';
import { openLimitMs } from './timing.ts';

declare const process: { env: Record<string, string | undefined>; stdout: { write(text: string): void } };

const verdicts: CloseVerdict[] = [
  'retry',
  'retry-at-once',
  'wait-a-minute',
  'unauthorized',
  'forbidden',
  'version',
  'policy',
];
const jitter = fc.double({ min: 0, max: 1, noNaN: true });
const ofAccount = ['started', 'stopped', 'token-changed', 'retry-now', 'woke', 'network-up', 'network-down'] as const;
const ofLine = ['opened', 'heard', 'proven', 'caught-up', 'catch-up-failed', 'closed', 'asked'] as const;

/** What may be observed next; `age` picks one of all lines that were ever opened, so old ones call back late. */
const observed = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constantFrom(...ofAccount) }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('alarm' as const), early: fc.boolean(), jitter }) },
  {
    weight: 16,
    arbitrary: fc.record({
      type: fc.constantFrom(...ofLine),
      age: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(5) }),
      jitter,
      verdict: fc.oneof(
        { weight: 3, arbitrary: fc.constant('retry' as const) },
        { weight: 2, arbitrary: fc.constantFrom(...verdicts) },
      ),
      answered: fc.boolean(),
      reads: fc.nat(200),
      retryAfterMs: fc.option(fc.nat(300_000), { nil: undefined, freq: 4 }),
    }),
  },
);
type Observed = typeof observed extends fc.Arbitrary<infer T> ? T : never;
const pauses = fc.oneof(fc.nat(300), fc.nat(15_000), fc.nat(90_000));
const schedule = fc.array(fc.tuple(observed, pauses), { minLength: 4, maxLength: 40, size: 'max' });

function eventOf(runner: ConnectionRunner, one: Observed): ConnectionEvent | undefined {
  const { now } = runner;
  if (one.type === 'alarm') {
    if (!one.early && runner.alarm !== undefined) runner.now = Math.max(now, runner.alarm);
    return { type: 'alarm', now: runner.now, jitter: one.jitter };
  }
  if (!('age' in one)) return { type: one.type, now };
  const line = runner.everOpened.at(-1 - one.age);
  return line && ({ ...one, socket: line.socket, now, why: 'as the test says' } as ConnectionEvent);
}

/** Whether a promise was kept by one step. */
type Check = (runner: ConnectionRunner, before: Connection, event: ConnectionEvent) => boolean;

const isSame = (a: readonly number[], b: readonly number[]) => a.join() === b.join();

const promises: Record<string, Check> = {
  'at most one line is in use and one on trial, and those are the ones that are open': ({ live, believed }) =>
    believed.length <= 2 && isSame([...live].toSorted(), believed.toSorted()),

  'there is no trial but of a better line, beside a lesser one that is up': ({ state, everOpened }) => {
    if (!isUp(state) || !state.trial) return true;
    const { socket, transport } = state.trial;
    const isOpenedAs = everOpened.find((one) => one.socket === socket)?.transport === transport;
    return isOpenedAs && state.transport !== 'websocket' && transport !== state.transport;
  },

  'a number is never given to a second line, not even after a stop and a start': ({ everOpened }) =>
    everOpened.every(({ socket }, i) => socket === i + 1),

  'there is always an alarm in time: for the retry it shows, for an opening that hangs, for silence': ({
    state,
    alarm,
  }) => {
    if (state.at === 'waiting') return alarm === state.retryAt;
    if (state.at === 'opening') return alarm === state.since + openLimitMs;
    return isUp(state) ? alarm !== undefined && alarm <= dueAt(state) : alarm === undefined;
  },

  'what an old line says changes nothing': ({ state, effects }, before, event) => {
    if (!('socket' in event) || event.type === 'asked' || event.socket === before.socket) return true;
    if (isUp(before) && before.trial?.socket === event.socket) return true;
    return state === before && effects.length === 0;
  },

  'refused stays refused until the token changes or it is stopped': ({ state }, before, event) =>
    before.at !== 'refused' || event.type === 'token-changed' || event.type === 'stopped' || state === before,

  'only a start leaves stopped': ({ state }, before, event) =>
    before.at !== 'stopped' || event.type === 'started' || state.at === 'stopped',

  'it waits at most 15 s, unless the server or the close code says longer': ({ state, now }, before, event) => {
    if (state.at !== 'waiting' || before.at === 'waiting') return true;
    const waitMs = state.retryAt - now;
    const toldMs = 'retryAfterMs' in event && event.verdict !== 'retry-at-once' ? (event.retryAfterMs ?? 0) : 0;
    return waitMs >= toldMs && (state.told || waitMs <= 15_000);
  },

  'nothing is opened earlier than the server said, whoever asks for it': ({ state, now }, before, event) =>
    before.at !== 'waiting' ||
    !before.told ||
    now >= before.retryAt ||
    event.type === 'stopped' ||
    event.type === 'token-changed' ||
    state.at === 'waiting',

  'it is live only after it has caught up over REST on this very line': ({ state }, before, event) =>
    state.at !== 'live' ||
    before.at === 'live' ||
    (before.at === 'catching-up' && event.type === 'caught-up' && state.socket === before.socket),

  'a line that takes over has to catch up before it is live': ({ state }, before) =>
    !isUp(before) || !isUp(state) || before.socket === state.socket || state.at === 'catching-up',

  'an event costs a handful of effects at most': ({ effects }) =>
    effects.length <= 6 &&
    (['open', 'catch-up', 'ask', 'alarm', 'no-alarm'] as const).every(
      (one) => effects.filter((effect) => effect.do === one).length <= 1,
    ),
};

describe('whatever happens, in whatever order', () => {
  const runs = shareOfSchedules(85, process.env.ATP_TEST_SCHEDULES);

  it(`keeps every promise, in ${runs} schedules`, () => {
    let events = 0;
    fc.assert(
      fc.property(schedule, (all) => {
        const runner = new ConnectionRunner().start();
        for (const [one, pause] of all) {
          runner.now += pause;
          const before = runner.state;
          const event = eventOf(runner, one);
          if (!event) continue;
          runner.feed(event);
          events++;
          for (const [promise, isKept] of Object.entries(promises)) {
            if (isKept(runner, before, event)) continue;
            throw new Error(`${promise}: ${JSON.stringify({ before, event, after: runner })}`);
          }
        }
      }),
      { numRuns: runs },
    );
    process.stdout.write(`connection: ${runs} schedules, ${events} events\n`);
  });

  it('comes back by itself: once the server answers, the alarms alone lead from waiting to live', () => {
    fc.assert(
      fc.property(schedule, (all) => {
        const runner = new ConnectionRunner().start();
        for (const [one, pause] of all) {
          runner.now += pause;
          const event = eventOf(runner, one);
          if (event) runner.feed(event);
        }
        if (runner.state.at !== 'waiting') return;
        runner.now = runner.alarm ?? Number.NaN;
        runner.feed({ type: 'alarm', now: runner.now, jitter: 1 });
        runner.opened();
        runner.caughtUp();
        expect(runner.state).toMatchObject({ at: 'live', socket: runner.newest });
      }),
    );
  });
});
