import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aWireNotification, type Json, wireActions } from '../testing/builders.ts';
import { responseTypes } from './action.ts';
import { isReadableVersion, Notification, OfferedAction } from './notification.ts';

const read = (changes: Json) => Notification.parse(aWireNotification(changes));
const offered = (action: Json) => OfferedAction.parse(action);

describe('an action as a client offers it', () => {
  it.each(responseTypes)('%s can be answered', (type) => {
    expect(offered(wireActions[type]).response_type).toBe(type);
  });

  it.each(['form', 'json', 'file', 'hologram', ''])('"%s" is shown as not answerable here (11.9, 19)', (type) => {
    const action = offered({ id: 'x', label: 'Do', response_type: type, flags: ['costly', 'sparkly'] });
    expect(action).toEqual({
      id: 'x',
      label: 'Do',
      flags: ['costly', 'sparkly'],
      response_type: 'unanswerable',
      sent_as: type,
      because: 'unknown-type',
    });
  });

  it('one that contradicts itself is shown as malformed, its flags kept', () => {
    const action = offered({ ...wireActions.choice, options: [], flags: ['destructive'] });
    expect(action).toMatchObject({
      response_type: 'unanswerable',
      because: 'malformed',
      sent_as: 'choice',
      flags: ['destructive'],
    });
  });

  it.each([undefined, null, {}, { true_label: null, false_label: '' }])(
    'binary without labels (%o) says Yes and No (11.2)',
    (options) => {
      expect(offered({ ...wireActions.binary, options })).toMatchObject({
        response_type: 'binary',
        options: { true_label: 'Yes', false_label: 'No' },
      });
    },
  );

  it('DATETIME in capitals is a datetime (11.8)', () => {
    expect(offered({ ...wireActions.datetime, response_type: 'DATETIME' }).response_type).toBe('datetime');
  });

  it.each<[Json | undefined, string]>([
    [undefined, 'choice'],
    [{}, 'choice'],
    [{ multiple: false }, 'choice'],
    [{ max_selections: 1 }, 'choice'],
    [{ max_selections: null, min_selections: null }, 'choice'],
    [{ multiple: true }, 'multi_choice'],
    [{ max_selections: 3 }, 'multi_choice'],
    [{ min_selections: 2 }, 'multi_choice'],
  ])('select with constraints %o is a %s (section 19)', (constraints, type) => {
    expect(offered({ ...wireActions.choice, response_type: 'select', constraints }).response_type).toBe(type);
  });

  it('without a label it carries its id', () => {
    expect(offered({ id: 'x', response_type: 'simple' })).toMatchObject({ label: 'x', response_type: 'unanswerable' });
  });

  it('is never dropped while it has an id, whatever else is in it', () => {
    const anything = fc.dictionary(
      fc.constantFrom('label', 'flags', 'response_type', 'options', 'constraints', 'extra'),
      fc.oneof(fc.jsonValue(), fc.constantFrom(...responseTypes, 'select', 'DATETIME')),
    );
    fc.assert(
      fc.property(anything, fc.string({ minLength: 1, maxLength: 400, size: 'max' }), (rest, id) => {
        const { actions } = read({ actions: [{ ...rest, id }] });
        expect(actions.map((action) => action.id)).toEqual([id]);
      }),
      { numRuns: 500 },
    );
  });

  it('two with the same id cannot be told apart, so neither can be answered', () => {
    const { actions } = read({
      actions: [
        { id: 'same', label: 'Keep', response_type: 'simple' },
        { id: 'other', label: 'Wait', response_type: 'simple' },
        { id: 'same', label: 'Delete', response_type: 'simple', flags: ['destructive'] },
      ],
    });
    expect(actions.map((action) => action.response_type)).toEqual(['unanswerable', 'simple', 'unanswerable']);
    expect(actions[2]).toMatchObject({
      label: 'Delete',
      because: 'malformed',
      sent_as: 'simple',
      flags: ['destructive'],
    });
  });
});

describe('a notification as a client reads it from any server (section 10)', () => {
  it('a complete one comes through unharmed', () => {
    const wire = aWireNotification();
    expect(read({})).toMatchObject({
      id: wire.id,
      version: '1.0',
      timestamp: wire.timestamp,
      deadline: wire.deadline,
      service: wire.service,
      context: wire.context,
      status: 'delivered',
    });
    expect(read({}).actions).toHaveLength(responseTypes.length);
  });

  it('needs nothing but an id', () => {
    expect(Notification.parse({ id: 'foreign-42' })).toMatchObject({
      id: 'foreign-42',
      version: '1.0',
      context: { title: '', description: '', metadata: {}, attachments: [] },
      actions: [],
      status: 'created',
    });
    expect(Notification.safeParse({ id: '' }).success).toBe(false);
  });

  it('missing and null are equal for optional fields (section 4)', () => {
    const full = aWireNotification();
    const without = { ...full, deadline: undefined, context: { title: 'T', description: 'D' } };
    const nulls = {
      ...full,
      deadline: null,
      response: null,
      context: { title: 'T', description: 'D', project: null, metadata: null, attachments: null },
    };
    expect(Notification.parse(nulls)).toEqual(Notification.parse(without));
  });

  it.each([
    ['context', null],
    ['context', []],
    ['service', 'bot'],
    ['actions', {}],
    ['deadline', 5],
    ['status', 7],
  ])('an odd %s (%o) hides nothing else', (field, value) => {
    const whole = read({});
    const odd = read({ [field as string]: value });
    const others = Object.keys(whole).filter((name) => name !== field) as (keyof typeof whole)[];
    for (const name of others) expect(odd[name]).toEqual(whole[name]);
  });

  it('one odd attachment does not hide the others, and keeps its place', () => {
    const good = { type: 'text/plain', data: 'aGk=' };
    const { attachments } = read({
      context: { title: 'T', description: '', attachments: [null, good, 'x', { uri: 5 }] },
    }).context;
    expect(attachments).toHaveLength(4);
    expect(attachments[1]).toMatchObject(good);
    expect(attachments[0]).toMatchObject({ type: 'application/octet-stream' });
  });

  it.each([
    ['pending', 'invalidated'],
    ['archived', 'invalidated'],
  ])('the unknown state %s is closed until the server says otherwise (20.14)', (sent, status) => {
    expect(read({ status: sent }).status).toBe(status);
  });

  it('tolerates fields of a later minor version', () => {
    expect(read({ version: '1.7', colour: 'red', actions: [{ ...wireActions.simple, mood: 1 }] }).actions).toHaveLength(
      1,
    );
  });

  it('reads any JSON without throwing, and a prototype cannot be smuggled in', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(typeof Notification.safeParse(value).success).toBe('boolean');
      }),
    );
    const metadata: unknown = JSON.parse('{"__proto__": {"admin": true}, "a": 1}');
    const context = read({ context: { title: 'T', description: '', metadata } }).context;
    expect((context.metadata as { admin?: boolean }).admin).toBeUndefined();
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('a valid one in which anything was replaced by anything still shows the question', () => {
    const whole = aWireNotification();
    const paths = pathsOf(whole).filter((path) => path[0] !== 'id');
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, junk) => {
        const mutated = structuredClone(whole);
        replaceAt(mutated, path, junk);
        const result = Notification.safeParse(mutated);
        expect(result.success).toBe(true);
        if (path[0] !== 'context') expect(result.data?.context.title).toBe('Ship build 118?');
        if (path[0] !== 'actions') expect(result.data?.actions).toHaveLength(responseTypes.length);
        if (path[0] === 'actions' && path.length > 2 && path[2] !== 'id') {
          expect(result.data?.actions).toHaveLength(responseTypes.length);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('versions (section 17)', () => {
  it('any 1.x is understood, other majors are read-only', () => {
    expect(['1', '1.0', '1.99'].every(isReadableVersion)).toBe(true);
    expect(['2.0', '0.9', '10.0', '', 'v1'].some(isReadableVersion)).toBe(false);
  });

  it('a version that came as a number is not taken for 1.0', () => {
    expect(isReadableVersion(read({ version: 2 }).version)).toBe(false);
    expect(isReadableVersion(read({ version: 1 }).version)).toBe(true);
  });
});

type Path = (string | number)[];

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const below = Object.entries(value).flatMap(([name, one]) => pathsOf(one, [...at, name]));
  return at.length === 0 ? below : [at, ...below];
}

function replaceAt(target: unknown, path: Path, value: unknown): void {
  const parent = path.slice(0, -1).reduce<unknown>((at, name) => (at as Json)[name], target) as Json;
  parent[path.at(-1) as string] = value;
}
