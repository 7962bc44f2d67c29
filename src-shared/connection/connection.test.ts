import { describe, expect, it } from 'vitest';
import { ConnectionRunner, liveRunner } from '../testing/connection-runner.ts';
import { viewOfConnection } from './connection.ts';

/** Dice that fall the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const view = ({ state }: ConnectionRunner) => viewOfConnection(state);

describe('the stream of one account', () => {
  it('opens, reads the open notifications over REST and only then is live', () => {
    const runner = new ConnectionRunner().start();
    expect(view(runner)).toEqual({ state: 'connecting' });
    runner.opened();
    expect(view(runner)).toEqual({ state: 'catching-up' });
    expect(runner.effects).toContainEqual({ do: 'catch-up', socket: 1 });
    runner.caughtUp();
    expect(view(runner)).toEqual({ state: 'live' });
  });

  it.each(['unauthorized', 'forbidden', 'version', 'policy'] as const)(
    '%s stops the retries and says why',
    (verdict) => {
      const runner = liveRunner();
      runner.closed({ verdict });
      expect(view(runner)).toEqual({ state: 'refused', because: verdict });
      for (const type of ['retry-now', 'woke', 'network-up'] as const) runner.feed({ type, now: runner.now });
      expect(runner.state.at).toBe('refused');
      runner.feed({ type: 'token-changed', now: runner.now });
      expect(runner.state).toMatchObject({ at: 'opening', attempt: 0 });
    },
  );

  it('a refusal met while catching up is one, too, and ends the line', () => {
    const runner = new ConnectionRunner().start();
    runner.opened();
    const failed = { type: 'catch-up-failed', socket: 1, now: runner.now, jitter: 1, why: 'Bad token.' } as const;
    runner.feed({ ...failed, verdict: 'unauthorized' });
    expect(view(runner)).toEqual({ state: 'refused', because: 'unauthorized' });
    expect(runner.live.size).toBe(0);
  });

  it('a new token is used at once, also when a line with the old one is up or just being opened', () => {
    for (const runner of [new ConnectionRunner().start(), liveRunner()]) {
      runner.feed({ type: 'token-changed', now: runner.now });
      expect(runner.state).toMatchObject({ at: 'opening', socket: 2 });
      expect([...runner.live]).toEqual([2]);
      runner.closed({ socket: 1, verdict: 'unauthorized' });
      expect(runner.state).toMatchObject({ at: 'opening', socket: 2 });
    }
  });

  it('a catch-up that failed closes the line and tries again', () => {
    const runner = new ConnectionRunner().start();
    runner.opened();
    const failed = { type: 'catch-up-failed', socket: 1, now: runner.now, jitter: 1, why: 'HTTP 503' } as const;
    runner.feed({ ...failed, verdict: 'retry' });
    expect(runner.live.size).toBe(0);
    expect(view(runner)).toEqual({ state: 'offline', retryAt: runner.now + 1_000, why: 'HTTP 503' });
  });
});

describe('waiting', () => {
  it('backs off from 1 s to 15 s with the worst dice, and stays there', () => {
    const runner = new ConnectionRunner().start();
    const waits: number[] = [];
    for (let failure = 0; failure < 20; failure++) {
      runner.closed();
      const retryAt = runner.state.at === 'waiting' ? runner.state.retryAt : Number.NaN;
      waits.push(retryAt - runner.now);
      runner.pass(retryAt - runner.now);
    }
    expect(waits.slice(0, 4)).toEqual([1_000, 1_250, 1_563, 1_953]);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.slice(-6)).toEqual(Array(6).fill(15_000));
  });

  it('is back within 3 s of 19 in 20 short outages, and never later than 16 s after any (R5)', () => {
    const dice = seeded(20_261_122);
    const backAfter = (outageMs: number) => {
      const runner = liveRunner();
      const over = runner.now + outageMs;
      runner.closed({ jitter: dice() });
      for (;;) {
        runner.pass((runner.alarm ?? 0) - runner.now, dice());
        if (runner.now >= over) return runner.now - over;
        runner.closed({ jitter: dice() });
        runner.asked(false);
      }
    };
    const short = Array.from({ length: 4_000 }, () => backAfter(dice() * 5_000)).toSorted((a, b) => a - b);
    expect(short[3_800]).toBeLessThanOrEqual(3_000);
    const any = Array.from({ length: 2_000 }, () => backAfter(dice() * 3_600_000 * dice()));
    expect(Math.max(...any)).toBeLessThanOrEqual(16_000);
  });

  it('forgets its failures after a minute up, and not before', () => {
    for (const [up, wait] of [
      [59_999, 1_250],
      [60_000, 1_000],
    ] as const) {
      const runner = new ConnectionRunner().start();
      runner.closed();
      runner.pass(1_000);
      runner.opened();
      runner.now += up;
      runner.closed();
      expect(runner.state).toMatchObject({ retryAt: runner.now + wait });
    }
  });

  it('a missed heartbeat reconnects at once (4408), but a server that never lets us in is not hammered', () => {
    const runner = liveRunner();
    runner.closed({ verdict: 'retry-at-once' });
    expect(runner.state).toMatchObject({ at: 'waiting', retryAt: runner.now });
    runner.pass(0);
    runner.closed({ verdict: 'retry-at-once' });
    expect(runner.state).toMatchObject({ at: 'waiting', retryAt: runner.now + 1_250 });
  });

  it.each(['woke', 'network-up'] as const)(
    'a line that dies just after %s is opened again at once, the next time not',
    (type) => {
      const runner = liveRunner();
      runner.feed({ type, now: runner.now });
      runner.pass(500);
      runner.closed();
      expect(view(runner)).toMatchObject({ state: 'offline', retryAt: runner.now });
      runner.pass(0);
      runner.opened();
      runner.caughtUp();
      runner.closed();
      expect(view(runner)).toMatchObject({ state: 'offline', retryAt: runner.now + 1_250 });
    },
  );

  it.each(['retry-now', 'woke', 'network-up'] as const)('%s opens at once, and counts from nothing again', (type) => {
    const runner = liveRunner();
    runner.closed();
    runner.feed({ type, now: runner.now });
    expect(runner.state).toMatchObject({ at: 'opening', socket: 2, attempt: 0 });
  });

  it('obeys Retry-After exactly, and not even "retry now" goes earlier (R13)', () => {
    const runner = liveRunner();
    const toldUntil = runner.now + 42_000;
    runner.closed({ retryAfterMs: 42_000, jitter: 0 });
    expect(view(runner)).toMatchObject({ state: 'offline', retryAt: toldUntil, told: true });
    for (const type of ['retry-now', 'woke', 'network-up'] as const) {
      runner.pass(10_000);
      runner.feed({ type, now: runner.now });
    }
    expect(view(runner)).toMatchObject({ state: 'offline', retryAt: toldUntil });
    runner.pass(toldUntil - runner.now);
    expect(runner.state.at).toBe('opening');
  });

  it('too many connections: waits at least a minute (4429)', () => {
    const runner = liveRunner();
    runner.closed({ verdict: 'wait-a-minute', jitter: 0 });
    expect(runner.state).toMatchObject({ retryAt: runner.now + 60_000, told: true });
  });
});

describe('a link that is half open', () => {
  it('is noticed after 11.5 s: a ping after 8 s of silence, and no answer for 3.5 s', () => {
    const runner = liveRunner();
    runner.pass(7_999);
    expect(runner.effects.filter((effect) => effect.do === 'probe')).toEqual([]);
    runner.pass(1);
    expect(runner.effects).toContainEqual({ do: 'probe', socket: 1 });
    runner.pass(3_499);
    expect(runner.state.at).toBe('live');
    runner.pass(1);
    expect(runner.state).toMatchObject({ at: 'opening', socket: 2 });
  });

  it('everything that comes in is a sign of life, and asks for no new timer', () => {
    const runner = liveRunner();
    for (let seconds = 0; seconds < 600; seconds += 5) {
      runner.pass(5_000);
      runner.heard();
      expect(runner.effects).toEqual([]);
    }
    expect(runner.state).toMatchObject({ at: 'live', socket: 1 });
  });

  it('after a resume it takes 3.5 s, and a stale ping is not waited for', () => {
    const runner = liveRunner();
    runner.pass(9_000);
    runner.feed({ type: 'woke', now: runner.now });
    expect(runner.effects).toContainEqual({ do: 'probe', socket: 1 });
    runner.pass(3_499);
    expect(runner.state.at).toBe('live');
    runner.pass(1);
    expect(runner.state).toMatchObject({ at: 'opening', socket: 2 });
  });

  it('a network that goes is a reason to ask, too, and flapping does not put the verdict off', () => {
    const runner = liveRunner();
    for (let times = 0; times < 4; times++) {
      runner.feed({ type: 'network-down', now: runner.now });
      runner.pass(1_000);
    }
    expect(runner.state).toMatchObject({ at: 'opening', socket: 2 });
  });

  it('an alarm that rings late found us asleep: the answer may lie unread, so it is asked for again', () => {
    const runner = liveRunner();
    runner.pass(8_000);
    runner.now += 30_000;
    runner.feed({ type: 'alarm', now: runner.now, jitter: 1 });
    expect(runner.state.at).toBe('live');
    expect(runner.effects).toContainEqual({ do: 'probe', socket: 1 });
    runner.pass(3_500);
    expect(runner.state.at).toBe('opening');
  });

  it('sixty seconds without anything are the end, however late the alarm', () => {
    const runner = liveRunner();
    runner.now += 60_000;
    runner.feed({ type: 'alarm', now: runner.now, jitter: 1 });
    runner.pass(0);
    expect(runner.state).toMatchObject({ at: 'opening', socket: 2 });
  });

  it('an opening that hangs is given up after 7 s, or at once when the network is back', () => {
    const runner = new ConnectionRunner().start();
    runner.pass(6_999);
    expect(runner.state.at).toBe('opening');
    runner.pass(1);
    expect(runner.state.at).toBe('waiting');
    const hanging = new ConnectionRunner().start();
    hanging.pass(2_000);
    hanging.feed({ type: 'network-up', now: hanging.now });
    expect([...hanging.live]).toEqual([2]);
  });
});
