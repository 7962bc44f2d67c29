import { describe, expect, it } from 'vitest';
import { connectionWords, transportNote, troubleWords } from './connection.ts';

describe('a connection', () => {
  it('say how a connection stands', () => {
    expect(connectionWords({ state: 'live' }, 0)).toBe('live');
    expect(connectionWords({ state: 'offline', retryAt: 8_000, why: 'x' }, 0)).toBe('retry in 8 s');
    expect(connectionWords({ state: 'offline', retryAt: 8_000, why: 'x' }, 9_000)).toBe('retrying');
    expect(connectionWords({ state: 'refused', because: 'unauthorized' }, 0)).toBe('refused: token');
  });

  it('say the same time in the sidebar and in the banner', () => {
    for (let left = -500; left < 130_000; left += 137) {
      const connection = { state: 'offline', retryAt: left, why: 'The connection was cut.' } as const;
      const short = connectionWords(connection, 0).replace('retry in ', '');
      const { hint } = troubleWords('Work', connection, 0, false);
      expect(hint).toContain(short === 'retrying' ? 'Trying again now.' : `Trying again in ${short}.`);
    }
  });

  it('say what is wrong, why and what happens next', () => {
    const offline = { state: 'offline', retryAt: 8_000, why: 'The connection was cut.' } as const;
    expect(troubleWords('Work', offline, 0, false)).toEqual({
      title: 'Not connected to Work.',
      hint: 'The connection was cut. Trying again in 8 s. What you answer now is kept and sent as soon as it is back.',
      canRetry: true,
    });
    expect(troubleWords('This computer', offline, 0, true).title).toBe('The server on this computer is not running.');
    expect(troubleWords('Work', { ...offline, told: true }, 0, false)).toMatchObject({
      hint: 'The connection was cut. Trying again in 8 s. The server asked us to wait until then.',
      canRetry: false,
    });
    const hostile = { ...offline, why: `Bad\u202e${'x'.repeat(500)}` };
    const { hint } = troubleWords('Work', hostile, 0, false);
    expect(hint).not.toContain('\u202e');
    expect(hint.length).toBeLessThan(320);
  });

  it('mention a lesser line quietly, and the best one not at all', () => {
    expect(transportNote('websocket')).toBeUndefined();
    expect(transportNote('polling')).toBe('WebSocket is blocked here: asking every 15 s');
    expect(transportNote('sse')).toContain('WebSocket is blocked');
  });
});
