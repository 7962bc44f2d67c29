import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { aSendBody, type Json, sentAt, wireActions } from '../../testing/builders.ts';
import { responseTypes } from '../action.ts';
import { parseSend } from '../send.ts';
import { schemaDocuments } from './documents.ts';

const documents = schemaDocuments();
// The patterns in the schemas say what the formats say.
const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true, validateFormats: false });
const validators = Object.fromEntries(
  Object.entries(documents).map(([name, schema]) => [name.replace('.json', ''), ajv.compile(schema)]),
);

/** What is wrong with a value by a published schema; an empty list when nothing is. */
function faults(name: string, value: unknown): string[] {
  const validate = validators[name];
  if (!validate) throw new Error(`There is no schema ${name}.`);
  return validate(value) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);
}

const id = '5f0c1c52-6a53-4d8e-9f0a-2b7d4c9e1a33';
const at = '2026-01-15T09:00:00.000Z';

/** What clients get of something that was sent: the server adds what the sender may leave out. */
function asServed(body: unknown): unknown {
  const parsed = parseSend(body, 'release-bot', sentAt);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const { service: _, ...wire } = parsed.value.wire;
  return { id, timestamp: at, ...wire, service: { id: 'release-bot', name: 'Release Bot' }, status: 'created' };
}

describe('a notification that was accepted is one by the published schema', () => {
  test.each(responseTypes)('with an action of type %s', (type) => {
    expect(faults('notification', asServed(aSendBody({ actions: [wireActions[type]] })))).toEqual([]);
  });

  it('in every tolerated form', () => {
    const { context, ...rest } = aSendBody();
    const attachments = [
      { type: 'text/plain', uri: 'https://ci.example/118.txt', description: null },
      { type: 'text/plain', data: 'aGk=', uri: null },
    ];
    const datetime = {
      ...wireActions.datetime,
      response_type: 'DATETIME',
      constraints: { min: '2026-01-16', max: null },
    };
    for (const body of [
      { ...rest, ...(context as Json) },
      { context, actions: [wireActions.simple] },
      aSendBody({ context: { ...(context as Json), attachments } }),
      aSendBody({ id: id.toUpperCase(), deadline: '2030-06-01T10:00:00.123456789+05:45', unknown_field: [1] }),
      aSendBody({ actions: [datetime, { ...wireActions.text, constraints: null, flags: null }] }),
    ])
      expect(faults('notification', asServed(body))).toEqual([]);
  });

  it('whatever deadline and numbers it carries', () => {
    const deadline = fc.date({ min: new Date(sentAt + 1000), max: new Date('9999-12-31'), noInvalidDate: true });
    const bound = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(deadline, bound, fc.string(), (when, min, unit) => {
        const actions = [{ ...wireActions.number, constraints: { min, unit } }];
        expect(faults('notification', asServed(aSendBody({ deadline: when.toISOString(), actions })))).toEqual([]);
      }),
    );
  });
});

describe('the published schemas refuse what the protocol refuses', () => {
  const good = asServed(aSendBody()) as Json;
  const withAction = (action: Json) => ({ ...good, actions: [action] });
  const context = good.context as Json;
  const required = ['id', 'version', 'timestamp', 'service', 'context', 'actions', 'status'];

  test.each(required)('a notification without %s', (name) => {
    const { [name]: _, ...rest } = good;
    expect(faults('notification', rest)).not.toEqual([]);
  });

  test.each<[string, unknown]>([
    ['an id that is no UUID v4', { ...good, id: 'x' }],
    ['a version that is not 1.x', { ...good, version: '2.0' }],
    ['a time in words', { ...good, timestamp: 'now' }],
    ['a status that is none', { ...good, status: 'pending' }],
    ['no actions', { ...good, actions: [] }],
    ['an empty title', { ...good, context: { ...context, title: ' ' } }],
    ['both uri and data', { ...good, context: { ...context, attachments: [{ type: 't', uri: 'u', data: '' }] } }],
    ['neither uri nor data', { ...good, context: { ...context, attachments: [{ type: 't' }] } }],
    ['an unknown response type', withAction({ ...wireActions.simple, response_type: 'form' })],
    ['binary without labels', withAction({ ...wireActions.binary, options: {} })],
    ['choice without options', withAction({ ...wireActions.choice, options: [] })],
    ['multi_choice below 0', withAction({ ...wireActions.multi_choice, constraints: { min_selections: -1 } })],
    ['text of half a length', withAction({ ...wireActions.text, constraints: { max_length: 0.5 } })],
    ['number with step 0', withAction({ ...wireActions.number, constraints: { step: 0 } })],
    ['scale without bounds', withAction({ ...wireActions.scale, constraints: { min: 1 } })],
    ['datetime with a local bound', withAction({ ...wireActions.datetime, constraints: { min: '2026-01-15T09:00' } })],
  ])('%s', (_, value) => {
    expect(faults('notification', value)).not.toEqual([]);
  });

  test.each<[string, Json, string[]]>([
    [
      'response',
      {
        notification_id: id,
        action_id: 'a',
        response_data: null,
        responded_at: at,
        responder: { id: 'u', type: 'human' },
      },
      ['notification_id', 'action_id', 'response_data', 'responded_at', 'responder'],
    ],
    [
      'status-update',
      { notification_id: id, status: 'expired', timestamp: at },
      ['notification_id', 'status', 'timestamp'],
    ],
    ['error', { code: 'NOT_FOUND', message: 'No.', request_id: 'req_1' }, ['code', 'message', 'request_id']],
    ['service', { id: 's', name: 'S' }, ['id', 'name']],
    ['envelope', { type: 'acknowledge', data: { notification_id: id } }, ['type', 'data']],
    ['envelope', { type: 'heartbeat_ack' }, ['type']],
  ])('%s without one of its required fields', (name, value, fields) => {
    expect(faults(name, value)).toEqual([]);
    for (const field of fields) {
      const { [field]: _, ...rest } = value;
      expect(faults(name, rest), field).not.toEqual([]);
    }
  });
});
