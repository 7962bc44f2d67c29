import { expect, test } from 'vitest';
import { fail, ok } from '#shared/result';
import { createFakeBridge, settle } from '../testing/fake-bridge.ts';
import { createHistoryCareStore } from './history-care.ts';

function aStore() {
  const fake = createFakeBridge();
  const timers: (() => void)[] = [];
  const care = createHistoryCareStore({ bridge: fake.bridge, setTimer: (run) => timers.push(run) });
  return { fake, care, timers };
}

test('a verification is looked at until it is done', async () => {
  const { fake, care, timers } = aStore();
  const verdict = { decisions: 2, records: 2, removed: 0, since: undefined, faults: [], faultCount: 0, head: 'h' };
  fake.answer('history:verify', () => ok({ at: 'running', done: 0, total: 2 }));
  fake.answer('history:read-verification', () => ok({ at: 'done', verdict }));
  await care.verify();
  expect(care.store.getState().verification.at).toBe('running');
  await care.verify(); // pressed again: it runs already
  expect(timers).toHaveLength(1);
  timers[0]?.();
  await settle();
  expect(care.store.getState().verification).toEqual({ at: 'done', verdict });
  expect(timers).toHaveLength(1);
});

test('an export says how much it wrote, why it failed, and nothing when the person thought better of it', async () => {
  const { fake, care } = aStore();
  fake.answer('history:export', () => ok({ decisions: 3 }));
  await care.export('csv', { search: 'x' });
  expect(care.store.getState().export).toEqual({ at: 'done', decisions: 3 });
  fake.answer('history:export', () => ok({ decisions: undefined }));
  await care.export('csv');
  expect(care.store.getState().export).toEqual({ at: 'idle' });
  fake.answer('history:export', () => fail({ code: 'history/not-exported', message: 'No room.' }));
  await care.export('json');
  expect(care.store.getState().export).toMatchObject({ at: 'failed', error: { message: 'No room.' } });
});
