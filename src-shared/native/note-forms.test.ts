import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemKey } from '../inbox/item-key.ts';
import { needsConfirmation } from '../protocol/flags.ts';
import { Notification } from '../protocol/notification.ts';
import { anyText } from '../testing/any-text.ts';
import { type Json, wireActions } from '../testing/builders.ts';
import { readAct } from './note-act.ts';
import { type FormLimits, formsFor } from './note-forms.ts';

const none: FormLimits = { actions: 0, choiceButtons: 0, scaleButtons: 0, hasReply: false, hasSelection: false };
const mac: FormLimits = { actions: 2, choiceButtons: 2, scaleButtons: 0, hasReply: true, hasSelection: false };
const windows: FormLimits = { actions: 5, choiceButtons: 5, scaleButtons: 5, hasReply: true, hasSelection: true };
const linux: FormLimits = { actions: 3, choiceButtons: 3, scaleButtons: 3, hasReply: false, hasSelection: false };
const linuxReply: FormLimits = { ...linux, hasReply: true };

function formsOf(actions: readonly Json[], limits: FormLimits, changes: Json = {}) {
  const notification = Notification.parse({ id: 'a', actions, ...changes });
  return formsFor({ key: 'local/a' as ItemKey, revision: 'r', round: 0, notification }, limits);
}

/** Everything that a person sees: buttons by their label, a field in brackets, a list in braces. */
function seen(actions: readonly Json[], limits: FormLimits, changes: Json = {}): string[] {
  const { buttons, reply, selection } = formsOf(actions, limits, changes);
  return [
    ...buttons.map(({ label }) => label),
    ...(reply ? [`[${reply.placeholder}]`] : []),
    ...(selection ? [`{${selection.label}: ${selection.options.map(({ label }) => label).join('/')}}`] : []),
  ];
}

const { simple, binary, choice, multi_choice, text, number, scale, datetime } = wireActions;
const options = (n: number) => Array.from({ length: n }, (_, at) => ({ value: `${at}`, label: `Option ${at}` }));
const choiceOf = (n: number) => ({ ...choice, options: options(n) });
const scaleOf = (max: number) => ({ ...scale, constraints: { min: 1, max, min_label: 'low' } });
const flagged = (action: Json) => ({ ...action, flags: ['destructive'] });

describe('the table of design.md 4, one action', () => {
  test.each<[string, Json, { [system: string]: string[] }]>([
    ['simple', simple, { mac: ['Ship it'], windows: ['Ship it'], linux: ['Ship it'], reply: ['Ship it'] }],
    [
      'binary',
      binary,
      Object.fromEntries(['mac', 'windows', 'linux', 'reply'].map((one) => [one, ['Yes, include logs', 'No logs']])),
    ],
    [
      'choice of 2',
      choiceOf(2),
      Object.fromEntries(['mac', 'windows', 'linux', 'reply'].map((one) => [one, ['Option 0', 'Option 1']])),
    ],
    [
      'choice of 3',
      choiceOf(3),
      {
        mac: [],
        windows: ['Option 0', 'Option 1', 'Option 2'],
        linux: ['Option 0', 'Option 1', 'Option 2'],
        reply: ['Option 0', 'Option 1', 'Option 2'],
      },
    ],
    [
      'choice of 6',
      choiceOf(6),
      {
        mac: [],
        windows: ['{Region: Option 0/Option 1/Option 2/Option 3/Option 4/Option 5}'],
        linux: [],
        reply: [],
      },
    ],
    ['text', text, { mac: ['[Hold back]'], windows: ['[Hold back]'], linux: ['Reply…'], reply: ['[Hold back]'] }],
    [
      'number',
      number,
      {
        mac: ['[Roll out: 5 to 50 in steps of 5]'],
        windows: ['[Roll out: 5 to 50 in steps of 5]'],
        linux: ['Reply…'],
        reply: ['[Roll out: 5 to 50 in steps of 5]'],
      },
    ],
    [
      'scale of 3',
      scaleOf(3),
      {
        mac: ['[Risk: 1 to 3]'],
        windows: ['1 (low)', '2', '3'],
        linux: ['1 (low)', '2', '3'],
        reply: ['1 (low)', '2', '3'],
      },
    ],
    [
      'scale of 5',
      scaleOf(5),
      {
        mac: ['[Risk: 1 to 5]'],
        windows: ['1 (low)', '2', '3', '4', '5'],
        linux: ['Reply…'],
        reply: ['[Risk: 1 to 5]'],
      },
    ],
    ['multi_choice', multi_choice, { mac: ['Reply…'], windows: ['Reply…'], linux: ['Reply…'], reply: ['Reply…'] }],
    ['datetime', datetime, { mac: ['Reply…'], windows: ['Reply…'], linux: ['Reply…'], reply: ['Reply…'] }],
    [
      'an unknown type',
      { id: 'x', label: 'Draw', response_type: 'drawing' },
      { mac: [], windows: [], linux: [], reply: [] },
    ],
  ])('%s', (_, action, wanted) => {
    const systems = { mac, windows, linux, reply: linuxReply };
    for (const [name, limits] of Object.entries(systems))
      expect([name, seen([action], limits)]).toEqual([name, wanted[name]]);
    expect(seen([action], none)).toEqual([]);
  });

  test.each(Object.entries(wireActions))('%s flagged: “Review…” in its place, everywhere', (_, action) => {
    for (const flag of ['destructive', 'irreversible', 'costly', 'requires_confirmation']) {
      for (const limits of [mac, windows, linux, linuxReply]) {
        expect(seen([{ ...action, flags: [flag] }], limits)).toEqual(['Review…']);
      }
    }
    expect(seen([flagged(action)], none)).toEqual([]);
  });
});

describe('several actions', () => {
  const simples = (n: number) => Array.from({ length: n }, (_, at) => ({ ...simple, id: `${at}`, label: `Do ${at}` }));

  test.each<[string, Json[], FormLimits, string[]]>([
    ['the first that fit', simples(7), windows, ['Do 0', 'Do 1', 'Do 2', 'Do 3', 'Do 4']],
    ['the first that fit', simples(7), linux, ['Do 0', 'Do 1', 'Do 2']],
    ['the first that fit', simples(7), mac, ['Do 0', 'Do 1']],
    ['simple and binary', [simple, binary], linux, ['Ship it', 'Yes, include logs', 'No logs']],
    ['no half of a binary', [simple, binary], mac, ['Ship it']],
    [
      'what does not fit leaves room for what does',
      [binary, choiceOf(3), simple],
      linux,
      ['Yes, include logs', 'No logs', 'Ship it'],
    ],
    ['a field and buttons', [simple, text], linuxReply, ['Ship it', '[Hold back]']],
    ['one field, the other in the composer', [text, number], linuxReply, ['Roll out…', '[Hold back]']],
    ['two for the composer are told apart', [text, datetime], linux, ['Hold back…', 'Later…']],
    ['one for the composer', [simple, text], linux, ['Ship it', 'Reply…']],
    [
      'a field and a list',
      [choiceOf(6), text],
      windows,
      ['[Hold back]', '{Region: Option 0/Option 1/Option 2/Option 3/Option 4/Option 5}'],
    ],
    ['in the sender’s order', [flagged({ ...simple, id: 'x' }), simple], linux, ['Review…', 'Ship it']],
    [
      'a flagged one takes no button away',
      [flagged({ ...simple, id: 'x' }), ...simples(3)],
      linux,
      ['Do 0', 'Do 1', 'Do 2'],
    ],
    [
      'one “Review…” for all that are flagged',
      [flagged({ ...simple, id: 'x' }), flagged({ ...text, id: 'y' }), simple],
      linux,
      ['Review…', 'Ship it'],
    ],
    ['an unknown one takes no room', [{ id: 'x', response_type: 'drawing' }, simple], linux, ['Ship it']],
  ])('%s', (_, actions, limits, wanted) => {
    expect(seen(actions, limits)).toEqual(wanted);
  });

  test('labels that say nothing by themselves, or the same twice, come with their question', () => {
    const yesNo = { ...binary, label: 'Include logs?', options: { true_label: 'Yes', false_label: 'No' } };
    expect(seen([yesNo], linux)).toEqual(['Yes', 'No']);
    expect(seen([simple, yesNo], linux)).toEqual(['Ship it', 'Include logs? Yes', 'Include logs? No']);
    expect(seen([simple, scaleOf(2)], linux)).toEqual(['Ship it', 'Risk: 1 (low)', 'Risk: 2']);
    const long = { ...yesNo, label: `Include ${'all '.repeat(30)}logs?` };
    for (const label of seen([simple, long], linux).slice(1))
      expect(label).toMatch(/^Include (?:all )+.*… (?:Yes|No)$/);
    const again = { ...choiceOf(1), options: [{ value: 's', label: 'Ship it' }] };
    expect(seen([simple, again], linux)).toEqual(['Ship it', 'Region: Ship it']);
  });

  test('the sender’s placeholder, alone as it is, beside others with its question', () => {
    const hinted = { ...text, constraints: { placeholder: 'Say why' } };
    expect(seen([hinted], linuxReply)).toEqual(['[Say why]']);
    expect(seen([simple, hinted], linuxReply)).toEqual(['Ship it', '[Hold back: Say why]']);
  });

  test('nothing for a version that is not understood, and nothing for no actions', () => {
    expect(seen([simple], windows, { version: '2.0' })).toEqual([]);
    expect(seen([], windows)).toEqual([]);
  });

  test('labels are cut, hidden characters written out', () => {
    const [label = ''] = seen([{ ...simple, label: `Pay\u202e ${'x'.repeat(100)}` }], linux);
    expect(label).toMatch(/^Pay⟨U\+202E⟩ x+…$/);
    expect([...label]).toHaveLength(60);
  });
});

describe('whatever is asked', () => {
  const types = Object.values(wireActions);
  const flags = fc.subarray(['destructive', 'affects_others', 'costly', 'experimental', 'time_sensitive', 'odd']);
  const anAction = fc.record({
    type: fc.nat(types.length),
    label: anyText(1, 80),
    flags,
    n: fc.integer({ min: 1, max: 8 }),
  });
  const actions = fc.array(anAction, { maxLength: 7 }).map((all) =>
    all.map(({ type, label, flags: set, n }, at): Json => {
      const base = types[type] ?? { response_type: 'drawing' };
      const own = base.response_type === 'choice' ? { options: options(n) } : {};
      return { ...base, ...own, id: `action ${at}`, label, flags: set };
    }),
  );
  const limits = fc.record({
    actions: fc.nat(5),
    choiceButtons: fc.nat(5),
    scaleButtons: fc.nat(5),
    hasReply: fc.boolean(),
    hasSelection: fc.boolean(),
  });

  test('never more than the system can show, never an answer of a flagged action, never one button twice', () => {
    fc.assert(
      fc.property(actions, limits, (all, limit) => {
        const { buttons, reply, selection } = formsOf(all, limit);
        const ids = [...buttons.map(({ id }) => id), reply?.id, selection?.id].filter((id) => id !== undefined);
        expect(ids.length).toBeLessThanOrEqual(limit.actions);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) {
          const act = readAct(id);
          expect(act).toBeDefined();
          if (act?.do !== 'answer' && act?.do !== 'reply' && act?.do !== 'select' && act?.do !== 'compose') continue;
          const action = all.find((one) => one.id === act.actionId);
          expect(needsConfirmation((action?.flags ?? []) as string[])).toBe(false);
        }
      }),
    );
  });

  test('a flagged action takes nothing away from the others', () => {
    fc.assert(
      fc.property(actions, limits, fc.nat(), (all, limit, at) => {
        const unflagged = all.filter((one) => !needsConfirmation(one.flags as string[]));
        const extra = { ...simple, id: 'extra', label: 'Extra', flags: ['destructive'] };
        const place = at % (unflagged.length + 1);
        const both = unflagged.toSpliced(place, 0, extra);
        const before = formsOf([...unflagged, { ...extra, response_type: 'drawing' }], limit);
        const after = formsOf(both, limit);
        expect(after.buttons.filter(({ label }) => label !== 'Review…').map(({ id }) => id)).toEqual(
          before.buttons.map(({ id }) => id),
        );
        expect(after.reply?.id).toBe(before.reply?.id);
        expect(after.selection?.id).toBe(before.selection?.id);
      }),
    );
  });
});
