import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CloseVerdict, silenceLimitMs } from '../protocol/envelope.ts';
import { backoff } from './backoff.ts';
import {
  type Connection,
  type ConnectionEffect,
  type ConnectionEvent,
  stepConnection,
  stopped,
  viewOfConnection,
} from './connection.ts';

/** A runner that does what it is told and keeps the books: the open sockets, the alarm, every number ever opened. */
class Runner {
  state: Connection = stopped;
  now = 1_000_000;
  live = new Set<number>();
  everOpened: number[] = [];
  alarm: number | undefined;
  effects: ConnectionEffect[] = [];

  feed(event: ConnectionEvent): void {
    // A socket whose end was reported is gone, whoever closed it.
    if (event.type === 'closed') this.live.delete(event.socket);
    const [next, ...effects] = stepConnection(this.state, event);
    this.state = next;
    this.effects = effects;
    for (const effect of effects) this.run(effect);
  }

  private run(effect: ConnectionEffect): void {
    switch (effect.do) {
      case 'open':
        this.live.add(effect.socket);
        this.everOpened.push(effect.socket);
        return;
      case 'close':
        this.live.delete(effect.socket);
        return;
      case 'alarm':
        this.alarm = effect.at;
        return;
      case 'no-alarm':
        this.alarm = undefined;
        return;
      case 'catch-up':
        expect(this.live.has(effect.socket)).toBe(true);
        return;
    }
  }
}

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

/** What may be observed next; `socket` picks one of all that were ever opened, so old ones call back late. */
const observed = fc.oneof(
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('started' as const, 'stopped' as const) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('nudged' as const, 'token-changed' as const) }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('alarm' as const), early: fc.boolean(), jitter }) },
  {
    weight: 12,
    arbitrary: fc.record({
      type: fc.constantFrom(
        'opened' as const,
        'heard' as const,
        'caught-up' as const,
        'catch-up-failed' as const,
        'closed' as const,
      ),
      age: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(5) }),
      jitter,
      verdict: fc.constantFrom(...verdicts),
      retryAfterMs: fc.option(fc.nat(300_000), { nil: undefined }),
    }),
  },
);
const schedule = fc.array(fc.tuple(observed, fc.nat(40_000)), { maxLength: 60 });
type Observed = typeof observed extends fc.Arbitrary<infer T> ? T : never;

function feed(runner: Runner, one: Observed): ConnectionEvent | undefined {
  const event = eventOf(runner, one);
  if (event) runner.feed(event);
  return event;
}

function eventOf(runner: Runner, one: Observed): ConnectionEvent | undefined {
  const { now } = runner;
  switch (one.type) {
    case 'started':
    case 'stopped':
    case 'nudged':
    case 'token-changed':
      return { type: one.type };
    case 'alarm':
      if (!one.early && runner.alarm !== undefined) runner.now = Math.max(now, runner.alarm);
      return { type: 'alarm', now: runner.now, jitter: one.jitter };
    default: {
      const socket = runner.everOpened.at(-1 - one.age);
      if (socket === undefined) return undefined;
      const why = 'as the test says';
      return { ...one, socket, now, why } as ConnectionEvent;
    }
  }
}

function socketOf(state: Connection): number | undefined {
  return state.at === 'opening' || state.at === 'catching-up' || state.at === 'live' ? state.socket : undefined;
}

describe('whatever happens, in whatever order', () => {
  const always = (check: (runner: Runner, before: Connection, event: ConnectionEvent) => void) =>
    fc.assert(
      fc.property(schedule, (events) => {
        const runner = new Runner();
        runner.feed({ type: 'started' });
        for (const [one, pause] of events) {
          runner.now += pause;
          const before = runner.state;
          const event = feed(runner, one);
          if (event) check(runner, before, event);
        }
      }),
      { numRuns: 1_500 },
    );

  it('there are never two open sockets, and the open one is the one we believe in', () => {
    always(({ live, state }) => {
      const believed = socketOf(state);
      expect([...live]).toEqual(believed === undefined ? [] : [believed]);
    });
  });

  it('a number is never given to a second socket, not even after a stop and a start', () => {
    always(({ everOpened }) => {
      expect(new Set(everOpened).size).toBe(everOpened.length);
      expect(everOpened).toEqual(everOpened.toSorted((a, b) => a - b));
    });
  });

  it('while it waits there is an alarm at the time it shows; while it is up there is one for silence', () => {
    always(({ state, alarm }) => {
      if (state.at === 'waiting') expect(alarm).toBe(state.retryAt);
      else if (state.at === 'catching-up' || state.at === 'live') expect(alarm).toBe(state.heardAt + silenceLimitMs);
      else expect(alarm).toBeUndefined();
    });
  });

  it('what an old socket says changes nothing', () => {
    always(({ state, effects, everOpened }, before, event) => {
      if (!('socket' in event) || event.socket === everOpened.at(-1)) return;
      expect(state).toBe(before);
      expect(effects).toEqual([]);
    });
  });

  it('refused stays refused until the token changes or it is stopped', () => {
    always(({ state }, before, event) => {
      if (before.at !== 'refused' || event.type === 'token-changed' || event.type === 'stopped') return;
      expect(state).toBe(before);
    });
  });

  it('only a start leaves stopped', () => {
    always(({ state }, before, event) => {
      if (before.at === 'stopped' && event.type !== 'started') expect(state.at).toBe('stopped');
    });
  });

  it('waits at most 15 s, unless the server or the close code says longer', () => {
    always(({ state, now }, before, event) => {
      if (state.at !== 'waiting' || before.at === 'waiting') return;
      const told = event.type === 'closed' && (event.retryAfterMs !== undefined || event.verdict === 'wait-a-minute');
      if (!told) expect(state.retryAt - now).toBeLessThanOrEqual(15_000);
      expect(state.retryAt).toBeGreaterThanOrEqual(now);
    });
  });

  it('is live only after it has caught up over REST on this very socket', () => {
    always(({ state }, before, event) => {
      if (state.at === 'live' && before.at !== 'live')
        expect([before.at, event.type]).toEqual(['catching-up', 'caught-up']);
    });
  });

  it('comes back by itself: once the server answers, the alarms alone lead from waiting to live', () => {
    fc.assert(
      fc.property(schedule, (events) => {
        const runner = new Runner();
        runner.feed({ type: 'started' });
        for (const [one, pause] of events) {
          runner.now += pause;
          feed(runner, one);
        }
        if (runner.state.at !== 'waiting') return;
        runner.now = runner.alarm ?? Number.NaN;
        runner.feed({ type: 'alarm', now: runner.now, jitter: 1 });
        const socket = runner.everOpened.at(-1) ?? 0;
        runner.feed({ type: 'opened', socket, now: runner.now });
        runner.feed({ type: 'caught-up', socket });
        expect(runner.state).toMatchObject({ at: 'live', socket });
      }),
    );
  });
});

/** A runner whose first socket is open and caught up. */
function liveRunner(): Runner {
  const runner = new Runner();
  runner.feed({ type: 'started' });
  runner.feed({ type: 'opened', socket: 1, now: runner.now });
  runner.feed({ type: 'caught-up', socket: 1 });
  expect(runner.state.at).toBe('live');
  return runner;
}

const closed = (runner: Runner, verdict: CloseVerdict, more: { retryAfterMs?: number; jitter?: number } = {}) =>
  runner.feed({
    type: 'closed',
    socket: runner.everOpened.at(-1) ?? 0,
    now: runner.now,
    jitter: 1,
    why: 'test',
    verdict,
    ...more,
  });

describe('the stream of one account', () => {
  it('opens, reads the open notifications over REST and only then is live', () => {
    const runner = new Runner();
    runner.feed({ type: 'started' });
    expect(viewOfConnection(runner.state)).toEqual({ state: 'connecting' });
    runner.feed({ type: 'opened', socket: 1, now: runner.now });
    expect(viewOfConnection(runner.state)).toEqual({ state: 'catching-up' });
    expect(runner.effects).toContainEqual({ do: 'catch-up', socket: 1 });
    runner.feed({ type: 'caught-up', socket: 1 });
    expect(viewOfConnection(runner.state)).toEqual({ state: 'live' });
  });

  it('closes and reopens when nothing at all arrives for 60 s', () => {
    const runner = liveRunner();
    runner.now += 59_999;
    runner.feed({ type: 'alarm', now: runner.now, jitter: 1 });
    expect(runner.state.at).toBe('live');
    runner.now += 1;
    runner.feed({ type: 'alarm', now: runner.now, jitter: 1 });
    expect(runner.effects).toContainEqual({ do: 'close', socket: 1 });
    runner.feed({ type: 'alarm', now: runner.now, jitter: 1 });
    expect(runner.state).toMatchObject({ at: 'opening', socket: 2 });
  });

  it('everything heard pushes the silence limit on', () => {
    const runner = liveRunner();
    runner.now += 45_000;
    runner.feed({ type: 'heard', socket: 1, now: runner.now });
    runner.now += 45_000;
    runner.feed({ type: 'alarm', now: runner.now, jitter: 1 });
    expect(runner.state.at).toBe('live');
  });

  it.each(['unauthorized', 'forbidden', 'version', 'policy'] as const)(
    '%s stops the retries and says why',
    (verdict) => {
      const runner = liveRunner();
      closed(runner, verdict);
      expect(viewOfConnection(runner.state)).toEqual({ state: 'refused', because: verdict });
      runner.feed({ type: 'nudged' });
      expect(runner.state.at).toBe('refused');
      runner.feed({ type: 'token-changed' });
      expect(runner.state).toMatchObject({ at: 'opening', attempt: 0 });
    },
  );

  it('a new token is used at once, also when a socket with the old one is up or just being opened', () => {
    const opening = new Runner();
    opening.feed({ type: 'started' });
    for (const runner of [opening, liveRunner()]) {
      runner.feed({ type: 'token-changed' });
      expect(runner.effects).toContainEqual({ do: 'close', socket: 1 });
      expect(runner.state).toMatchObject({ at: 'opening', socket: 2 });
      runner.feed({
        type: 'closed',
        socket: 1,
        now: runner.now,
        jitter: 0,
        verdict: 'unauthorized',
        why: 'the old token',
      });
      expect(runner.state).toMatchObject({ at: 'opening', socket: 2 });
    }
  });

  it('obeys Retry-After exactly', () => {
    const runner = liveRunner();
    closed(runner, 'retry', { retryAfterMs: 42_000, jitter: 0 });
    expect(viewOfConnection(runner.state)).toMatchObject({ state: 'offline', retryAt: runner.now + 42_000 });
  });

  it('too many connections: waits at least a minute (4429)', () => {
    const runner = liveRunner();
    closed(runner, 'wait-a-minute', { jitter: 0 });
    expect(runner.state).toMatchObject({ retryAt: runner.now + 60_000 });
  });

  it('a missed heartbeat reconnects at once (4408), but a server that never lets us in is not hammered', () => {
    const runner = liveRunner();
    closed(runner, 'retry-at-once');
    expect(runner.state).toMatchObject({ at: 'waiting', retryAt: runner.now });
    runner.feed({ type: 'alarm', now: runner.now, jitter: 1 });
    closed(runner, 'retry-at-once');
    expect(runner.state).toMatchObject({ at: 'waiting', retryAt: runner.now + 2_000 });
  });

  it('backs off 1, 2, 4, 8, 15, 15 s with the worst dice', () => {
    const runner = new Runner();
    runner.feed({ type: 'started' });
    const waits: number[] = [];
    for (let failure = 0; failure < 6; failure++) {
      closed(runner, 'retry');
      const retryAt = runner.state.at === 'waiting' ? runner.state.retryAt : Number.NaN;
      waits.push(retryAt - runner.now);
      runner.now = retryAt;
      runner.feed({ type: 'alarm', now: runner.now, jitter: 1 });
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  it('forgets its failures after a minute up, and not before', () => {
    for (const [up, wait] of [
      [59_999, 2_000],
      [60_000, 1_000],
    ] as const) {
      const runner = new Runner();
      runner.feed({ type: 'started' });
      closed(runner, 'retry');
      runner.feed({ type: 'nudged' });
      runner.feed({ type: 'opened', socket: 2, now: runner.now });
      runner.now += up;
      closed(runner, 'retry');
      expect(runner.state).toMatchObject({ retryAt: runner.now + wait });
    }
  });

  it('tries at once when the network is back, the machine woke or the person says so', () => {
    const runner = liveRunner();
    closed(runner, 'retry');
    runner.feed({ type: 'nudged' });
    expect(runner.state).toMatchObject({ at: 'opening', socket: 2 });
  });

  it('a catch-up that failed closes the socket and tries again', () => {
    const runner = new Runner();
    runner.feed({ type: 'started' });
    runner.feed({ type: 'opened', socket: 1, now: runner.now });
    runner.feed({ type: 'catch-up-failed', socket: 1, now: runner.now, jitter: 1, why: 'HTTP 503' });
    expect(runner.live.size).toBe(0);
    expect(viewOfConnection(runner.state)).toEqual({ state: 'offline', retryAt: runner.now + 1_000, why: 'HTTP 503' });
  });
});

describe('backoff (section 6.5)', () => {
  it('is between nothing and the cap, for any number of failures and any dice', () => {
    const limits = { firstMs: 1_000, capMs: 15_000 };
    fc.assert(
      fc.property(fc.nat(), jitter, (attempt, dice) => {
        const wait = backoff(attempt, dice, limits);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(Math.min(15_000, 1_000 * 2 ** attempt));
        expect(Number.isInteger(wait)).toBe(true);
      }),
    );
  });

  it('uses the whole range (full jitter)', () => {
    expect(backoff(3, 0, { firstMs: 1_000, capMs: 15_000 })).toBe(0);
    expect(backoff(3, 0.5, { firstMs: 1_000, capMs: 15_000 })).toBe(4_000);
    expect(backoff(3, 1, { firstMs: 1_000, capMs: 15_000 })).toBe(8_000);
  });
});
