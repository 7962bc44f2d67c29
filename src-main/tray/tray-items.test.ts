import { afterEach, expect, test } from 'vitest';
import { keyOf, NativeRig } from '#main/testing/native-rig';
import { speak } from '#shared/words/words';
import { TrayItems } from './tray-items.ts';

afterEach(() => speak({ language: 'en', locale: 'en' }));

async function aTray() {
  const rig = await NativeRig.online();
  const { inbox, store } = rig.test.engine;
  const items = new TrayItems({ inbox, store, roundOf: (key) => rig.native.roundOf(key) });
  return { rig, items };
}

test('the three most urgent, with the answers that one click can give', async () => {
  const { rig, items } = await aTray();
  for (const id of ['a', 'b', 'c', 'd']) rig.arrive(id);
  expect(items.read().map(({ row, answers }) => [row.title, answers.map(({ label }) => label)])).toEqual([
    ['Question a', ['Ship it']],
    ['Question b', ['Ship it']],
    ['Question c', ['Ship it']],
  ]);
});

test('a quick answer goes the way of every answer, and is offered no more', async () => {
  const { rig, items } = await aTray();
  rig.arrive('a');
  const id = items.read()[0]?.answers[0]?.id ?? '';
  rig.native.press(keyOf('a'), id);
  rig.native.press(keyOf('a'), id);
  expect(items.read()[0]?.answers).toEqual([]);
  expect(rig.daemon.labels('local/a')).toEqual(['Undo']);
  rig.daemon.press('local/a', 'Undo');
  rig.native.press(keyOf('a'), id); // the open menu still shows it
  await rig.pass(6_000);
  expect(rig.sent('a')).toBeUndefined();
  rig.native.press(keyOf('a'), items.read()[0]?.answers[0]?.id ?? '');
  await rig.pass(6_000);
  expect(rig.sent('a')).toMatchObject({ action_id: 'ship' });
});

test('a question that changed has new answers', async () => {
  const { rig, items } = await aTray();
  rig.arrive('a');
  const [before] = items.read();
  rig.arrive('a', { actions: [{ id: 'ship', label: 'Ship all', response_type: 'simple' }] });
  expect(items.read()[0]?.answers).not.toEqual(before?.answers);
  expect(items.read()[0]?.answers).toMatchObject([{ label: 'Ship all' }]);
});

test('answers that their sender left without words are said anew in another language', async () => {
  const { rig, items } = await aTray();
  rig.arrive('a', { actions: [{ id: 'go', label: 'Go?', response_type: 'binary', options: {} }] });
  const labels = () => items.read()[0]?.answers.map(({ label }) => label);
  expect(labels()).toEqual(['Yes', 'No']);
  speak({ language: 'de', locale: 'de' });
  expect(labels()).toEqual(['Ja', 'Nein']);
});
