import { describe, expect, it } from 'vitest';
import { ConnectionRunner, liveRunner } from '../testing/connection-runner.ts';
import { isUp } from './state.ts';

const transportOf = ({ state }: ConnectionRunner) => ('transport' in state ? state.transport : undefined);

describe('when WebSocket does not get through', () => {
  it('one plain HTTP answer, while REST works, is enough for server-sent events', () => {
    const runner = new ConnectionRunner().start();
    runner.closed({ answered: true });
    expect(runner.effects).toContainEqual({ do: 'ask', socket: 1 });
    expect(transportOf(runner)).toBe('websocket');
    runner.asked(true);
    expect(runner.effects).toContainEqual({ do: 'open', socket: 2, transport: 'sse' });
  });

  it('a socket that dies before it opens has to do it twice', () => {
    const runner = new ConnectionRunner().start();
    runner.closed();
    runner.asked(true);
    runner.pass(1_000);
    expect(transportOf(runner)).toBe('websocket');
    runner.closed();
    runner.asked(true);
    expect(transportOf(runner)).toBe('sse');
  });

  it('while REST does not answer either, it is WebSocket that is tried, however often', () => {
    const runner = new ConnectionRunner().start();
    for (let failure = 0; failure < 8; failure++) {
      runner.closed({ answered: true });
      runner.asked(false);
      runner.pass(15_000 - 1);
    }
    expect(new Set(runner.everOpened.map(({ transport }) => transport))).toEqual(new Set(['websocket']));
  });

  it('server-sent events that do not get through either leave polling', () => {
    const runner = new ConnectionRunner().start();
    for (let rung = 0; rung < 2; rung++) {
      runner.closed({ answered: true });
      runner.asked(true);
    }
    expect(runner.everOpened.map(({ transport }) => transport)).toEqual(['websocket', 'sse', 'polling']);
  });

  it('a network that swallows both is polled within 15 s', () => {
    const runner = new ConnectionRunner().start();
    const start = runner.now;
    for (let rung = 0; rung < 2; rung++) {
      runner.pass(7_000);
      runner.asked(true);
    }
    expect(transportOf(runner)).toBe('polling');
    expect(runner.now - start).toBeLessThanOrEqual(15_000);
  });

  it('the reply to the question may come when the next attempt is under way already', () => {
    const runner = new ConnectionRunner().start();
    runner.closed({ answered: true, jitter: 0 });
    runner.pass(0);
    expect([...runner.live]).toEqual([2]);
    runner.asked(true, 1);
    expect([...runner.live]).toEqual([3]);
    expect(transportOf(runner)).toBe('sse');
  });

  it('a line that opened and never brought anything is swallowed by something', () => {
    const runner = new ConnectionRunner().start();
    runner.opened();
    runner.caughtUp();
    runner.pass(11_500);
    expect(runner.effects).toContainEqual({ do: 'ask', socket: 1 });
    runner.asked(true);
    expect(transportOf(runner)).toBe('sse');
  });

  it('a line that worked is opened again as it was: a cut says nothing about it', () => {
    const runner = liveRunner('sse');
    runner.closed();
    runner.pass(1_000);
    expect(runner.effects).toContainEqual({ do: 'open', socket: 3, transport: 'sse' });
  });

  it('after three failures in a row without an answer it starts from the top', () => {
    const runner = liveRunner('polling');
    for (let failure = 0; failure < 3; failure++) {
      runner.closed({ jitter: 0 });
      runner.pass(0);
    }
    expect(transportOf(runner)).toBe('websocket');
  });

  it('a server that asks for time gets it before the next lesser line, too', () => {
    const runner = new ConnectionRunner().start();
    runner.closed({ answered: true, retryAfterMs: 9_000 });
    runner.asked(true);
    expect(runner.state).toMatchObject({ at: 'waiting', transport: 'sse' });
    runner.pass(9_000);
    expect(runner.effects).toContainEqual({ do: 'open', socket: 2, transport: 'sse' });
  });
});

describe('back up', () => {
  it('a better line is tried beside the lesser one, which goes on until it is open', () => {
    const runner = liveRunner('sse');
    runner.heard();
    runner.pass(7_000);
    runner.heard();
    runner.pass(8_000);
    expect([...runner.live]).toEqual([2, 3]);
    runner.heard(2);
    expect(runner.state).toMatchObject({ at: 'live', transport: 'sse' });
    runner.opened(3);
    expect(runner.state).toMatchObject({ at: 'catching-up', transport: 'websocket', socket: 3 });
    expect([...runner.live]).toEqual([3]);
    expect(runner.effects).toContainEqual({ do: 'catch-up', socket: 3 });
  });

  it('a trial that fails, in whatever way, changes nothing but the time of the next one', () => {
    for (const verdict of ['retry', 'unauthorized', 'policy'] as const) {
      const runner = liveRunner('sse');
      runner.feed({ type: 'network-up', now: runner.now });
      runner.closed({ socket: 3, verdict });
      expect(runner.state).toMatchObject({ at: 'live', transport: 'sse', tryAt: runner.now + 60_000 });
      expect([...runner.live]).toEqual([2]);
    }
  });

  it('a trial that hangs is ended after 7 s', () => {
    const runner = liveRunner('sse');
    runner.feed({ type: 'network-up', now: runner.now });
    runner.heard(2);
    runner.pass(7_000);
    expect([...runner.live]).toEqual([2]);
  });

  it('from polling both better lines are tried in turn', () => {
    const runner = liveRunner('polling');
    for (let minute = 0; minute < 120; minute++) {
      runner.pass(1_000);
      runner.caughtUp(3);
      if (isUp(runner.state) && runner.state.trial) runner.closed({ socket: runner.state.trial.socket });
    }
    expect(runner.everOpened.slice(3).map(({ transport }) => transport)).toEqual(['websocket', 'sse']);
  });

  it('when the lesser line dies, the trial beside it ends with it', () => {
    const runner = liveRunner('sse');
    runner.feed({ type: 'network-up', now: runner.now });
    runner.closed({ socket: 2 });
    expect(runner.live.size).toBe(0);
    expect(runner.state.at).toBe('waiting');
  });
});

describe('polling', () => {
  it('reads every 15 s', () => {
    const runner = liveRunner('polling');
    const rounds: number[] = [];
    const start = runner.now;
    while (rounds.length < 3) {
      runner.pass(500);
      const isDue = runner.effects.some((effect) => effect.do === 'catch-up');
      if (isDue) {
        rounds.push(runner.now - start);
        runner.caughtUp(3);
      } else runner.feed({ type: 'proven', socket: 3, now: runner.now });
    }
    expect(rounds).toEqual([15_000, 30_000, 45_000]);
  });

  it('waits longer when a round takes many reads: never more than 40 a minute', () => {
    const runner = liveRunner('polling');
    runner.caughtUp(3, 200);
    expect(runner.state).toMatchObject({ pollAt: runner.now + 300_000 });
  });

  it('a round that fails is a lost connection', () => {
    const runner = liveRunner('polling');
    const failed = { type: 'catch-up-failed', socket: 3, now: runner.now, jitter: 1, why: 'cut' } as const;
    runner.feed({ ...failed, verdict: 'retry' });
    expect(runner.state).toMatchObject({ at: 'waiting', transport: 'polling' });
  });

  it('silence is noticed as on any line', () => {
    const runner = liveRunner('polling');
    runner.pass(8_000);
    expect(runner.effects).toContainEqual({ do: 'probe', socket: 3 });
    runner.pass(3_500);
    expect(runner.state).toMatchObject({ at: 'opening', transport: 'polling' });
  });
});
