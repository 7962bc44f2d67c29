import { expect, test } from 'vitest';
import { keyOf, NativeRig } from '#main/testing/native-rig';
import { composeInWindow } from './compose-in-window.ts';

const actions = [
  { id: 'why', label: 'Why?', response_type: 'text' },
  { id: 'n', label: 'How many?', response_type: 'number' },
  { id: 's', label: 'How sure?', response_type: 'scale', constraints: { min: 1, max: 9 } },
];

test.each([
  ['why', 'because', { why: 'because' }],
  ['n', '1,000', { n: '1,000' }],
  ['s', 'eleven', {}], // its control holds a number
  ['why', undefined, {}],
])('%s with %j: the action opens with what was typed in its control', async (actionId, text, inputs) => {
  const rig = await NativeRig.online();
  rig.arrive('a', { actions });
  const { inbox } = rig.test.engine;
  const opened: unknown[] = [];
  const compose = composeInWindow(inbox, (...args) => opened.push(args));
  compose({ key: keyOf('a'), actionId: actionId as never, text, activationToken: 'token' });
  expect(opened).toEqual([[keyOf('a'), actionId, 'token']]);
  const item = inbox.item(keyOf('a'));
  expect(item.ok && item.value.draft.inputs).toEqual(inputs);
});
