import { expect, it } from 'vitest';
import { liveRunner } from '../testing/connection-runner.ts';
import { noPast, pastAfter, transportOf, viewOfConnection } from './view.ts';

it('shows the retry on the clock on the wall, wherever that was set to', () => {
  const runner = liveRunner();
  runner.closed({ why: 'cut' });
  const wall = Date.parse('2026-01-15T09:00:00Z');
  const toWall = (ms: number) => ms - runner.now + wall;
  expect(viewOfConnection(runner.state, toWall)).toEqual({ state: 'offline', retryAt: wall + 1_000, why: 'cut' });
});

it('remembers the last error with its time, and when it was last connected', () => {
  const runner = liveRunner();
  const live = runner.state;
  runner.closed({ why: 'The connection was cut.' });
  const past = pastAfter(noPast, live, runner.state, 500);
  expect(past).toEqual({ lastConnectedAt: 500, lastError: { at: 500, why: 'The connection was cut.' } });
  const waiting = runner.state;
  runner.pass(1_000);
  expect(pastAfter(past, waiting, runner.state, 1_500)).toEqual(past);
  const gained = pastAfter(past, waiting, live, 9_000);
  expect(gained).toEqual({ lastConnectedAt: 9_000, lastError: past.lastError });
});

it('names the transport in use, or the one that is tried', () => {
  expect(transportOf(liveRunner('polling').state)).toBe('polling');
  expect(transportOf(liveRunner('sse').state)).toBe('sse');
});
