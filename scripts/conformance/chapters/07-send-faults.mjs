// @ts-check
import { mustBeRefused } from '../expect.mjs';
import { rule } from '../rule.mjs';
import { okay } from '../world.mjs';
import { actions } from './actions.mjs';

/** @typedef {[what: string, fields: Record<string, unknown>]} Case */

/** @param {object} action @returns {Record<string, unknown>} */
const act = (action) => ({ actions: [action] });
/** @param {object} fields @returns {Record<string, unknown>} */
const about = (fields) => ({ context: fields });
/** @param {object} one @returns {Record<string, unknown>} */
const attach = (one) => about({ attachments: [one] });
const link = { type: 'text/plain', uri: 'https://example.com/' };

/** @type {Case[]} */
const missing = [
  ['context', { context: null }],
  ['context.title', about({ title: undefined })],
  ['context.description', about({ description: undefined })],
  ['actions', { actions: undefined }],
  ['an action’s id', act({ ...okay, id: undefined })],
  ['an action’s label', act({ ...okay, label: undefined })],
  ['an action’s response_type', act({ ...okay, response_type: undefined })],
];

/** @type {Case[]} */
const malformed = [
  ['binary without labels', act({ ...actions.binary, options: undefined })],
  ['binary with one label', act({ ...actions.binary, options: { true_label: 'Yes' } })],
  ['choice without options', act({ ...actions.choice, options: undefined })],
  ['choice with no option', act({ ...actions.choice, options: [] })],
  ['choice with a value twice', act({ ...actions.choice, options: [1, 2].map(() => ({ value: 'a', label: 'A' })) })],
  [
    'multi_choice with min above max',
    act({ ...actions.multi_choice, constraints: { min_selections: 2, max_selections: 1 } }),
  ],
  ['multi_choice with min above the options', act({ ...actions.multi_choice, constraints: { min_selections: 4 } })],
  ['multi_choice with a negative min', act({ ...actions.multi_choice, constraints: { min_selections: -1 } })],
  ['number with step 0', act({ ...actions.number, constraints: { step: 0 } })],
  ['number with min above max', act({ ...actions.number, constraints: { min: 2, max: 1 } })],
  ['scale without bounds', act({ ...actions.scale, constraints: undefined })],
  ['scale without max', act({ ...actions.scale, constraints: { min: 1 } })],
  ['scale with half a bound', act({ ...actions.scale, constraints: { min: 1, max: 2.5 } })],
  ['two actions of one id', { actions: [okay, { ...okay, label: 'Again' }] }],
];

/** @type {Case[]} */
const outside = [
  ['a deadline that has passed', { deadline: '2020-01-01T00:00:00Z' }],
  ['a deadline that is no time', { deadline: 'tomorrow' }],
  ['an id that is no UUID v4', { id: 'build-118' }],
  ['an empty title', about({ title: ' ' })],
  ['no action at all', { actions: [] }],
  ['an attachment with uri and data', attach({ ...link, data: 'aGk=' })],
  ['an attachment with neither uri nor data', attach({ type: 'text/plain' })],
  ['an attachment that is not Base64', attach({ type: 'text/plain', data: '*' })],
];

/** @type {Case[]} */
const large = [
  ['eleven attachments', about({ attachments: Array(11).fill(link) })],
  ['513 KiB of inline data', attach({ type: 'text/plain', data: Buffer.alloc(513 * 1024).toString('base64') })],
  ['a notification of 901 KiB', about({ description: 'x'.repeat(901 * 1024) })],
];

/**
 * @param {string} section
 * @param {import('../rule.mjs').Source} source
 * @param {number} status
 * @param {string} code
 * @returns {(one: Case) => import('../rule.mjs').Rule}
 */
function refused(section, source, status, code) {
  return ([what, fields]) =>
    rule(section, source, `${status} ${code}: ${what}`, async (world) => {
      // The service that has the fewest sends in the other chapters: section 15 allows each of them 100 a minute.
      const { key } = await world.other;
      const body = world.notification(fields);
      mustBeRefused(await world.http.call('POST', '/api/v1/notifications', { token: key, body }), status, code);
    });
}

/** @type {import('../rule.mjs').Chapter} */
export const sendFaults = {
  name: 'send-faults',
  title: '5.3 What a server refuses to take',
  rules: [
    ...missing.map(([what, fields]) =>
      refused('5.3', 'docs', 400, 'MISSING_REQUIRED_FIELD')([`without ${what}`, fields]),
    ),
    ...['form', 'SIMPLE', 'select'].map((response_type) =>
      refused(
        '5.3',
        'docs',
        400,
        'INVALID_RESPONSE_TYPE',
      )([`the type ${response_type}`, act({ ...okay, response_type })]),
    ),
    ...malformed.map(refused('11', 'inferred', 400, 'MALFORMED_ACTION')),
    ...outside.map(refused('5.3', 'inferred', 422, 'CONSTRAINT_VIOLATION')),
    ...large.map(refused('18', 'inferred', 413, 'PAYLOAD_TOO_LARGE')),
    refused(
      '5.3',
      'inferred',
      400,
      'MISSING_REQUIRED_FIELD',
    )([
      'is said before a wrong type of response',
      { context: { title: undefined }, actions: [{ ...okay, response_type: 'form' }] },
    ]),
    refused(
      '5.3',
      'inferred',
      400,
      'INVALID_RESPONSE_TYPE',
    )([
      'is said before an action that contradicts itself',
      {
        actions: [
          { ...actions.scale, constraints: undefined },
          { ...okay, response_type: 'form' },
        ],
      },
    ]),
    refused(
      '5.3',
      'inferred',
      400,
      'MALFORMED_ACTION',
    )([
      'is said before a deadline that has passed',
      { deadline: '2020-01-01T00:00:00Z', actions: [{ ...actions.scale, constraints: undefined }] },
    ]),
  ],
};
