import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aNote } from '#main/testing/a-note';
import { aReadyRun, aRun, keyOf } from '#main/testing/freedesktop-run';
import { settled } from '#main/testing/test-engine';

const tag = 'local/a';

test('after a restart the notifications of the last run are replaced, withdrawn and understood', async () => {
  const before = await aReadyRun();
  const { bus, dataFolder } = before;
  before.notifier.show(aNote());
  before.notifier.show(aNote({ tag: 'local/b' }));
  await settled();
  const key = bus.notified[0]?.actions[2];
  before.notifier.stop();
  const { notifier, events } = aRun(bus, dataFolder);
  notifier.withdraw('local/b'); // before the service was read, even
  await settled();
  expect(bus.closed).toEqual([2]);
  bus.signal('ActionInvoked', [1, key]);
  bus.signal('ActionInvoked', [1, 'default']);
  expect(events.map((one) => one.type === 'activated' && one.activation)).toEqual([
    { kind: 'button', id: 'ship' },
    { kind: 'open' },
  ]);
  notifier.show(aNote());
  await settled();
  expect(bus.last?.replaces).toBe(1);
});

test('when the service was another one meanwhile, only the keys of our own buttons are believed', async () => {
  const before = await aReadyRun();
  const { bus, dataFolder } = before;
  before.notifier.show(aNote());
  await settled();
  const key = keyOf(bus, 'Hold');
  before.notifier.stop();
  bus.owner = ':1.99';
  const { events, notifier } = aRun(bus, dataFolder);
  await settled();
  bus.signal('ActionInvoked', [1, 'default']);
  bus.signal('NotificationReplied', [1, 'x']);
  bus.signal('ActionInvoked', [1, key]);
  expect(events).toEqual([{ type: 'activated', tag, activation: { kind: 'button', id: 'hold' } }]);
  notifier.show(aNote());
  await settled();
  expect(bus.last?.replaces).toBe(0);
});

test('a damaged list of shown notifications is set aside and said, and the app goes on', async () => {
  const before = await aReadyRun();
  before.notifier.show(aNote());
  await settled();
  before.notifier.stop();
  const path = join(before.dataFolder, 'native-notifications.json');
  expect(JSON.parse(readFileSync(path, 'utf8')).shown).toHaveLength(1);
  writeFileSync(path, '{"version":1,"nonce":"');
  const { notifier, log, bus } = aRun(before.bus, before.dataFolder);
  await settled();
  expect(log.lines.map((line) => line.message)).toContain('the list of shown notifications was damaged');
  notifier.show(aNote());
  await settled();
  expect(bus.last?.replaces).toBe(0);
});
