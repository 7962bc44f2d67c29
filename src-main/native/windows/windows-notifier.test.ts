import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ShownNotes } from '#main/native/shown-notes';
import { aNote } from '#main/testing/a-note';
import { FakeClock } from '#main/testing/fake-clock';
import { KeptLog } from '#main/testing/kept-log';
import { scriptedApi } from '#main/testing/scripted-notifications';
import { settled } from '#main/testing/test-engine';
import type { Note, NoteEvent } from '#shared/native/native-note';
import { type WindowsApi, WindowsNotifier } from './windows-notifier.ts';

function aWindows(dataFolder = mkdtempSync(join(tmpdir(), 'triage-win-')), isSupported = true) {
  const system = scriptedApi({ isSupported });
  const shown = new ShownNotes({ dataFolder, clock: new FakeClock(), log: new KeptLog() });
  const notifier = new WindowsNotifier(system.api as unknown as WindowsApi, shown);
  const events: NoteEvent[] = [];
  const listen = () => notifier.onEvent((event) => events.push(event));
  const show = (note: Note) => {
    notifier.show(note);
    return argumentsIn(system.made.at(-1)?.options.toastXml ?? '');
  };
  return { ...system, notifier, events, listen, show, dataFolder };
}

/** What Windows would hand back, by the label of the button; '' is the toast itself. */
function argumentsIn(xml: string): Record<string, string> {
  const plain = (text = '') => text.replaceAll('&amp;', '&');
  const buttons = [...xml.matchAll(/<action content="([^"]*)" arguments="([^"]*)"/g)];
  const launch = /<toast launch="([^"]*)"/.exec(xml)?.[1];
  return { '': plain(launch), ...Object.fromEntries(buttons.map(([, label, args]) => [label, plain(args)])) };
}

const tag = 'local/a';
const selection = {
  id: 'where',
  label: 'Where to?',
  options: [
    { id: 'eu', label: 'Europe' },
    { id: 'us"&<', label: 'America' },
  ],
  sendLabel: 'Choose',
};

test('a click on the toast opens', () => {
  const { show, listen, activate, events } = aWindows();
  listen();
  const toast = show(aNote());
  activate({ type: 'click', arguments: toast[''] });
  expect(events).toEqual([{ type: 'activated', tag, activation: { kind: 'open' } }]);
});

test('a button says which one it is by itself', () => {
  const { show, listen, activate, events } = aWindows();
  listen();
  const toast = show(aNote());
  activate({ type: 'action', arguments: toast.Hold, actionIndex: 0, userInputs: {} });
  expect(events).toEqual([{ type: 'activated', tag, activation: { kind: 'button', id: 'hold' } }]);
});

test.each([
  ['the inputs', { userInputs: { reply: 'Too risky' } }],
  ['the reply of the details', { reply: 'Too risky' }],
])('a reply brings what was typed, by %s', (_how, more) => {
  const { show, listen, activate, events } = aWindows();
  listen();
  const toast = show(aNote({ reply: { id: 'why', placeholder: 'Reason', sendLabel: 'Send' } }));
  activate({ type: 'reply', arguments: toast.Send, ...more });
  expect(events).toEqual([{ type: 'activated', tag, activation: { kind: 'reply', id: 'why', text: 'Too risky' } }]);
});

test('a selection brings the id of its option; with nothing chosen the item is opened', () => {
  const { show, listen, activate, events, made } = aWindows();
  listen();
  const toast = show(aNote({ buttons: [], selection }));
  const option = /<selection id="([^"]*)" content="America"/.exec(made[0]?.options.toastXml ?? '')?.[1] ?? '';
  activate({ type: 'selection', arguments: toast.Choose, userInputs: { selection: option } });
  activate({ type: 'selection', arguments: toast.Choose, userInputs: {} });
  expect(events).toEqual([
    { type: 'activated', tag, activation: { kind: 'selection', id: 'where', option: 'us"&<' } },
    { type: 'activated', tag, activation: { kind: 'open' } },
  ]);
});

test('the press that started the app is heard by the first listener, and understood without the old object', async () => {
  const before = aWindows();
  const toast = before.show(aNote());
  before.notifier.stop();
  const { activate, listen, events } = aWindows(before.dataFolder);
  activate({ type: 'action', arguments: toast['Ship it'] });
  listen();
  expect(events).toEqual([]);
  await settled();
  expect(events).toEqual([{ type: 'activated', tag, activation: { kind: 'button', id: 'ship' } }]);
});

test('what another installation, or nobody, wrote is ignored', () => {
  const { show, listen, activate, events } = aWindows();
  const foreign = aWindows().show(aNote());
  listen();
  const own = show(aNote());
  activate({ type: 'action', arguments: foreign.Hold });
  activate({ type: 'action', arguments: own.Hold?.replace(/&part=.*/, '') });
  for (const odd of [undefined, {}, { arguments: 7 }, { arguments: '' }, { arguments: 'type=action&action=0&tag=9' }]) {
    activate(odd);
  }
  expect(events).toEqual([]);
});

test('the events of the objects do not say it a second time', () => {
  const { show, listen, made, events } = aWindows();
  listen();
  show(aNote());
  made[0]?.emit('click', {});
  made[0]?.emit('action', { actionIndex: 0, selectionIndex: -1 }, 0, -1);
  made[0]?.emit('reply', { reply: 'x' }, 'x');
  expect(events).toEqual([]);
});

test.each([
  ['userCanceled', 'dismissed'],
  ['timedOut', 'timed-out'],
  ['applicationHidden', 'withdrawn'],
])('close by %s is "%s" and never an answer', (reason, because) => {
  const { show, listen, made, events } = aWindows();
  listen();
  show(aNote());
  made[0]?.emit('close', { reason });
  expect(events).toEqual([{ type: 'closed', tag, because }]);
});

test('a toast that timed out is still in the list and can be taken away', () => {
  const { notifier, show, made } = aWindows();
  show(aNote());
  made[0]?.emit('close', { reason: 'timedOut' });
  notifier.withdraw(tag);
  expect(made[0]?.isClosed).toBe(true);
});

test('failed: it is said with the reason', () => {
  const { show, listen, made, events } = aWindows();
  listen();
  show(aNote());
  made[0]?.emit('failed', {}, 'Settings prevent the notification from being delivered.');
  expect(events).toEqual([{ type: 'failed', tag, why: 'Settings prevent the notification from being delivered.' }]);
});

test('what it can do', () => {
  expect(aWindows().notifier.capabilities()).toEqual({
    isAbsent: false,
    actions: 5,
    choiceButtons: 5,
    scaleButtons: 5,
    hasReply: true,
    hasSelection: true,
    isInhibited: false,
  });
  expect(aWindows(undefined, false).notifier.capabilities().isAbsent).toBe(true);
});
