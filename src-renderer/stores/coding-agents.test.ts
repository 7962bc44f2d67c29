import { expect, test } from 'vitest';
import { fail, ok } from '#shared/result';
import { createFakeBridge, settle } from '../testing/fake-bridge.ts';
import { createCodingAgentsStore } from './coding-agents.ts';

const change = { file: '/f', diff: '+x\n', notes: [], written: false, backup: undefined };

test('a change is read, shown, made as shown, and the agents are looked for again', async () => {
  const fake = createFakeBridge();
  const agents = createCodingAgentsStore(fake.bridge);
  fake.answer('agents:preview', () => ok(change));
  fake.answer('agents:change', ({ diff }) => ok({ ...change, diff, written: true }));
  fake.answer('agents:list', () => ok([{ agent: 'codex', isSetUp: true, file: '/f' }]));
  const looking = agents.lookAt('codex', false);
  expect(agents.store.getState().lookedAt).toMatchObject({ at: 'reading' });
  await looking;
  expect(agents.store.getState().lookedAt).toMatchObject({ at: 'shown', change });
  await agents.change();
  expect(agents.store.getState().lookedAt).toMatchObject({ at: 'changed', change: { diff: '+x\n', written: true } });
  expect(agents.store.getState().agents).toEqual([{ agent: 'codex', isSetUp: true, file: '/f' }]);
});

test('a sheet that was closed meanwhile stays closed', async () => {
  const fake = createFakeBridge();
  const agents = createCodingAgentsStore(fake.bridge);
  fake.answer('agents:preview', () => fail({ code: 'agent/not-changed', message: 'No.' }));
  const looking = agents.lookAt('codex', true);
  agents.close();
  await looking;
  await settle();
  expect(agents.store.getState().lookedAt).toBeUndefined();
});
