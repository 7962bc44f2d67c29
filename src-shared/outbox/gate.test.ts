import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersAtOnce, type Gate, gateAfterRestart, openGate, roomOf, stepGate, waitOf } from './gate.ts';
import type { SubmitReply } from './outbox.ts';

const unreachable: SubmitReply = { kind: 'unreachable', why: 'no route' };
const accepted: SubmitReply = { kind: 'accepted' };
const refused = (httpStatus: number, retryAfterMs?: number): SubmitReply => ({
  kind: 'refused',
  httpStatus,
  code: `HTTP_${httpStatus}`,
  message: 'No.',
  retryAfterMs,
});
const replied = (reply: SubmitReply, now = 0, jitter = 1) => ({ type: 'replied', reply, now, jitter }) as const;

describe('whether a server takes answers', () => {
  it('in ordinary times several go at once', () => {
    expect(roomOf(openGate, 0)).toBe(answersAtOnce);
    for (const reply of [accepted, refused(409), refused(422), refused(404)]) {
      expect(stepGate(openGate, replied(reply))).toBe(openGate);
    }
  });

  it('after a failure one at a time is tried, later and later, and a success opens it for all', () => {
    let gate: Gate = openGate;
    const waits: number[] = [];
    let now = 0;
    for (let n = 0; n < 8; n++) {
      gate = stepGate(gate, replied(unreachable, now));
      if (gate.at !== 'trying') throw new Error('expected it to wait');
      expect(roomOf(gate, gate.notBefore - 1)).toBe(0);
      expect(roomOf(gate, gate.notBefore)).toBe(1);
      waits.push(gate.notBefore - now);
      now = gate.notBefore;
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
    expect(stepGate(gate, replied(accepted, now))).toBe(openGate);
  });

  it('requests that were out together and fail together count as one failure', () => {
    const one = stepGate(openGate, replied(unreachable));
    expect(stepGate(one, replied(unreachable, 1))).toMatchObject({ failures: 1 });
  });

  it('what the server told holds for every answer, whatever else is heard meanwhile (R13)', () => {
    const events = fc.array(
      fc.oneof(
        fc.constantFrom(accepted, unreachable, refused(409), refused(500)).map((reply) => replied(reply, 10)),
        fc.constantFrom({ type: 'online', now: 10 } as const, { type: 'hurried', now: 10 } as const),
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(429, 503), events, (status, all) => {
        const told = stepGate(openGate, replied(refused(status, 30_000)));
        const after = all.reduce(stepGate, told);
        expect(roomOf(after, 29_999)).toBe(0);
      }),
    );
  });

  it('a wait of its own making ends when the connection is back, and then one is tried first', () => {
    const back = stepGate(stepGate(openGate, replied(unreachable)), { type: 'online', now: 7 });
    expect(roomOf(back, 7)).toBe(1);
  });

  it('a refused token lets nothing through, at no time, until the server takes another (R14)', () => {
    const gate = stepGate(openGate, replied(refused(401)));
    expect(gate).toEqual({ at: 'token-wanted', message: 'No.' });
    expect(roomOf(gate, Number.MAX_SAFE_INTEGER)).toBe(0);
    expect(stepGate(gate, { type: 'hurried', now: 5 })).toBe(gate);
    expect(stepGate(gate, replied(accepted, 5))).toBe(gate);
    expect(stepGate(gate, { type: 'online', now: 5 })).toBe(openGate);
  });

  it('a restart remembers what the server said', () => {
    const told = { at: 'queued', attempt: 1, notBefore: 900, told: 800, because: 'Slow.' } as const;
    expect(roomOf(gateAfterRestart([{ ...told, notBefore: 500 }, told], 100), 899)).toBe(0);
    expect(gateAfterRestart([told], 900)).toBe(openGate);
    expect(gateAfterRestart([{ at: 'token-wanted', attempt: 0, message: 'No.' }, told], 0).at).toBe('token-wanted');
  });

  it('says for what an answer waits, and until when', () => {
    const queued = { at: 'queued', attempt: 0, notBefore: 100 } as const;
    expect(waitOf(queued, openGate)).toEqual({ for: 'connection', until: 100, because: undefined });
    expect(waitOf(queued, stepGate(openGate, replied(unreachable)))).toMatchObject({ for: 'connection', until: 500 });
    expect(waitOf(queued, stepGate(openGate, replied(refused(429, 9_000))))).toMatchObject({
      for: 'server',
      until: 9_000,
    });
    expect(waitOf(queued, { at: 'token-wanted', message: 'No.' })).toMatchObject({ for: 'token', until: undefined });
  });
});
