import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ShownNotes } from '#main/native/shown-notes';
import { aNote } from '#main/testing/a-note';
import { FakeClock } from '#main/testing/fake-clock';
import { KeptLog } from '#main/testing/kept-log';
import { ScriptedNote, scriptedApi } from '#main/testing/scripted-notifications';
import { settled } from '#main/testing/test-engine';
import type { NoteEvent } from '#shared/native/native-note';
import { MacNotifier } from './macos-notifier.ts';

function aMac(about: Parameters<typeof scriptedApi>[0] = {}, dataFolder = mkdtempSync(join(tmpdir(), 'triage-mac-'))) {
  const system = scriptedApi(about);
  const shown = new ShownNotes({ dataFolder, clock: new FakeClock(), log: new KeptLog() });
  const notifier = new MacNotifier(system.api, shown);
  const events: NoteEvent[] = [];
  notifier.onEvent((event) => events.push(event));
  return { ...system, notifier, events, dataFolder };
}

const tag = 'local/a';

test('a note becomes a notification with its buttons and its reply field', () => {
  const { notifier, made } = aMac();
  notifier.show(aNote({ isSilent: true, reply: { id: 'why', placeholder: 'Your reason', sendLabel: 'Send' } }));
  expect(made.map((one) => ({ ...one.options, id: '' }))).toEqual([
    {
      id: '',
      title: 'Deploy build 118?',
      body: 'Release Bot · web',
      silent: true,
      actions: [
        { type: 'button', text: 'Ship it' },
        { type: 'button', text: 'Hold' },
      ],
      hasReply: true,
      replyPlaceholder: 'Your reason',
    },
  ]);
  expect(made[0]?.isShown).toBe(true);
});

test('click: the person wants to see it', () => {
  const { notifier, made, events } = aMac();
  notifier.show(aNote());
  made[0]?.emit('click', {});
  expect(events).toEqual([{ type: 'activated', tag, activation: { kind: 'open' } }]);
});

test.each([
  ['details', [{ actionIndex: 1 }, 1, -1]],
  ['a plain index, in older runtimes', [{}, 1]],
])('action: the button by %s', (_how, args) => {
  const { notifier, made, events } = aMac();
  notifier.show(aNote());
  made[0]?.emit('action', ...args);
  expect(events).toEqual([{ type: 'activated', tag, activation: { kind: 'button', id: 'hold' } }]);
});

test('an action that is none of ours is nothing', () => {
  const { notifier, made, events } = aMac();
  notifier.show(aNote());
  for (const index of [2, -1, 0.5, 'x']) made[0]?.emit('action', { actionIndex: index }, index);
  expect(events).toEqual([]);
});

test.each([
  ['details', [{ reply: 'Too risky' }, 'Too risky']],
  ['plain text, in older runtimes', [{}, 'Too risky']],
])('reply: what was typed, by %s', (_how, args) => {
  const { notifier, made, events } = aMac();
  notifier.show(aNote({ reply: { id: 'why', placeholder: '', sendLabel: 'Send' } }));
  made[0]?.emit('reply', ...args);
  expect(events).toEqual([{ type: 'activated', tag, activation: { kind: 'reply', id: 'why', text: 'Too risky' } }]);
});

test.each([
  [{ reason: 'userCanceled' }, 'dismissed'],
  [{ reason: 'timedOut' }, 'timed-out'],
  [{ reason: 'applicationHidden' }, 'withdrawn'],
  [{}, 'unknown'],
  [undefined, 'unknown'],
])('close with %j is "%s" and never an answer', (details, because) => {
  const { notifier, made, events } = aMac();
  notifier.show(aNote());
  made[0]?.emit('close', details);
  expect(events).toEqual([{ type: 'closed', tag, because }]);
});

test('failed: it is said with the reason, and nothing is left to take away', () => {
  const { notifier, made, events } = aMac();
  notifier.show(aNote());
  made[0]?.emit('failed', {}, 'Notifications are not allowed for this application');
  expect(events).toEqual([{ type: 'failed', tag, why: 'Notifications are not allowed for this application' }]);
  notifier.withdraw(tag);
  expect(made[0]?.isClosed).toBe(false);
});

test('a system without notifications fails them, after `show` has returned', async () => {
  const { notifier, made, events } = aMac({ isSupported: false });
  expect(notifier.capabilities().isAbsent).toBe(true);
  notifier.show(aNote());
  expect(events).toEqual([]);
  await settled();
  expect(events.map((one) => one.type)).toEqual(['failed']);
  expect(made).toEqual([]);
});

test('the same tag replaces: one is on screen, and what the old one says no longer closes it', () => {
  const { notifier, made, visible, events } = aMac();
  notifier.show(aNote({ title: 'First' }));
  notifier.show(aNote({ title: 'Second' }));
  expect(visible().map((one) => one.options.title)).toEqual(['Second']);
  made[0]?.emit('close', { reason: 'userCanceled' });
  expect(events).toEqual([]);
  notifier.withdraw(tag);
  expect(visible()).toEqual([]);
});

test('after a restart the notifications of the last run are still answered and taken away', async () => {
  const before = aMac();
  before.notifier.show(aNote());
  before.notifier.stop();
  const left = new ScriptedNote({ id: before.made[0]?.id ?? '' });
  const { notifier, events } = aMac({ history: [left, new ScriptedNote({ id: 'not ours' })] }, before.dataFolder);
  await settled();
  left.emit('action', { actionIndex: 0 }, 0);
  expect(events).toEqual([{ type: 'activated', tag, activation: { kind: 'button', id: 'ship' } }]);
  notifier.withdraw(tag);
  expect(left.isClosed).toBe(true);
});

test('one of the last run that the history does not give back is removed by its id', () => {
  const before = aMac();
  before.notifier.show(aNote());
  before.notifier.stop();
  const { notifier, removed } = aMac({}, before.dataFolder);
  notifier.withdraw(tag);
  expect(removed).toEqual([before.made[0]?.id]);
});

test('older runtimes have no history and no removal, and nothing breaks', async () => {
  const { notifier, visible } = aMac({ isNew: false });
  await settled();
  notifier.withdraw(tag);
  notifier.show(aNote());
  expect(visible()).toHaveLength(1);
  expect(notifier.capabilities()).toMatchObject({ actions: 2, choiceButtons: 2, scaleButtons: 0, hasReply: true });
});

test('after stop nothing is heard', () => {
  const { notifier, made, events } = aMac();
  notifier.show(aNote());
  notifier.stop();
  made[0]?.emit('click', {});
  expect(events).toEqual([]);
});
