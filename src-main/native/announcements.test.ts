import { expect, test } from 'vitest';
import { aNotification } from '#main/testing/scripted-server';
import { keyOf, settled, TestEngine } from '#main/testing/test-engine';
import type { ItemKey } from '#shared/inbox/item-key';
import { defaultSettings, type Settings } from '#shared/inbox/settings';
import type { Note, NoteEvent } from '#shared/native/native-note';
import { Announcements } from './announcements.ts';
import { clickOnly, type Notifier } from './notifier.ts';

class FakeNotifier implements Notifier {
  readonly history: Note[] = [];
  readonly visible = new Map<string, Note>();
  click: (tag: string) => void = () => {};
  show(note: Note): void {
    this.history.push(note);
    this.visible.set(note.tag, note);
  }
  withdraw(tag: string): void {
    this.visible.delete(tag);
  }
  capabilities() {
    return clickOnly;
  }
  onEvent(listener: (event: NoteEvent) => void): () => void {
    this.click = (tag) => listener({ type: 'activated', tag, activation: { kind: 'open' } });
    return () => {};
  }
  stop(): void {}
}

/** An engine that is online, with announcements on top of it. */
async function aRig(settings: Partial<Settings> = {}) {
  const rig = new TestEngine();
  const notifier = new FakeNotifier();
  const clicked: (ItemKey | undefined)[] = [];
  const make = () =>
    new Announcements({
      notifier,
      clock: rig.clock,
      inbox: rig.engine.inbox,
      store: rig.engine.store,
      settings: () => ({ ...defaultSettings, ...settings }),
      isOnScreen: () => false,
      serverNow: () => rig.clock.now(),
      onActivated: (key) => clicked.push(key),
    });
  await rig.connect();
  const arrive = (id: string, announcements: Announcements) => {
    rig.server.ask(aNotification(id));
    rig.server.push('notification', aNotification(id));
    announcements.arrived(keyOf(id));
  };
  return { rig, notifier, make, arrive, clicked };
}

test('an arrival is shown once, over resync and restart', async () => {
  const { rig, notifier, make, arrive } = await aRig();
  arrive('a', make());
  rig.restart();
  await rig.connect();
  await settled();
  const again = make();
  for (const key of rig.engine.store.queries.unnotified(keyOf('a').split('/')[0] as never)) again.arrived(key);
  again.arrived(keyOf('a'));
  expect(notifier.history.map(({ tag, title }) => [tag, title])).toEqual([['local/a', 'Question a']]);
});

test('a thousand arrivals in a second raise at most five notifications', async () => {
  const { rig, notifier, make, arrive } = await aRig();
  const announcements = make();
  for (let n = 0; n < 1_000; n++) {
    arrive(`n${n}`, announcements);
    rig.clock.pass(1);
  }
  rig.clock.pass(60_000);
  expect(notifier.history.length).toBeLessThanOrEqual(5);
  expect(notifier.visible.get('summary')?.title).toBe('997 more questions wait for you');
});

test('a notification is taken away when its item is settled, the summary when all of its items are', async () => {
  const { rig, notifier, make, arrive } = await aRig();
  const announcements = make();
  for (const id of ['a', 'b', 'c', 'd', 'e']) arrive(id, announcements);
  rig.clock.pass(1_000);
  expect([...notifier.visible.keys()]).toEqual(['local/a', 'local/b', 'local/c', 'summary']);
  announcements.settled(keyOf('a'));
  announcements.settled(keyOf('d'));
  expect([...notifier.visible.keys()]).toEqual(['local/b', 'local/c', 'summary']);
  announcements.settled(keyOf('e'));
  expect([...notifier.visible.keys()]).toEqual(['local/b', 'local/c']);
});

test('switched off, nothing is shown, and nothing is made up for later', async () => {
  const settings = { nativeNotifications: false };
  const { rig, notifier, make, arrive } = await aRig(settings);
  const announcements = make();
  arrive('a', announcements);
  settings.nativeNotifications = true;
  for (const key of rig.engine.store.queries.unnotified(keyOf('a').split('/')[0] as never)) announcements.arrived(key);
  expect(notifier.history).toEqual([]);
});

test('a click opens its item; a click on anything else opens the inbox', async () => {
  const { notifier, make, arrive, clicked } = await aRig();
  arrive('a', make());
  notifier.click('local/a');
  notifier.click('summary');
  expect(clicked).toEqual([keyOf('a'), undefined]);
});
