import { describe, expect, test } from 'vitest';
import type { ItemKey } from '../inbox/item-key.ts';
import { Notification } from '../protocol/notification.ts';
import { wireActions } from '../testing/builders.ts';
import { askingNote, type NoteSource, sendingNote, summaryNote } from './note-words.ts';
import { escapeMarkup, excerpt } from './plain.ts';
import { saidOfAnswer, saidOfRefusal } from './said-words.ts';

const now = 1_000_000;
const key = 'local/a' as ItemKey;
const capabilities = {
  isAbsent: false,
  isInhibited: false,
  actions: 3,
  choiceButtons: 3,
  scaleButtons: 3,
  hasReply: false,
  hasSelection: false,
};

function aSource(row: Partial<NoteSource['row']> = {}, description = '', showsContent = true): NoteSource {
  const notification = Notification.parse({ id: 'a', context: { description }, actions: [wireActions.simple] });
  const base = {
    key,
    title: 'Ship build 118?',
    serviceName: 'Release Bot',
    project: 'storefront',
    deadline: undefined,
  };
  return {
    row: { ...base, flags: [], ...row },
    asked: { key, revision: 'r', round: 0, notification },
    capabilities,
    showsContent,
    now,
  };
}

describe('a question', () => {
  test('what is asked, by whom, and the beginning of the description', () => {
    const source = aSource({}, '# All green\n\n**214** checks, see [the list](https://ci.example/1).\n- one\n- two');
    expect(askingNote(source, { kind: 'asked', sound: true })).toMatchObject({
      tag: key,
      title: 'Ship build 118?',
      body: 'Release Bot · storefront\nAll green 214 checks, see the list. one two',
      urgency: 'normal',
      isSilent: false,
      isSending: false,
      buttons: [{ label: 'Ship it' }],
    });
  });

  test.each([
    [{ flags: ['time_sensitive'] }, 'critical'],
    [{ deadline: now + 300_000 }, 'critical'],
    [{ deadline: now + 300_001 }, 'normal'],
  ])('urgency of %j is %s', (row, urgency) => {
    expect(askingNote(aSource(row), { kind: 'asked', sound: true }).urgency).toBe(urgency);
  });

  test('only the first time there is a sound, and only if it is wanted', () => {
    const silent = (occasion: Parameters<typeof askingNote>[1]) => askingNote(aSource(), occasion).isSilent;
    expect(silent({ kind: 'asked', sound: true })).toBe(false);
    expect(silent({ kind: 'asked', sound: false })).toBe(true);
    expect(silent({ kind: 'asked-again' })).toBe(true);
    expect(silent({ kind: 'reminder' })).toBe(true);
  });

  test('a reminder says what is left, and is critical', () => {
    const note = askingNote(aSource({ deadline: now + 600_000 }), { kind: 'reminder' });
    expect(note).toMatchObject({ urgency: 'critical', body: 'Reminder: 10 min left\nRelease Bot · storefront' });
  });

  test('hidden content says only that something waits, and what a button says reveals nothing', () => {
    const said = [
      askingNote(aSource({}, 'All green', false), { kind: 'asked', sound: true }),
      askingNote(aSource({ deadline: now + 600_000 }, 'All green', false), { kind: 'reminder' }),
      summaryNote([{ title: 'Ship build 118?' }], 4, { showsContent: false, isSilent: false }),
    ];
    const words = said.flatMap(({ title, body, buttons }) => [title, body, ...buttons.map(({ label }) => label)]);
    expect(words.join(' ')).not.toMatch(/Ship|Release|storefront|green|4/);
    expect(words).toContain('Open');
  });

  test('hidden characters are written out, lines are joined, long titles are cut', () => {
    const { title } = askingNote(aSource({ title: `pay\u202eevil\n${'x'.repeat(300)}` }), { kind: 'asked-again' });
    expect(title).toMatch(/^pay⟨U\+202E⟩evil x+…$/);
    expect([...title]).toHaveLength(120);
  });
});

test('while it can be taken back, its note says when it goes, and stays', () => {
  const answer = { words: 'Ship it', savedAt: 5, seconds: 5 };
  expect(sendingNote(aSource(), answer)).toMatchObject({
    tag: key,
    body: '“Ship it”\nWill be sent in 5 s.',
    isSending: true,
    buttons: [{ label: 'Undo' }],
  });
  expect(sendingNote({ ...aSource(), capabilities: { ...capabilities, actions: 0 } }, answer).buttons).toEqual([]);
  expect(sendingNote(aSource({}, '', false), answer)).toMatchObject({
    title: 'Triage Inbox',
    body: 'Will be sent in 5 s.',
  });
});

test('a summary counts and names the first', () => {
  const row = { title: 'Ship\u202e?' };
  const shown = { showsContent: true, isSilent: true };
  expect(summaryNote([row], 1, shown).title).toBe('One more question waits for you');
  expect(summaryNote([row, row], 7, shown)).toMatchObject({
    tag: 'summary',
    title: '7 more questions wait for you',
    body: 'Ship⟨U+202E⟩?\nShip⟨U+202E⟩?',
    isSilent: true,
  });
});

test('an excerpt holds nothing that could be taken for markup, and loses nothing', () => {
  expect(excerpt('Ship <b>118</b> & go? <img src="http://x"/> 1 < 2', 200)).toBe(
    'Ship ‹b›118‹/b› & go? ‹img src="http://x"/› 1 < 2',
  );
});

test('an excerpt is short work, whatever is in it', () => {
  const hostile = [
    '['.repeat(300_000),
    '![](('.repeat(60_000),
    '`'.repeat(300_000),
    '#'.repeat(300_000),
    '<a'.repeat(150_000),
  ];
  const startedAt = performance.now();
  for (const text of hostile) expect([...excerpt(text, 240)].length).toBeLessThanOrEqual(240);
  expect(performance.now() - startedAt).toBeLessThan(500);
});

test('markup is escaped', () => {
  expect(escapeMarkup('<b>R&D</b> <a href="x">')).toBe('&lt;b&gt;R&amp;D&lt;/b&gt; &lt;a href="x"&gt;');
});

describe('what became of an answer', () => {
  const base = { actionId: 'a' as never, words: 'Ship it', data: null, savedAt: 1 };
  const user = { id: 'user_42' as never, type: 'human' as const };

  test.each(['held', 'sending', 'accepted', 'delivered'] as const)('%s: plain success is silent', (state) => {
    expect(saidOfAnswer({ ...base, state, sendAt: 2, acceptedAt: 2 }, undefined)).toBeUndefined();
  });

  test('waiting is said once there was a reason to wait', () => {
    const waiting = { ...base, state: 'waiting', waitsFor: 'connection', because: undefined, retryAt: 2 } as const;
    expect(saidOfAnswer(waiting, undefined)).toBeUndefined();
    const titleOf = (change: object) => saidOfAnswer({ ...waiting, ...change }, undefined)?.title;
    expect(titleOf({ because: 'The network is down.' })).toBe('Saved, will be sent when online');
    expect(titleOf({ waitsFor: 'token' })).toBe('Saved, waiting for the account’s token');
    expect(titleOf({ waitsFor: 'resume' })).toBe('Saved, will be sent when its account is resumed');
  });

  test.each([
    ['too-late', 'Too late'],
    ['withdrawn', 'Withdrawn'],
    ['already-answered', 'Already answered by user_42'],
    ['confirm-again', 'Please confirm once more'],
    ['refused', 'The server refused the answer'],
  ] as const)('returned, %s', (because, title) => {
    const answer = {
      ...base,
      state: 'returned',
      because,
      message: 'No.',
      code: undefined,
      requestId: undefined,
    } as const;
    const ending = { how: 'answered', at: 1, byMe: false, responder: user, words: undefined } as const;
    const said = saidOfAnswer(answer, ending);
    expect(said?.title).toBe(title);
    expect(said?.body).toContain('“Ship it” was not sent.');
  });

  test('a press that sends nothing says why', () => {
    const closed = { code: 'item/closed', message: 'The deadline has passed.' } as const;
    expect(saidOfRefusal(closed, { ending: undefined })).toEqual({
      title: 'Too late',
      body: 'The deadline has passed. Nothing was sent.',
    });
    const mine = { how: 'answered', at: 1, byMe: true, responder: undefined, words: undefined } as const;
    expect(saidOfRefusal(closed, { ending: mine }).title).toBe('Already answered by you');
  });
});
