import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSendBody, type Json, sentAt, wireActions } from '../testing/builders.ts';
import { errorStatus } from './error.ts';
import { Notification } from './notification.ts';
import { parseSend } from './send.ts';

const sender = 'release-bot';
const send = (body: unknown) => parseSend(body, sender, sentAt);

/** The code and the path of the fault, or `accepted`. */
function verdict(body: unknown): string {
  const result = send(body);
  return result.ok ? 'accepted' : `${result.error.code} ${String(result.error.details?.path ?? '')}`.trim();
}

/** The draft of a body that must be accepted. */
function draft(body: unknown) {
  const result = send(body);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

const context = (changes: Json): Json => ({ ...(aSendBody().context as Json), ...changes });
const actions = (...list: unknown[]): Json => ({ actions: list });

describe('what a service may send (section 10)', () => {
  it('one action of every response type', () => {
    expect(verdict(aSendBody())).toBe('accepted');
  });

  it('the least: context with title and description, and one action', () => {
    const body = { context: { title: 'T', description: '' }, actions: [wireActions.simple] };
    expect(draft(body)).toEqual({
      id: undefined,
      deadline: undefined,
      project: undefined,
      wire: { version: '1.0', ...body },
    });
  });

  it('service with its own id and status created (20.6)', () => {
    expect(verdict(aSendBody({ service: { id: sender, name: 'Bot' }, status: 'created' }))).toBe('accepted');
  });

  it('any 1.x version', () => {
    expect(verdict(aSendBody({ version: '1.3' }))).toBe('accepted');
  });
});

describe('what it may not, with the path of the field', () => {
  it.each<[string, unknown, string]>([
    ['a list', [], 'MALFORMED_REQUEST'],
    ['null', null, 'MALFORMED_REQUEST'],
    ['text', 'hi', 'MALFORMED_REQUEST'],
    ['no context', { actions: [wireActions.simple] }, 'MISSING_REQUIRED_FIELD context'],
    ['context null', aSendBody({ context: null }), 'MISSING_REQUIRED_FIELD context'],
    ['no title', aSendBody({ context: context({ title: undefined }) }), 'MISSING_REQUIRED_FIELD context.title'],
    ['title null', aSendBody({ context: context({ title: null }) }), 'MISSING_REQUIRED_FIELD context.title'],
    [
      'no description',
      aSendBody({ context: context({ description: undefined }) }),
      'MISSING_REQUIRED_FIELD context.description',
    ],
    ['no actions', aSendBody({ actions: undefined }), 'MISSING_REQUIRED_FIELD actions'],
    [
      'an action without id',
      aSendBody(actions(wireActions.simple, { label: 'L', response_type: 'simple' })),
      'MISSING_REQUIRED_FIELD actions.1.id',
    ],
    [
      'an action with label null',
      aSendBody(actions({ id: 'a', label: null, response_type: 'simple' })),
      'MISSING_REQUIRED_FIELD actions.0.label',
    ],
    [
      'an action without type',
      aSendBody(actions({ id: 'a', label: 'L' })),
      'MISSING_REQUIRED_FIELD actions.0.response_type',
    ],
    [
      'an attachment without type',
      aSendBody({ context: context({ attachments: [{ uri: 'https://a.example' }] }) }),
      'MISSING_REQUIRED_FIELD context.attachments.0.type',
    ],
    ['context a list', aSendBody({ context: [] }), 'MALFORMED_REQUEST context'],
    ['title a number', aSendBody({ context: context({ title: 5 }) }), 'MALFORMED_REQUEST context.title'],
    ['metadata a list', aSendBody({ context: context({ metadata: [] }) }), 'MALFORMED_REQUEST context.metadata'],
    [
      'attachments an object',
      aSendBody({ context: context({ attachments: {} }) }),
      'MALFORMED_REQUEST context.attachments',
    ],
    [
      'an attachment that is text',
      aSendBody({ context: context({ attachments: ['x'] }) }),
      'MALFORMED_REQUEST context.attachments.0',
    ],
    [
      'an attachment whose type is a number',
      aSendBody({ context: context({ attachments: [{ type: 5, uri: 'x' }] }) }),
      'MALFORMED_REQUEST context.attachments.0.type',
    ],
    ['actions an object', aSendBody({ actions: {} }), 'MALFORMED_REQUEST actions'],
    ['a deadline in numbers', aSendBody({ deadline: 1768467600 }), 'MALFORMED_REQUEST deadline'],
    ['another major version', aSendBody({ version: '2.0' }), 'UNSUPPORTED_VERSION version'],
    ['another status', aSendBody({ status: 'delivered' }), 'INVALID_STATUS status'],
    ['the service of another', aSendBody({ service: { id: 'somebody' } }), 'SERVICE_NOT_OWNER service.id'],
    [
      'an unknown response type',
      aSendBody(actions(wireActions.simple, { ...wireActions.text, response_type: 'form' })),
      'INVALID_RESPONSE_TYPE actions.1.response_type',
    ],
    [
      'a response type in numbers',
      aSendBody(actions({ ...wireActions.simple, response_type: 1 })),
      'INVALID_RESPONSE_TYPE actions.0.response_type',
    ],
    ['an action that is text', aSendBody(actions('ship')), 'MALFORMED_ACTION actions.0'],
    [
      'binary without labels',
      aSendBody(actions({ ...wireActions.binary, options: undefined })),
      'MALFORMED_ACTION actions.0.options',
    ],
    [
      'the same option value twice',
      aSendBody(
        actions({
          ...wireActions.choice,
          options: [
            { value: 'a', label: 'A' },
            { value: 'a', label: 'B' },
          ],
        }),
      ),
      'MALFORMED_ACTION actions.0.options',
    ],
    [
      'a scale without max',
      aSendBody(actions({ ...wireActions.scale, constraints: { min: 1 } })),
      'MALFORMED_ACTION actions.0.constraints.max',
    ],
    [
      'more selections than options',
      aSendBody(actions({ ...wireActions.multi_choice, constraints: { min_selections: 9 } })),
      'MALFORMED_ACTION actions.0.constraints.min_selections',
    ],
    [
      'the same action id twice',
      aSendBody(actions(wireActions.simple, wireActions.text, wireActions.simple)),
      'MALFORMED_ACTION actions.2.id',
    ],
    ['an id that is no UUID v4', aSendBody({ id: 'ticket-1' }), 'CONSTRAINT_VIOLATION id'],
    ['an empty title', aSendBody({ context: context({ title: ' ' }) }), 'CONSTRAINT_VIOLATION context.title'],
    ['no action at all', aSendBody({ actions: [] }), 'CONSTRAINT_VIOLATION actions'],
    ['a timestamp that is no time', aSendBody({ timestamp: 'now' }), 'CONSTRAINT_VIOLATION timestamp'],
    ['a deadline that is no time', aSendBody({ deadline: 'soon' }), 'CONSTRAINT_VIOLATION deadline'],
    ['a deadline in the past', aSendBody({ deadline: '2026-01-15T08:39:59Z' }), 'CONSTRAINT_VIOLATION deadline'],
    ['a deadline this very moment', aSendBody({ deadline: '2026-01-15T08:40:00Z' }), 'CONSTRAINT_VIOLATION deadline'],
    [
      'an attachment with neither uri nor data',
      aSendBody({ context: context({ attachments: [{ type: 'a/b' }] }) }),
      'CONSTRAINT_VIOLATION context.attachments.0',
    ],
    [
      'an attachment with both',
      aSendBody({ context: context({ attachments: [{ type: 'a/b', uri: 'x', data: '' }] }) }),
      'CONSTRAINT_VIOLATION context.attachments.0',
    ],
    [
      'data that is no Base64',
      aSendBody({ context: context({ attachments: [{ type: 'a/b', data: 'hm!' }] }) }),
      'CONSTRAINT_VIOLATION context.attachments.0.data',
    ],
  ])('%s', (_what, body, expected) => {
    expect(verdict(body)).toBe(expected);
  });

  it('every fault has a status in the catalogue and a sentence', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const result = send(value);
        if (result.ok) return;
        expect(errorStatus[result.error.code]).toBeGreaterThanOrEqual(400);
        expect(result.error.message).toMatch(/\.$/);
      }),
    );
  });
});

describe('the order of section 5.3', () => {
  /** Changes that plant one fault each, in the order in which they are to be found. */
  const stages: [code: string, plant: (body: Json) => unknown][] = [
    ['MISSING_REQUIRED_FIELD', (body) => delete (body.context as Json).description],
    ['MISSING_REQUIRED_FIELD', (body) => attach(body, { uri: 'https://a.example' })],
    ['INVALID_RESPONSE_TYPE', (body) => act(body, { ...wireActions.simple, id: 'form', response_type: 'form' })],
    ['MALFORMED_ACTION', (body) => act(body, { ...wireActions.scale, id: 'scale2', constraints: {} })],
    ['CONSTRAINT_VIOLATION', (body) => Object.assign(body, { deadline: '2020-01-01T00:00:00Z' })],
    ['CONSTRAINT_VIOLATION', (body) => attach(body, { type: 'a/b' })],
  ];
  const attach = (body: Json, one: Json) => {
    ((body.context as Json).attachments as Json[]).push(one);
  };
  const act = (body: Json, one: Json) => {
    (body.actions as Json[]).unshift(one);
  };

  it('of two faults the earlier one is told', () => {
    for (const [first, [code, plantFirst]] of stages.entries()) {
      for (const [, plantSecond] of stages.slice(first + 1)) {
        const body = aSendBody();
        plantSecond(body);
        plantFirst(body);
        expect(verdict(body)).toMatch(new RegExp(`^${code} `));
      }
    }
  });
});

describe('tolerance', () => {
  it('lifts the flat form of the tutorial into context when context is absent (section 19)', () => {
    const { context: nested, ...rest } = aSendBody();
    expect(draft({ ...rest, ...(nested as Json) })).toEqual(draft({ ...rest, context: nested }));
    expect(draft({ ...rest, ...(nested as Json), context: null })).toEqual(draft({ ...rest, context: nested }));
    expect(verdict({ ...rest, description: 'D' })).toBe('MISSING_REQUIRED_FIELD context.title');
  });

  it('leaves a top-level title alone when there is a context', () => {
    expect(draft(aSendBody({ title: 'other' })).wire).toMatchObject({
      title: 'other',
      context: { title: 'Ship build 118?' },
    });
  });

  it('reads null as left out (section 4)', () => {
    const nulls = aSendBody({ id: null, version: null, timestamp: null, deadline: null, service: null, status: null });
    const without = aSendBody({ id: undefined, version: undefined, timestamp: undefined, deadline: undefined });
    expect(draft(nulls)).toEqual(draft(without));
    const contextNulls = context({ project: null, metadata: null, attachments: null });
    expect(draft(aSendBody({ context: contextNulls })).wire.context).toEqual({
      title: 'Ship build 118?',
      description: 'All checks are green.',
    });
  });

  it('keeps unknown fields, at every level (section 4)', () => {
    const body = aSendBody({
      priority: 'high',
      context: context({ mood: 'calm' }),
      actions: [{ ...wireActions.simple, icon: 'x' }],
    });
    expect(draft(body).wire).toMatchObject({ priority: 'high', context: { mood: 'calm' }, actions: [{ icon: 'x' }] });
  });

  it('a key named __proto__ reaches no prototype', () => {
    const poison = '"__proto__": {"admin": true, "version": "9.0", "deadline": "2000-01-01"}';
    const body: unknown = JSON.parse(
      `{${poison}, "context": {${poison}, "title": "T", "description": ""}, "actions": [{${poison}, "id": "a", "label": "L", "response_type": "simple"}]}`,
    );
    const { wire } = draft(body);
    for (const part of [wire, wire.context, wire.actions[0], {}])
      expect((part as { admin?: true }).admin).toBeUndefined();
    expect(Object.hasOwn(wire, '__proto__')).toBe(false);
    expect(wire.version).toBe('1.0');
  });

  it('refuses what nests too deep, however deep', () => {
    const nest = (levels: number) => {
      let value: unknown = 1;
      for (let level = 0; level < levels; level++) value = { a: value };
      return { ...aSendBody(), context: context({ metadata: value }) };
    };
    expect(verdict(nest(98))).toBe('accepted');
    expect(verdict(nest(99))).toBe('MALFORMED_REQUEST');
    expect(verdict(nest(50_000))).toBe('MALFORMED_REQUEST');
  });

  it('never throws: anything that JSON can say, and a valid body with anything in any place', () => {
    const places = ['id', 'version', 'timestamp', 'deadline', 'service', 'status', 'context', 'actions', 'title'];
    const parts = ['title', 'description', 'project', 'metadata', 'attachments'];
    const fields = ['id', 'label', 'flags', 'response_type', 'options', 'constraints'];
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom(...parts),
        fc.constantFrom(...fields),
        fc.nat(2),
        fc.nat(7),
        fc.jsonValue(),
        (place, part, field, where, which, junk) => {
          const body = aSendBody();
          if (where === 0) body[place] = junk;
          if (where === 1) (body.context as Json)[part] = junk;
          if (where === 2) ((body.actions as Json[])[which] as Json)[field] = junk;
          expect(typeof send(body).ok).toBe('boolean');
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('the wire form that clients will get', () => {
  const odd = aSendBody({
    id: '5F0C1C52-6A53-4D8E-9F0A-2B7D4C9E1A33',
    timestamp: '2026-01-15T09:40:00+01:00',
    deadline: '2026-01-15T12:40:00.5',
    actions: [
      {
        ...wireActions.datetime,
        response_type: 'DATETIME',
        constraints: { min: '2026-01-15T10:00:00+01:00', max: '2026-01-16', placeholder: 'when?' },
      },
      { ...wireActions.datetime, id: 'b', constraints: { min: null } },
    ],
  });

  it('says times in UTC with Z, datetime in small letters, and the id as one spelling', () => {
    expect(draft(odd)).toMatchObject({
      id: '5f0c1c52-6a53-4d8e-9f0a-2b7d4c9e1a33',
      deadline: Date.UTC(2026, 0, 15, 12, 40, 0, 500),
      project: 'storefront',
      wire: {
        id: '5f0c1c52-6a53-4d8e-9f0a-2b7d4c9e1a33',
        timestamp: '2026-01-15T08:40:00.000Z',
        deadline: '2026-01-15T12:40:00.500Z',
        actions: [
          {
            response_type: 'datetime',
            constraints: { min: '2026-01-15T09:00:00.000Z', max: '2026-01-16T00:00:00.000Z', placeholder: 'when?' },
          },
          { constraints: {} },
        ],
      },
    });
  });

  it('sent again it stays as it is', () => {
    for (const body of [aSendBody(), odd]) {
      const once = draft(body);
      expect(draft(JSON.parse(JSON.stringify(once.wire)))).toEqual(once);
    }
    const deadline = fc.constantFrom('9999-12-31T23:30:00-01:00', '2030-06-01', '2030-06-01T10:00:00.123456789+05:45');
    fc.assert(
      fc.property(deadline, (text) => {
        const result = send(aSendBody({ deadline: text }));
        if (result.ok) expect(draft(result.value.wire)).toEqual(result.value);
      }),
    );
  });

  it('a client reads from it every action as it was sent', () => {
    const { wire } = draft(aSendBody());
    const { actions: read, deadline } = Notification.parse({
      ...wire,
      service: { id: sender, name: 'Bot' },
      status: 'created',
    });
    expect(read.map((action) => action.response_type)).toEqual(Object.keys(wireActions));
    expect(deadline).toBe('2026-01-15T10:40:00.000Z');
  });
});
