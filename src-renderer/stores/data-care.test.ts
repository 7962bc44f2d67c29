import { expect, test } from 'vitest';
import { fail, ok } from '#shared/result';
import { createFakeBridge, settle } from '../testing/fake-bridge.ts';
import { createDataCareStore } from './data-care.ts';

const summary = {
  createdAt: '2026-01-15T09:00:00Z',
  app: '1',
  open: 1,
  history: 2,
  drafts: 0,
  waiting: 0,
  accounts: 0,
};

function aStore() {
  const fake = createFakeBridge();
  const timers: (() => void)[] = [];
  const care = createDataCareStore({ bridge: fake.bridge, setTimer: (run) => timers.push(run) });
  return { fake, care, timers, work: () => care.store.getState().work };
}

test('a backup is looked at until it is written, with one look at a time', async () => {
  const { fake, care, timers, work } = aStore();
  fake.answer('data:back-up', () => ok({ work: { at: 'backing-up', done: 1, total: 10 }, inFlight: 0 }));
  fake.answer('data:read', () => ok({ work: { at: 'backing-up', done: 5, total: 10 }, inFlight: 0 }));
  await care.backUp();
  await care.read(); // Settings was opened once more
  expect(timers).toHaveLength(1);
  timers[0]?.();
  await settle();
  expect(work()).toEqual({ at: 'backing-up', done: 5, total: 10 });
  expect(timers).toHaveLength(2);
  fake.answer('data:read', () => ok({ work: { at: 'backed-up', path: '/b.zip', bytes: 10, summary }, inFlight: 0 }));
  timers[1]?.();
  await settle();
  expect(work()).toMatchObject({ at: 'backed-up', path: '/b.zip' });
  expect(timers).toHaveLength(2);
});

test('a backup that was read and is not wanted is let go of', async () => {
  const { fake, care, work } = aStore();
  fake.answer('data:check-backup', () => ok({ work: { at: 'checked', summary }, inFlight: 2 }));
  await care.check();
  expect(care.store.getState()).toMatchObject({ work: { at: 'checked' }, inFlight: 2 });
  fake.answer('data:cancel', () => ok(undefined));
  fake.answer('data:read', () => ok({ work: { at: 'idle' }, inFlight: 2 }));
  await care.cancel();
  expect(work()).toEqual({ at: 'idle' });
});

test('a refusal is kept for the person to read', async () => {
  const { fake, care } = aStore();
  fake.answer('data:back-up', () => fail({ code: 'data/busy', message: 'Something else is being done.' }));
  await care.backUp();
  expect(care.store.getState().failure?.message).toBe('Something else is being done.');
});

test('erasing sends the person’s word along', async () => {
  const { fake, care, work } = aStore();
  const asked: unknown[] = [];
  fake.answer('data:erase', (args) => {
    asked.push(args);
    return ok(undefined);
  });
  fake.answer('data:read', () => ok({ work: { at: 'leaving', doing: 'erase' }, inFlight: 0 }));
  await care.erase();
  expect(asked).toEqual([{ confirmed: true }]);
  expect(work()).toEqual({ at: 'leaving', doing: 'erase' });
});
