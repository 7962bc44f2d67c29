import { fileURLToPath } from 'node:url';
import { aNote } from '../rig/a-note.ts';
import { anImpostor, NotificationDaemon } from '../rig/notification-daemon.ts';
import type { RunningNotifier } from '../rig/notifier-program/notifier-program.ts';
import { expect, test } from '../rig/notifier-program/test.ts';
import { eventually } from '../rig/wait.ts';

// The adapter of the freedesktop notification service, in a real Electron on a real bus. What the app does with it is in
// the other files.

const tag = 'local/a';

/** The events but for changes of what the service can do. */
const whatHappened = async (app: RunningNotifier) =>
  (await app.events()).filter((one) => one.type !== 'capabilities-changed');

test('a note arrives with its buttons, hints and escaped body; its button, its click and its closing come back', async ({
  startNotifier,
  desktop,
}) => {
  desktop.notifications.stop();
  const capabilities = ['actions', 'body', 'body-markup', 'sound'];
  const daemon = await NotificationDaemon.start(desktop.busAddress, { capabilities });
  const app = await startNotifier();
  await app.show(aNote({ title: 'a < b & c', body: '<b>x</b> & y', urgency: 'critical' }));
  const shown = await eventually(() => daemon.requests[0]);
  expect(shown).toMatchObject({
    app: 'Triage Inbox',
    replaces: 0,
    title: 'a < b & c',
    body: '&lt;b&gt;x&lt;/b&gt; &amp; y',
    hints: {
      urgency: 2,
      category: 'im.received',
      'desktop-entry': 'triage-inbox',
      'sound-name': 'message-new-instant',
    },
    timeoutMs: -1,
  });
  expect(shown.actions.map((one) => one.label)).toEqual(['Open', 'Ship it', 'Hold']);
  expect(fileURLToPath(shown.icon)).toMatch(/icon\.png$/);

  daemon.pressLabelled(shown, 'Hold');
  daemon.invoke(shown.id, 'default');
  const activated = { type: 'activated', tag };
  await expect
    .poll(() => whatHappened(app))
    .toEqual([
      { ...activated, activation: { kind: 'button', id: 'hold' } },
      { type: 'closed', tag, because: 'dismissed' },
      { ...activated, activation: { kind: 'open' } },
    ]);
  daemon.stop();
});

test('a reply field where the service has one, and the activation token of a click', async ({
  startNotifier,
  desktop,
}) => {
  desktop.notifications.stop();
  const capabilities = ['actions', 'body', 'inline-reply'];
  const daemon = await NotificationDaemon.start(desktop.busAddress, { capabilities });
  const app = await startNotifier();
  await expect.poll(async () => (await app.capabilities()).hasReply).toBe(true);
  await app.show(aNote({ reply: { id: 'why', placeholder: 'Your reason', sendLabel: 'Send it' } }));
  const shown = await eventually(() => daemon.requests[0]);
  expect(shown.actions.at(-1)?.key).toBe('inline-reply');
  expect(shown.hints).toMatchObject({
    'x-kde-reply-placeholder-text': 'Your reason',
    'x-kde-reply-submit-button-text': 'Send it',
  });
  daemon.reply(shown.id, 'Too risky <b> 😀');
  daemon.press(shown.id, 'default', 'token-7');
  await expect
    .poll(() => whatHappened(app))
    .toEqual([
      { type: 'activated', tag, activation: { kind: 'reply', id: 'why', text: 'Too risky <b> 😀' } },
      { type: 'closed', tag, because: 'dismissed' },
      { type: 'activated', tag, activation: { kind: 'open' }, activationToken: 'token-7' },
    ]);
  daemon.stop();
});

test('one tag is one notification: replaced in place, resident only while sending, taken away', async ({
  startNotifier,
  desktop: { notifications: daemon },
}) => {
  const app = await startNotifier();
  await app.show(aNote());
  await app.show(aNote({ title: 'Will be sent in 5 s', isSending: true, isSilent: true }));
  await app.show(aNote({ title: 'Too late', buttons: [] }));
  const last = await eventually(() => daemon.visible('Too late')[0]);
  expect(daemon.onScreen.size).toBe(1);
  expect(last.hints).not.toHaveProperty('resident');
  for (const one of daemon.requests.filter(({ title }) => title.startsWith('Will be'))) {
    expect(one.hints).toMatchObject({ resident: true, transient: true, 'suppress-sound': true });
  }
  await app.withdraw(tag);
  await expect.poll(() => daemon.onScreen.size).toBe(0);
  await expect.poll(() => whatHappened(app)).toEqual([{ type: 'closed', tag, because: 'withdrawn' }]);
});

test('who does not own the name is not believed, whatever it knows', async ({ startNotifier, desktop }) => {
  const { notifications: daemon, busAddress } = desktop;
  const app = await startNotifier();
  await app.show(aNote());
  const shown = await eventually(() => daemon.requests[0]);
  const impostor = await anImpostor(busAddress);
  for (const { key } of shown.actions) impostor.invoke(shown.id, key);
  daemon.close(shown.id, 1); // comes after what the impostor said
  await expect.poll(() => whatHappened(app)).toEqual([{ type: 'closed', tag, because: 'timed-out' }]);
  impostor.stop();
});

test('another daemon takes over: what it can do is read, and the numbers of the old one mean nothing', async ({
  startNotifier,
  desktop,
}) => {
  const app = await startNotifier();
  await expect.poll(async () => (await app.capabilities()).actions).toBe(3);
  await app.show(aNote());
  await eventually(() => desktop.notifications.requests[0]);
  desktop.notifications.stop();
  await expect.poll(async () => (await app.capabilities()).isAbsent).toBe(true);

  const plain = await NotificationDaemon.start(desktop.busAddress, { capabilities: ['body'], isInhibited: true });
  await expect.poll(() => app.capabilities()).toMatchObject({ isAbsent: false, actions: 0, isInhibited: true });
  plain.invoke(1, 'default');
  plain.inhibit(false);
  await expect.poll(async () => (await app.capabilities()).isInhibited).toBe(false);
  await app.show(aNote({ title: 'To the new one' }));
  const shown = await eventually(() => plain.requests[0]);
  expect([shown.replaces, shown.actions]).toEqual([0, []]);
  expect(await whatHappened(app)).toEqual([]);
  plain.stop();
});

test('no daemon at the start, then one: it is used', async ({ startNotifier, desktop }) => {
  desktop.notifications.stop();
  const app = await startNotifier();
  await expect.poll(async () => (await app.capabilities()).isAbsent).toBe(true);
  await app.show(aNote({ title: 'Nobody there' }));
  const daemon = await NotificationDaemon.start(desktop.busAddress);
  await expect.poll(async () => (await app.capabilities()).actions).toBe(3);
  await app.show(aNote({ title: 'Somebody there' }));
  await eventually(() => daemon.titled('Somebody there')[0]);
  daemon.stop();
});

test('without a session bus the program runs and quits as ever', async ({ startNotifier }) => {
  const app = await startNotifier({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' });
  await app.show(aNote());
  await expect.poll(async () => (await app.capabilities()).actions).toBe(0);
});

test('a daemon that hangs: the main process stays free, what cannot be shown is said, and afterwards all is well', async ({
  startNotifier,
  desktop: { notifications: daemon },
}) => {
  const app = await startNotifier();
  await expect.poll(async () => (await app.capabilities()).actions).toBe(3);
  daemon.hang();
  const longestPauseMs = await app.electron.evaluate((_electron, note) => {
    for (let n = 0; n < 50; n++) globalThis.notifier.show({ ...note, tag: `local/${n}` });
    return new Promise<number>((resolve) => {
      let longest = 0;
      let before = performance.now();
      const beat = setInterval(() => {
        const now = performance.now();
        longest = Math.max(longest, now - before);
        before = now;
        if (!globalThis.notifier.capabilities().isAbsent) return;
        clearInterval(beat);
        resolve(longest);
      }, 10);
    });
  }, aNote());
  expect(longestPauseMs).toBeLessThan(2_500); // a blocking call would wait 5 s at least
  await expect.poll(async () => (await whatHappened(app)).length).toBe(50);
  expect((await whatHappened(app)).every((one) => one.type === 'failed')).toBe(true);
  expect(daemon.calls.filter((name) => name === 'Notify')).toHaveLength(1);
  daemon.goOn();
  await expect.poll(() => [daemon.requests.length, daemon.onScreen.size]).toEqual([1, 0]); // came too late, taken away
});

test('after a restart the notifications of the last run are understood, replaced and withdrawn', async ({
  startNotifier,
  desktop: { notifications: daemon },
}) => {
  const first = await startNotifier();
  await first.show(aNote());
  await first.show(aNote({ tag: 'local/b', title: 'Second' }));
  const shown = await eventually(() => daemon.titled('Deploy build')[0]);
  await eventually(() => daemon.titled('Second')[0]);
  await first.quit();

  const again = await startNotifier();
  await expect.poll(async () => (await again.capabilities()).actions).toBe(3);
  const key = shown.actions.find((one) => one.label === 'Ship it')?.key ?? '';
  daemon.invoke(shown.id, key);
  daemon.invoke(shown.id, 'default');
  await expect
    .poll(() => whatHappened(again))
    .toEqual([
      { type: 'activated', tag, activation: { kind: 'button', id: 'ship' } },
      { type: 'activated', tag, activation: { kind: 'open' } },
    ]);
  await again.show(aNote({ title: 'Replaced' }));
  expect((await eventually(() => daemon.titled('Replaced')[0])).replaces).toBe(shown.id);
  await again.withdraw('local/b');
  await expect.poll(() => daemon.visible('Second')).toEqual([]);
});
