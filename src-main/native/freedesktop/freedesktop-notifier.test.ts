import { expect, test } from 'vitest';
import { aNote } from '#main/testing/a-note';
import { FakeSessionBus, received } from '#main/testing/fake-session-bus';
import { aReadyRun, aRun, keyOf } from '#main/testing/freedesktop-run';
import { settled } from '#main/testing/test-engine';

const tag = 'local/a';
const properties = 'org.freedesktop.DBus.Properties';

test('what the service can do is read before the first notification goes out', async () => {
  const bus = new FakeSessionBus();
  bus.capabilities = ['actions', 'body', 'inline-reply'];
  bus.isInhibited = true;
  const run = aRun(bus);
  run.notifier.show(aNote());
  expect(run.notifier.capabilities()).toMatchObject({ isAbsent: false, actions: 0, hasReply: false });
  await settled();
  expect(run.changes()).toBe(1);
  expect(run.notifier.capabilities()).toEqual({
    isAbsent: false,
    actions: 3,
    choiceButtons: 3,
    scaleButtons: 3,
    hasReply: true,
    hasSelection: false,
    isInhibited: true,
  });
  expect(bus.last?.actions).toHaveLength(6);
});

test('a service without actions gets none, and a click opens', async () => {
  const bus = new FakeSessionBus();
  bus.capabilities = ['body'];
  const { notifier } = await aReadyRun(bus);
  expect(notifier.capabilities()).toMatchObject({ isAbsent: false, actions: 0, choiceButtons: 0, scaleButtons: 0 });
  notifier.show(aNote());
  await settled();
  expect(bus.last?.actions).toEqual([]);
});

test('a button answers with its own id, twice when the signal comes twice', async () => {
  const { bus, notifier, events } = await aReadyRun();
  notifier.show(aNote());
  await settled();
  bus.signal('ActionInvoked', [1, keyOf(bus, 'Hold')]);
  bus.signal('NotificationClosed', [1, 2]);
  bus.signal('ActionInvoked', [1, keyOf(bus, 'Hold')]);
  const pressed = { type: 'activated', tag, activation: { kind: 'button', id: 'hold' } };
  expect(events).toEqual([pressed, { type: 'closed', tag, because: 'dismissed' }, pressed]);
});

test('a click opens, also when it is told after the notification closed', async () => {
  const { bus, notifier, events } = await aReadyRun();
  notifier.show(aNote());
  await settled();
  bus.signal('NotificationClosed', [1, 2]);
  bus.signal('ActionInvoked', [1, 'default']);
  expect(events[1]).toEqual({ type: 'activated', tag, activation: { kind: 'open' } });
});

test('a reply brings the text to the field it belongs to', async () => {
  const bus = new FakeSessionBus();
  bus.capabilities = ['actions', 'inline-reply'];
  const { notifier, events } = await aReadyRun(bus);
  notifier.show(aNote({ reply: { id: 'why', placeholder: '', sendLabel: 'Send' } }));
  await settled();
  bus.signal('NotificationReplied', [1, 'Too risky <b>']);
  expect(events).toEqual([{ type: 'activated', tag, activation: { kind: 'reply', id: 'why', text: 'Too risky <b>' } }]);
});

test('what is pressed in the same moment as the notification appears is understood', async () => {
  const { bus, notifier, events } = await aReadyRun();
  bus.isHung = true;
  notifier.show(aNote());
  await settled();
  bus.answer();
  bus.signal('ActionInvoked', [1, 'default']); // read from the socket together with the reply
  await settled();
  expect(events).toEqual([{ type: 'activated', tag, activation: { kind: 'open' } }]);
});

test('the activation token goes with the activation that follows it, and with no other', async () => {
  const { bus, notifier, events } = await aReadyRun();
  notifier.show(aNote());
  notifier.show(aNote({ tag: 'local/b' }));
  await settled();
  bus.signal('ActivationToken', [1, 'token-1']);
  bus.signal('ActionInvoked', [1, 'default']);
  bus.signal('ActionInvoked', [1, 'default']);
  bus.signal('ActivationToken', [1, 'token-2']);
  bus.signal('ActionInvoked', [2, 'default']);
  const tokens = events.map((event) => event.type === 'activated' && event.activationToken);
  expect(tokens).toEqual(['token-1', undefined, undefined]);
});

test.each([
  [1, 'timed-out'],
  [2, 'dismissed'],
  [3, 'withdrawn'],
  [4, 'unknown'],
  [99, 'unknown'],
])('closed for reason %i is "%s" and never an answer', async (reason, because) => {
  const { bus, notifier, events } = await aReadyRun();
  notifier.show(aNote());
  await settled();
  bus.signal('NotificationClosed', [1, reason]);
  expect(events).toEqual([{ type: 'closed', tag, because }]);
});

test('only the owner of the name is believed, and only about what is ours', async () => {
  const { bus, notifier, events } = await aReadyRun();
  notifier.show(aNote());
  await settled();
  const key = keyOf(bus, 'Ship it');
  bus.signal('ActionInvoked', [1, key], ':1.66');
  bus.signal('NotificationReplied', [1, 'x'], ':1.66');
  bus.signal('ActionInvoked', [2, 'default']);
  bus.signal('ActionInvoked', [1, key?.replace(/^[^.]+/, 'somebody-elses-nonce')]);
  bus.signal('NotificationClosed', [2, 1]);
  for (const odd of [[], ['1', 'default'], [1], [-1, 'default'], null]) bus.signal('ActionInvoked', odd);
  bus.signal('NameOwnerChanged', ['org.freedesktop.Notifications', '', ':1.66'], ':1.66', 'org.freedesktop.DBus');
  bus.signal('ActionInvoked', [1, key], ':1.66');
  expect(events).toEqual([]);
});

test('the same tag replaces in place; one that was dismissed comes anew', async () => {
  const { bus, notifier } = await aReadyRun();
  notifier.show(aNote());
  await settled();
  notifier.show(aNote({ title: 'Will be sent in 5 s' }));
  await settled();
  bus.signal('NotificationClosed', [1, 1]);
  notifier.show(aNote({ title: 'Expired from the screen, still in the list' }));
  await settled();
  bus.signal('NotificationClosed', [1, 2]);
  notifier.show(aNote({ title: 'Too late' }));
  await settled();
  expect(bus.notified.map((one) => one.replaces)).toEqual([0, 1, 1, 0]);
});

test('withdrawn while its call is still under way: closed as soon as its id is known', async () => {
  const { bus, notifier } = await aReadyRun();
  bus.isHung = true;
  notifier.show(aNote());
  notifier.show(aNote({ tag: 'local/b' }));
  await settled();
  notifier.withdraw(tag);
  notifier.withdraw('local/b');
  bus.answer();
  await settled();
  expect(bus.notified).toHaveLength(1);
  expect(bus.closed).toEqual([1]);
});

test('a service that hangs: the call is given up, what comes meanwhile fails at once, and what comes late is taken away', async () => {
  const { bus, clock, notifier, events, electron } = await aReadyRun();
  bus.isHung = true;
  notifier.show(aNote());
  await settled();
  clock.pass(5_000);
  await settled();
  expect(events.map((one) => one.type)).toEqual(['failed']);
  expect(notifier.capabilities().isAbsent).toBe(true);
  const asked = bus.calls.length;
  for (let n = 0; n < 1_000; n++) notifier.show(aNote({ tag: `local/${n}` }));
  await settled();
  expect(events.filter((one) => one.type === 'failed')).toHaveLength(1_001);
  expect(bus.calls).toHaveLength(asked);
  expect(electron.made).toEqual([]); // Electron would wait for the same service, and everything with it
  bus.answer();
  await settled();
  expect(bus.closed).toEqual([1]);
});

test('a service that hung and goes on is found again and used', async () => {
  const { bus, clock, notifier } = await aReadyRun();
  bus.isHung = true;
  notifier.show(aNote());
  await settled();
  clock.pass(5_000);
  await settled();
  bus.answer();
  clock.pass(10_000);
  await settled();
  expect(notifier.capabilities().actions).toBe(3);
  notifier.show(aNote({ title: 'Again' }));
  await settled();
  expect(bus.last?.summary).toBe('Again');
});

test('a dead service is asked ever more seldom, so that a day of it costs next to nothing', async () => {
  const { bus, clock, notifier } = await aReadyRun();
  bus.isHung = true;
  notifier.show(aNote());
  await settled();
  const before = bus.calls.length;
  for (let seconds = 0; seconds < 86_400; seconds += 5) {
    clock.pass(5_000);
    await Promise.resolve();
    await settled();
  }
  expect((bus.calls.length - before) / 3).toBeLessThan(300);
}, 60_000);

test('at most a hundred wait for a slow service, and those that found no place are said to have failed', async () => {
  const { bus, notifier, events } = await aReadyRun();
  bus.isHung = true;
  for (let n = 0; n < 250; n++) notifier.show(aNote({ tag: `local/${n}` }));
  await settled();
  expect(events).toHaveLength(250 - 100);
  expect(events.every((one) => one.type === 'failed')).toBe(true);
});

test('a new owner is read anew, and the numbers of the old one mean nothing', async () => {
  const { bus, notifier, events, changes } = await aReadyRun();
  notifier.show(aNote());
  await settled();
  bus.capabilities = ['body'];
  bus.ownerBecomes(':1.8');
  await settled();
  expect(notifier.capabilities().actions).toBe(0);
  expect(changes()).toBe(2);
  bus.signal('ActionInvoked', [1, 'default']);
  notifier.withdraw(tag);
  await settled();
  expect(events).toEqual([]);
  expect(bus.closed).toEqual([]);
});

test('gone without a successor there are no notifications, and Electron gets what comes; back again, the service does', async () => {
  const { bus, notifier, electron } = await aReadyRun();
  bus.ownerBecomes('');
  await settled();
  expect(notifier.capabilities().isAbsent).toBe(true);
  notifier.show(aNote({ title: 'Into the void?' }));
  await settled();
  expect(electron.made.map((one) => one.options.title)).toEqual(['Into the void?']);
  bus.ownerBecomes(':1.9');
  await settled();
  notifier.show(aNote({ title: 'Back' }));
  await settled();
  expect(bus.last?.summary).toBe('Back');
  expect(electron.made).toHaveLength(1);
});

test('one that the bus can start is started for the next notification', async () => {
  const bus = new FakeSessionBus();
  bus.isActivatable = true;
  const { notifier, electron } = await aReadyRun(bus);
  bus.ownerBecomes('');
  await settled();
  expect(notifier.capabilities().actions).toBe(3);
  notifier.show(aNote());
  await settled();
  expect(bus.notified).toHaveLength(1);
  notifier.withdraw(tag);
  await settled();
  expect(bus.closed).toEqual([1]);
  expect(electron.made).toEqual([]);
});

test('without a bus Electron shows them; the bus is looked for again', async () => {
  const bus = new FakeSessionBus();
  bus.isThere = false;
  const { notifier, electron, clock } = await aReadyRun(bus);
  expect(notifier.capabilities()).toMatchObject({ isAbsent: false, actions: 0 });
  notifier.show(aNote());
  await settled();
  expect(electron.visible()).toHaveLength(1);
  bus.isThere = true;
  clock.pass(10_000);
  await settled();
  expect(notifier.capabilities().actions).toBe(3);
  notifier.withdraw(tag);
  expect(electron.visible()).toHaveLength(0);
});

test('a bus that breaks is noticed and found again, and what is on screen is still known', async () => {
  const { bus, notifier, clock } = await aReadyRun();
  notifier.show(aNote());
  await settled();
  bus.lose();
  expect(notifier.capabilities().actions).toBe(0);
  bus.isThere = true;
  clock.pass(10_000);
  await settled();
  notifier.withdraw(tag);
  await settled();
  expect(bus.closed).toEqual([1]);
});

test('do-not-disturb is followed', async () => {
  const { bus, notifier, changes } = await aReadyRun();
  expect(notifier.capabilities().isInhibited).toBe(false);
  const name = 'org.freedesktop.Notifications';
  bus.signal('PropertiesChanged', [name, { Inhibited: received('b', true) }, []], bus.owner, properties);
  expect(notifier.capabilities().isInhibited).toBe(true);
  bus.isInhibited = false;
  bus.signal('PropertiesChanged', [name, {}, ['Inhibited']], bus.owner, properties);
  await settled();
  expect(notifier.capabilities().isInhibited).toBe(false);
  bus.signal('PropertiesChanged', [name, { Inhibited: received('b', true) }, []], ':1.66', properties);
  expect(notifier.capabilities().isInhibited).toBe(false);
  expect(changes()).toBe(3);
});

test('after stop nothing is heard and nothing goes out', async () => {
  const { bus, notifier, events } = await aReadyRun();
  notifier.show(aNote());
  await settled();
  notifier.stop();
  bus.signal('ActionInvoked', [1, 'default']);
  notifier.show(aNote({ tag: 'local/b' }));
  await settled();
  expect(events).toEqual([]);
  expect(bus.notified).toHaveLength(1);
});
