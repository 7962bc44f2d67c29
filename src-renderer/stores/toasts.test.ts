import { describe, expect, it } from 'vitest';
import type { AnswerView } from '#shared/inbox/item';
import { fail, ok } from '#shared/result';
import { aKey, anAnswer, aRow } from '../testing/builders.ts';
import { createFakeBridge } from '../testing/fake-bridge.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createFakeFrames } from '../testing/fake-frames.ts';
import { createRowStore } from './rows.ts';
import { createToastStore } from './toasts.ts';

const a = aKey('a');
const start = 1_000_000;
const held = anAnswer({ state: 'held', sendAt: start + 5_000 });

function setUp() {
  const fake = createFakeBridge();
  const frames = createFakeFrames();
  const clock = createFakeClock(start);
  const rows = createRowStore({ bridge: fake.bridge, nextFrame: frames.nextFrame });
  const toasts = createToastStore({ bridge: fake.bridge, clock, rows });
  let answer: AnswerView | undefined;
  fake.answer('inbox:rows', ({ keys }) => ok(keys.map((key) => aRow(key.slice(6), { answer }))));
  rows.start();
  toasts.start();
  /** The main process says that the answer now stands like this. */
  const stands = async (now: AnswerView | undefined) => {
    answer = now;
    await fake.emit('inbox:changed', { keys: [a] });
    await frames.paint();
  };
  const kinds = () => toasts.store.getState().toasts.map((toast) => toast.kind);
  return { fake, frames, clock, rows, toasts, stands, kinds };
}

describe('the toast of an answer', () => {
  it('counts down, says that it is being sent, that it was, and goes', async () => {
    const { clock, toasts, stands, kinds } = setUp();
    toasts.answered(a, held);
    await stands(held);
    expect(kinds()).toEqual(['held']);
    expect(toasts.latestHeld()).toBe(a);
    clock.advance(5_000);
    expect(kinds()).toEqual(['sending']);
    expect(toasts.latestHeld()).toBeUndefined();
    await stands(anAnswer({ state: 'sending' }));
    await stands(anAnswer({ state: 'accepted', acceptedAt: clock.now() }));
    expect(kinds()).toEqual(['sent']);
    clock.advance(3_000);
    expect(kinds()).toEqual([]);
  });

  it('says once that it waits for the connection, however often sending is tried', async () => {
    const { clock, toasts, stands, kinds } = setUp();
    const waiting = anAnswer({ state: 'waiting', waitsFor: 'connection', because: 'offline', retryAt: start + 9_000 });
    toasts.answered(a, held);
    clock.advance(5_000);
    await stands(waiting);
    expect(kinds()).toEqual(['waiting']);
    clock.advance(8_000);
    expect(kinds()).toEqual([]);
    await stands(anAnswer({ state: 'sending' }));
    await stands(waiting);
    expect(kinds()).toEqual([]);
  });

  it('asks for a token once, however many answers wait for it (R14)', async () => {
    const { toasts, kinds } = setUp();
    const token = anAnswer({ state: 'waiting', waitsFor: 'token', because: 'Revoked.', retryAt: undefined });
    const keys = ['1', '2', '3', '4', '5'].map(aKey);
    for (const key of keys) toasts.answered(key, token);
    expect(kinds()).toEqual(['waiting']);
    for (const key of keys) toasts.dismiss(key);
    for (const key of keys) toasts.answered(key, token);
    expect(kinds()).toEqual([]);
    toasts.answered(keys[0] as typeof a, anAnswer({ state: 'accepted', acceptedAt: start }));
    toasts.answered(aKey('6'), token);
    expect(kinds()).toEqual(['sent', 'waiting']);
  });

  it('names who was first as soon as that is known', async () => {
    const { fake, toasts, stands, frames } = setUp();
    toasts.answered(a, held);
    const lost = { state: 'returned', because: 'already-answered', message: 'x' } as const;
    const answer = anAnswer({ ...lost, code: undefined, requestId: undefined });
    await stands(answer);
    expect(toasts.store.getState().toasts[0]).toMatchObject({ kind: 'returned', winner: undefined });
    const responder = { id: 'user_42' as never, type: 'human' as const };
    const ending = { how: 'answered', at: start, byMe: false, responder, words: 'Ship it' } as const;
    fake.answer('inbox:rows', ({ keys }) => ok(keys.map((key) => aRow(key.slice(6), { answer, ending }))));
    await fake.emit('inbox:changed', { keys: [a] });
    await frames.paint();
    expect(toasts.store.getState().toasts).toMatchObject([{ kind: 'returned', winner: 'user_42' }]);
  });

  it('says why an answer came back, and stays until it is put away', async () => {
    const { clock, toasts, stands, kinds } = setUp();
    toasts.answered(a, held);
    clock.advance(5_000);
    await stands(
      anAnswer({ state: 'returned', because: 'too-late', message: 'x', code: undefined, requestId: undefined }),
    );
    clock.advance(600_000);
    expect(kinds()).toEqual(['returned']);
    toasts.dismiss(a);
    expect(kinds()).toEqual([]);
  });

  it('goes when the answer was taken back elsewhere', async () => {
    const { toasts, stands, kinds } = setUp();
    toasts.answered(a, held);
    await stands(held);
    await stands(undefined);
    expect(kinds()).toEqual([]);
  });

  it('is there again for an answer in its window that was given before the page was loaded', async () => {
    const { rows, stands, kinds } = setUp();
    rows.want('inbox', [a]);
    await stands(held);
    expect(kinds()).toEqual(['held']);
  });

  it('is not there for what was answered long ago', async () => {
    const { rows, stands, kinds } = setUp();
    rows.want('inbox', [a]);
    await stands(anAnswer({ state: 'waiting', waitsFor: 'connection', because: 'offline', retryAt: start }));
    expect(kinds()).toEqual([]);
  });

  it('leaves room: only the latest few are shown', () => {
    const { toasts, kinds } = setUp();
    for (const id of ['1', '2', '3', '4']) toasts.answered(aKey(id), held);
    expect(kinds()).toHaveLength(3);
    expect(toasts.latestHeld()).toBe(aKey('4'));
  });
});

describe('undo', () => {
  it('says that nothing was sent, also when the row is read late', async () => {
    const { fake, toasts, stands, kinds } = setUp();
    fake.answer('answer:undo', () => ok(undefined));
    toasts.answered(a, held);
    expect(await toasts.undo(a)).toBe(true);
    await stands(held);
    await stands(undefined);
    expect(kinds()).toEqual(['taken-back']);
  });

  it('says when it came too late, and what became of the answer', async () => {
    const { fake, toasts, stands, kinds } = setUp();
    fake.answer('answer:undo', () => fail({ code: 'answer/too-late-to-undo', message: 'It was sent.' }));
    toasts.answered(a, held);
    await stands(held);
    expect(await toasts.undo(a)).toBe(false);
    expect(toasts.store.getState().toasts).toMatchObject([{ kind: 'not-undone', message: 'It was sent.' }]);
    await stands(anAnswer({ state: 'accepted', acceptedAt: 0 }));
    expect(kinds()).toEqual(['sent']);
  });

  it('lets a new answer to the same question be followed', async () => {
    const { fake, toasts, kinds } = setUp();
    fake.answer('answer:undo', () => ok(undefined));
    toasts.answered(a, held);
    await toasts.undo(a);
    toasts.answered(a, anAnswer({ state: 'held', sendAt: start + 9_000 }, { savedAt: start + 4_000 }));
    expect(kinds()).toEqual(['held']);
  });
});
