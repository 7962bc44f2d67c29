// @ts-check

/** @typedef {{ status: number, headers: Headers, body: any }} Reply */

/** A rule that the server does not keep; the message says how. */
export class Unmet extends Error {}

/** A rule that could not be tried here; the message says why. */
export class Unchecked extends Error {}

/**
 * @param {unknown} holds
 * @param {string} otherwise what is said when it does not
 * @returns {asserts holds}
 */
export function must(holds, otherwise) {
  if (!holds) throw new Unmet(otherwise);
}

/**
 * @param {unknown} found
 * @param {unknown} wanted compared as JSON
 * @param {string} what
 */
export function mustEqual(found, wanted, what) {
  const [left, right] = [inOrder(found), inOrder(wanted)];
  must(left === right, `${what}: ${short(left)} instead of ${short(right)}`);
}

/**
 * @param {Reply} reply
 * @param {...number} wanted
 */
export function mustBeStatus(reply, ...wanted) {
  const { code = '' } = reply.body ?? {};
  must(wanted.includes(reply.status), `${reply.status} ${code} instead of ${wanted.join(' or ')}`.replace('  ', ' '));
}

/**
 * A refusal: the status, the code, and the error object of section 14.1 around it.
 * @param {Reply} reply
 * @param {number} status
 * @param {string} [code]
 */
export function mustBeRefused(reply, status, code) {
  const found = reply.body?.code ?? 'no code';
  must(reply.status === status, `${reply.status} ${found} instead of ${status} ${code ?? ''}`.trim());
  must(code === undefined || found === code, `code ${found} instead of ${code}`);
  mustBeErrorObject(reply.body);
}

/** @param {any} body */
export function mustBeErrorObject(body) {
  for (const name of ['code', 'message', 'request_id']) {
    must(
      typeof body?.[name] === 'string' && body[name] !== '',
      `the error object has no "${name}": ${short(inOrder(body))}`,
    );
  }
  must(body.details === undefined || isObject(body.details), '"details" is not an object');
}

/**
 * @param {unknown} text
 * @param {string} what
 */
export function mustBeTime(text, what) {
  const isTime = typeof text === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(text);
  must(isTime, `${what} is ${short(inOrder(text))}, not a time in UTC with Z`);
}

/** @param {unknown} value @returns {value is Record<string, any>} */
export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {unknown} value JSON with the fields of every object in alphabetical order */
function inOrder(value) {
  return (
    JSON.stringify(value, (_, one) =>
      isObject(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one,
    ) ?? 'nothing'
  );
}

/** @param {string} text */
function short(text) {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
