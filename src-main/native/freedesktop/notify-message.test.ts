import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aNote } from '#main/testing/a-note';
import type { Note } from '#shared/native/native-note';
import { readActionKey, writeActionKey } from './action-key.ts';
import { notifyArguments } from './notify-message.ts';
import type { BusVariant } from './session-bus.ts';

const nonce = 'our-nonce';

function aMessage(note: Note, capabilities: string[], replaces = 0) {
  const context = { capabilities: new Set(capabilities), nonce, replaces, icon: 'file:///icon.png' };
  const [app, replacesId, icon, summary, body, actions, hints, timeout] = notifyArguments(note, context);
  const typed = Object.entries(hints as Record<string, BusVariant>);
  const plain = Object.fromEntries(typed.map(([name, { signature, value }]) => [name, `${signature} ${value}`]));
  return { app, replacesId, icon, summary, body, actions: actions as string[], hints: plain, timeout };
}

test('a note for a service that can do the usual', () => {
  const { actions, ...rest } = aMessage(aNote({ urgency: 'critical' }), ['actions', 'body', 'body-markup', 'sound'], 7);
  expect(rest).toEqual({
    app: 'Triage Inbox',
    replacesId: 7,
    icon: 'file:///icon.png',
    summary: 'Deploy build 118?',
    body: 'Release Bot · web',
    hints: {
      urgency: 'y 2',
      category: 's im.received',
      'desktop-entry': 's triage-inbox',
      'sound-name': 's message-new-instant',
    },
    timeout: -1,
  });
  expect(actions.filter((_, index) => index % 2 === 1)).toEqual(['Open', 'Ship it', 'Hold']);
  expect(actions[0]).toBe('default');
  expect(readActionKey(nonce, actions[2] ?? '')).toEqual({ tag: 'local/a', button: 'ship' });
});

test('sound on first arrival only, resident and transient while sending only', () => {
  const { hints } = aMessage(aNote({ isSilent: true, isSending: true }), ['actions', 'sound']);
  expect(hints).toEqual({
    urgency: 'y 1',
    category: 's im.received',
    'desktop-entry': 's triage-inbox',
    'suppress-sound': 'b true',
    resident: 'b true',
    transient: 'b true',
  });
});

test('a reply field only where the service has one', () => {
  const note = aNote({ buttons: [], reply: { id: 'why', placeholder: 'Your reason', sendLabel: 'Send it' } });
  const able = aMessage(note, ['actions', 'inline-reply']);
  expect(able.actions).toEqual(['default', 'Open', 'inline-reply', 'Reply…']);
  expect(able.hints['x-kde-reply-placeholder-text']).toBe('s Your reason');
  expect(able.hints['x-kde-reply-submit-button-text']).toBe('s Send it');
  const unable = aMessage(note, ['actions']);
  expect(unable.actions).toEqual(['default', 'Open']);
  expect(Object.keys(unable.hints).filter((name) => name.startsWith('x-kde'))).toEqual([]);
});

test('the body is escaped where markup is parsed, and only there; a service without body gets one line', () => {
  const note = aNote({ title: 'a < b & c', body: '<b>x</b> & y' });
  const texts = (capabilities: string[]) => {
    const { summary, body } = aMessage(note, capabilities);
    return [summary, body];
  };
  expect(texts(['body', 'body-markup'])).toEqual(['a < b & c', '&lt;b&gt;x&lt;/b&gt; &amp; y']);
  expect(texts(['body'])).toEqual(['a < b & c', '<b>x</b> & y']);
  expect(texts([])).toEqual(['a < b & c: <b>x</b> & y', '']);
});

test('a zero character, for which the bus would cut us off, never leaves', () => {
  const zero = 'a\0b';
  const reply = { id: 'r', placeholder: zero, sendLabel: zero };
  const note = aNote({ title: zero, body: zero, buttons: [{ id: zero, label: zero }], reply });
  expect(JSON.stringify(aMessage(note, ['actions', 'body', 'inline-reply']))).not.toContain('\\u0000');
});

test('every button comes back as it went, and nobody else’s does', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (tag, button, other) => {
      const key = writeActionKey(nonce, { tag, button });
      expect(key).toMatch(/^[\w.-]+$/);
      expect(readActionKey(nonce, key)).toEqual({ tag, button });
      expect(readActionKey(`${nonce}x`, key)).toBeUndefined();
      expect(readActionKey(nonce, other)).toBeUndefined();
    }),
  );
});
