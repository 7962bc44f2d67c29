import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Status } from '../protocol/lifecycle.ts';
import {
  dueAt,
  isInFlight,
  isUndoable,
  isWorthRetrying,
  type OutboxEvent,
  type OutboxState,
  type SubmitReply,
  sendTime,
  staleFlaggedAfterMs,
  stepOutbox,
} from './outbox.ts';

const jitter = fc.double({ min: 0, max: 1, noNaN: true });
const codes = ['NOTIFICATION_EXPIRED', 'NOTIFICATION_INVALIDATED', 'NOTIFICATION_ALREADY_RESPONDED', 'WHATEVER'];
const anyReply: fc.Arbitrary<SubmitReply> = fc.oneof(
  fc.constant<SubmitReply>({ kind: 'accepted' }),
  fc.constant<SubmitReply>({ kind: 'unreachable', why: 'no route' }),
  fc.constant<SubmitReply>({ kind: 'unclear', why: 'no route' }),
  fc.record({
    kind: fc.constant('refused' as const),
    httpStatus: fc.oneof(
      fc.constantFrom(400, 401, 403, 404, 408, 409, 422, 425, 429, 500, 502, 503, 504),
      fc.integer({ min: 300, max: 599 }),
    ),
    code: fc.constantFrom(...codes),
    message: fc.constant('no'),
    retryAfterMs: fc.option(fc.nat(600_000), { nil: undefined }),
  }),
);

const savedAt = 1_000_000;
/** What happens next and how long before it; `due` waits until the entry is due, as the real runner does. */
const happening = fc.record({
  what: fc.oneof(
    { weight: 4, arbitrary: fc.constant({ type: 'window-ended' as const }) },
    { weight: 6, arbitrary: fc.constant({ type: 'picked' as const }) },
    { weight: 8, arbitrary: fc.record({ type: fc.constant('replied' as const), jitter, reply: anyReply }) },
    {
      weight: 2,
      arbitrary: fc.record({ type: fc.constant('item-closed' as const), status: fc.constantFrom(...Status.options) }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('clock-set' as const), by: fc.constant(0) }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom({ type: 'restarted' as const, savedAt: 1_000_000 }, { type: 'online' as const }),
    },
  ),
  pause: fc.oneof({ weight: 9, arbitrary: fc.nat(20_000) }, { weight: 1, arbitrary: fc.nat(1_000_000) }),
  due: fc.boolean(),
});
const story = fc.record({
  takeBackMs: fc.nat(60_000),
  flagged: fc.boolean(),
  happenings: fc.array(happening, { maxLength: 30, size: 'max' }),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;
type Moment = { before: OutboxState; event: OutboxEvent; now: number; after: OutboxState };

/** Plays a story and returns every moment of it. */
function play({ takeBackMs, flagged, happenings }: Story): Moment[] {
  let now = savedAt;
  let after: OutboxState = { at: 'held', sendAt: savedAt + takeBackMs };
  return happenings.map(({ what, pause, due }) => {
    const before = after;
    now = due ? Math.max(now, dueAt(before) ?? now) : now + pause;
    const event = { ...what, now, flagged, savedAt, itemOpen: true } as OutboxEvent;
    after = stepOutbox(before, event);
    return { before, event, now, after };
  });
}

function always(check: (moments: Moment[], told: Story) => void) {
  fc.assert(
    fc.property(story, (told) => check(play(told), told)),
    { numRuns: 3_000 },
  );
}

describe('an answer on its way, whatever happens in whatever order', () => {
  it('is not sent before the take-back window has ended (R27)', () => {
    always((moments, { takeBackMs }) => {
      const sent = moments.find(({ after }) => after.at === 'sending');
      if (sent) expect(sent.now).toBeGreaterThanOrEqual(savedAt + takeBackMs);
    });
  });

  it('never leaves accepted or returned', () => {
    always((moments) => {
      for (const { before, after } of moments) if (!isInFlight(before)) expect(after).toBe(before);
    });
  });

  it('enters sending only from the queue, when it is due, by being picked', () => {
    always((moments) => {
      for (const { before, event, now, after } of moments) {
        if (after.at !== 'sending' || before.at === 'sending') continue;
        expect([before.at, event.type]).toEqual(['queued', 'picked']);
        expect(now).toBeGreaterThanOrEqual(dueAt(before) ?? Number.NaN);
      }
    });
  });

  it('is accepted only by the word of the server', () => {
    always((moments) => {
      for (const { before, event, after } of moments) {
        if (after.at !== 'accepted' || before.at === 'accepted') continue;
        expect(before.at).toBe('sending');
        expect(event).toMatchObject({ type: 'replied', reply: { kind: 'accepted' } });
      }
    });
  });

  it('is repeated after network failures, 408, 425, 429 and 5xx, and after nothing else (section 16)', () => {
    always((moments) => {
      for (const { before, event, after } of moments) {
        if (before.at !== 'sending' || event.type !== 'replied') continue;
        const { reply } = event;
        const again =
          reply.kind === 'unreachable' ||
          reply.kind === 'unclear' ||
          (reply.kind === 'refused' && ([408, 425, 429].includes(reply.httpStatus) || reply.httpStatus >= 500));
        const aboutToken = reply.kind === 'refused' && [401, 403].includes(reply.httpStatus);
        const refused = aboutToken && !(reply.httpStatus === 403 && reply.code.startsWith('NOTIFICATION_'));
        const judged = refused ? 'token-wanted' : 'returned';
        expect(after.at).toBe(reply.kind === 'accepted' ? 'accepted' : again ? 'queued' : judged);
      }
    });
  });

  it('is never repeated earlier than the server said, also when the network comes back meanwhile (R13)', () => {
    always((moments) => {
      let toldUntil = 0;
      for (const { before, event, now, after } of moments) {
        if (before.at === 'queued' && after.at === 'sending') expect(now).toBeGreaterThanOrEqual(toldUntil);
        if (before.at === 'sending' && event.type === 'replied' && event.reply.kind === 'refused') {
          if (!isWorthRetrying(event.reply.httpStatus)) continue;
          toldUntil = now + (event.reply.retryAfterMs ?? 0);
        }
      }
    });
  });

  it('without such a word it is repeated within 15 s', () => {
    always((moments) => {
      for (const { before, event, now, after } of moments) {
        if (before.at !== 'sending' || event.type !== 'replied' || after.at !== 'queued') continue;
        if (event.reply.kind === 'refused' && event.reply.retryAfterMs !== undefined) continue;
        expect(after.notBefore).toBeGreaterThanOrEqual(now);
        expect(after.notBefore).toBeLessThanOrEqual(now + 15_000);
      }
    });
  });

  it('a flagged answer older than five minutes is asked for again instead of sent (design.md 3.7)', () => {
    always((moments, { flagged }) => {
      for (const { before, now, after } of moments) {
        if (!flagged || after.at !== 'sending' || before.at === 'sending') continue;
        expect(now - savedAt).toBeLessThanOrEqual(staleFlaggedAfterMs);
      }
    });
  });

  it('somebody else is named only when no request of ours can have been recorded', () => {
    always((moments) => {
      const everLost = moments.some(
        ({ before, event }) =>
          before.at === 'sending' &&
          (event.type === 'restarted' || (event.type === 'replied' && event.reply.kind === 'unreachable')),
      );
      for (const { before, event, after } of moments) {
        if (before.at === 'returned' || after.at !== 'returned' || event.type !== 'item-closed') continue;
        if (after.because === 'already-answered') expect(everLost).toBe(false);
      }
    });
  });
});

const sending: OutboxState = { at: 'sending', attempt: 0 };
const reply = (httpStatus: number, code: string, retryAfterMs?: number): OutboxEvent => ({
  type: 'replied',
  now: 50,
  jitter: 0.5,
  reply: { kind: 'refused', httpStatus, code, message: 'The words of the server.', requestId: 'req_1', retryAfterMs },
});

describe('what the server says', () => {
  it.each([
    [409, 'NOTIFICATION_EXPIRED', 'too-late'],
    [409, 'NOTIFICATION_INVALIDATED', 'withdrawn'],
    [409, 'NOTIFICATION_ALREADY_RESPONDED', 'already-answered'],
    [403, 'NOTIFICATION_ACCESS_DENIED', 'refused'],
    [403, 'SERVICE_SUSPENDED', 'refused'],
    [422, 'CONSTRAINT_VIOLATION', 'refused'],
    [400, 'SOMETHING_NEW', 'refused'],
  ])('%i %s comes back to the person as %s, in the words of the server', (status, code, because) => {
    expect(stepOutbox(sending, reply(status, code))).toEqual({
      at: 'returned',
      because,
      code,
      message: 'The words of the server.',
      requestId: 'req_1',
    });
  });

  it.each([
    [401, 'AUTH_INVALID_TOKEN'],
    [401, 'HTTP_401'],
    [403, 'AUTH_INSUFFICIENT_PERMISSIONS'],
    [403, 'HTTP_403'],
  ])('%i %s is about the token: the answer waits for another one, with no clock (R14)', (status, code) => {
    const waiting = stepOutbox({ at: 'sending', attempt: 3 }, reply(status, code));
    expect(waiting).toEqual({ at: 'token-wanted', attempt: 3, message: 'The words of the server.' });
    expect(isInFlight(waiting)).toBe(true);
    expect(dueAt(waiting)).toBeUndefined();
    expect(stepOutbox(waiting, { type: 'restarted', now: 60, savedAt: 0 })).toBe(waiting);
    expect(stepOutbox(waiting, { type: 'hurried', now: 60 })).toBe(waiting);
    expect(stepOutbox(waiting, { type: 'online', now: 60 })).toEqual({ at: 'queued', attempt: 3, notBefore: 60 });
  });

  it('while it cannot be asked whose answer won, nothing is said, and this attempt does not count as recorded', () => {
    const waiting = stepOutbox(sending, { type: 'replied', now: 50, jitter: 1, reply: { kind: 'unclear', why: '?' } });
    expect(waiting).toEqual({ at: 'queued', attempt: 0, notBefore: 550, because: '?' });
  });

  it('a Retry-After of nothing is no reason to hammer', () => {
    const now = stepOutbox({ at: 'sending', attempt: 4 }, { ...reply(429, 'X', 0), jitter: 1 } as OutboxEvent);
    expect(dueAt(now)).toBe(8_050);
  });

  it('429 with Retry-After waits just that long', () => {
    expect(stepOutbox(sending, reply(429, 'RATE_LIMIT_EXCEEDED', 30_000))).toMatchObject({
      at: 'queued',
      notBefore: 30_050,
      attempt: 1,
    });
  });

  it('a failed attempt is retried at once when the network is back', () => {
    const waiting = stepOutbox(
      { at: 'sending', attempt: 8 },
      { type: 'replied', now: 50, jitter: 1, reply: { kind: 'unreachable', why: 'no route' } },
    );
    expect(dueAt(waiting)).toBe(15_050);
    expect(dueAt(stepOutbox(waiting, { type: 'online', now: 60 }))).toBe(60);
  });

  it('judges statuses as section 16 does', () => {
    expect([200, 302, 400, 401, 403, 404, 409, 413, 422].some(isWorthRetrying)).toBe(false);
    expect([408, 425, 429, 500, 502, 503, 504, 599].every(isWorthRetrying)).toBe(true);
  });
});

describe('a crash at any moment', () => {
  it('in the window: it runs on from the stored time', () => {
    const held: OutboxState = { at: 'held', sendAt: 5_000 };
    expect(stepOutbox(held, { type: 'restarted', now: 3_000, savedAt: 0 })).toEqual(held);
    expect(isUndoable(held, 4_999)).toBe(true);
    expect(isUndoable(held, 5_000)).toBe(false);
  });

  it('with a request out: it is sent again, and it is remembered that the first may have arrived', () => {
    const again = stepOutbox(sending, { type: 'restarted', now: 9_000, savedAt: 0 });
    expect(again).toMatchObject({ at: 'queued', notBefore: 9_000 });
    expect(stepOutbox(again, { type: 'item-closed', status: 'responded' })).toBe(again);
  });
});

describe('the clock is set', () => {
  const day = 86_400_000;
  it.each([-day, -3_600_000, 3_600_000, day, 40 * day])(
    'by %i ms while the app runs: every wait keeps its length',
    (by) => {
      const held: OutboxState = { at: 'held', sendAt: 6_000 };
      expect(stepOutbox(held, { type: 'clock-set', by })).toEqual({ at: 'held', sendAt: 6_000 + by });
      const told: OutboxState = { at: 'queued', attempt: 1, notBefore: 9_000, told: 5_000 };
      expect(stepOutbox(told, { type: 'clock-set', by })).toEqual({ ...told, notBefore: 9_000 + by });
    },
  );

  it.each([1, 59, day, 40 * day])('back by %i ms over a restart: no wait is longer than it was meant to be', (back) => {
    const event = { type: 'restarted', now: 1_000 * day - back, savedAt: 1_000 * day } as const;
    const held = stepOutbox({ at: 'held', sendAt: event.savedAt + 5_000 }, event);
    expect(dueAt(held)).toBe(event.now + 5_000);
    const told = stepOutbox({ at: 'queued', attempt: 1, notBefore: event.savedAt + 40_000, told: 40_000 }, event);
    expect(dueAt(told)).toBe(event.now + 40_000);
    const backoff = stepOutbox({ at: 'queued', attempt: 9, notBefore: event.savedAt + 15_000 }, event);
    expect(dueAt(backoff)).toBe(event.now + 15_000);
  });
});

describe('the item closes before the answer left', () => {
  const waiting: OutboxState[] = [
    { at: 'held', sendAt: 100 },
    { at: 'queued', attempt: 0, notBefore: 100 },
  ];
  it.each([
    ['expired', 'too-late'],
    ['invalidated', 'withdrawn'],
    ['responded', 'already-answered'],
    ['completed', 'already-answered'],
  ] as const)('%s: it comes back as %s', (status, because) => {
    for (const state of waiting)
      expect(stepOutbox(state, { type: 'item-closed', status })).toMatchObject({ at: 'returned', because });
  });

  it.each(['created', 'delivered', 'acknowledged'] as const)('%s is not closed', (status) => {
    for (const state of waiting) expect(stepOutbox(state, { type: 'item-closed', status })).toBe(state);
  });

  it('a request that is out is judged by its reply, not by the stream', () => {
    expect(stepOutbox(sending, { type: 'item-closed', status: 'responded' })).toBe(sending);
  });
});

describe('confirming again', () => {
  it('a flagged answer whose age nobody knows, for the clock was set back, is asked for again', () => {
    const queued: OutboxState = { at: 'queued', attempt: 0, notBefore: 0 };
    const event = { type: 'picked', flagged: true, itemOpen: true, now: 1_000, savedAt: 86_400_000 } as const;
    expect(stepOutbox(queued, event)).toMatchObject({ at: 'returned', because: 'confirm-again' });
    expect(stepOutbox(queued, { ...event, savedAt: 1_400 }).at).toBe('sending');
  });

  const pick = (age: number, flagged: boolean, itemOpen = true): OutboxEvent => ({
    type: 'picked',
    now: 1_000 + age,
    flagged,
    savedAt: 1_000,
    itemOpen,
  });

  it.each([0, 1, 7])('after %i attempts, a flagged answer that waited too long is not sent', (attempt) => {
    const queued: OutboxState = { at: 'queued', attempt, notBefore: 0 };
    expect(stepOutbox(queued, pick(staleFlaggedAfterMs + 1, true))).toMatchObject({
      at: 'returned',
      because: 'confirm-again',
    });
    expect(stepOutbox(queued, pick(staleFlaggedAfterMs, true)).at).toBe('sending');
    expect(stepOutbox(queued, pick(86_400_000, false)).at).toBe('sending');
  });

  it('an attempt that the server may have recorded is repeated once the item is closed, to learn whose answer won', () => {
    const queued: OutboxState = { at: 'queued', attempt: 1, notBefore: 0 };
    expect(stepOutbox(queued, pick(staleFlaggedAfterMs + 1, true, false)).at).toBe('sending');
  });
});

describe('when an answer leaves (design.md 3.4)', () => {
  it('after the window, but 2 s before the deadline at the latest, and never in the past', () => {
    const near = fc.option(fc.integer({ min: -5_000, max: 70_000 }), { nil: undefined });
    fc.assert(
      fc.property(fc.nat(60_000), near, (takeBackMs, untilDeadline) => {
        const deadline = untilDeadline === undefined ? undefined : savedAt + untilDeadline;
        const latest = deadline === undefined ? savedAt + takeBackMs : Math.max(savedAt, deadline - 2_000);
        expect(sendTime(savedAt, takeBackMs, deadline)).toBe(Math.min(savedAt + takeBackMs, latest));
      }),
    );
    expect(sendTime(0, 5_000, 6_000)).toBe(4_000);
    expect(sendTime(0, 5_000, 1_000)).toBe(0);
  });
});

describe('quitting (design.md 3.4)', () => {
  const hurried: OutboxEvent = { type: 'hurried', now: 40 };

  it('sends what is held at once, and what waits once more', () => {
    expect(stepOutbox({ at: 'held', sendAt: 5_000 }, hurried)).toEqual({ at: 'queued', attempt: 0, notBefore: 40 });
    expect(stepOutbox({ at: 'queued', attempt: 2, notBefore: 900 }, hurried)).toMatchObject({
      attempt: 2,
      notBefore: 40,
    });
  });

  it('but not before the time the server named, and what is out or done stays', () => {
    const told = stepOutbox(sending, reply(503, 'SERVER_UNAVAILABLE', 60_000));
    for (const state of [told, sending, { at: 'accepted', acceptedAt: 1 } as const]) {
      expect(stepOutbox(state, hurried)).toBe(state);
    }
  });
});
