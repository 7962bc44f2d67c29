import type { Action, ActionOf, ResponseType } from '../protocol/action.ts';
import { parseInstant } from '../protocol/instant.ts';
import { fail, ok, type Result } from '../result.ts';
import { isOnStep, neighbours } from './steps.ts';
import type { Violation } from './violation.ts';

/** What an answer to each response type carries (section 11). */
export type ResponseDataOf = {
  simple: null;
  binary: boolean;
  choice: string;
  multi_choice: string[];
  text: string;
  number: number;
  scale: number;
  datetime: string;
};
export type ResponseData = ResponseDataOf[ResponseType];

type Check = Violation | undefined;
type Checks = { [T in ResponseType]: (data: unknown, action: ActionOf<T>) => Check };

/** How many characters a text has: Unicode code points, which is how length limits count (section 11.5). */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

const checks: Checks = {
  simple: (data) => (data === null || data === undefined ? undefined : { rule: 'type', wanted: 'null' }),
  binary: (data) => (typeof data === 'boolean' ? undefined : { rule: 'type', wanted: 'true or false' }),
  choice: (data, { options }) => {
    if (typeof data !== 'string') return { rule: 'type', wanted: 'text' };
    return options.some((o) => o.value === data) ? undefined : { rule: 'unknown-option', option: data };
  },
  multi_choice: checkSelection,
  text: (data, { constraints }) => {
    if (typeof data !== 'string') return { rule: 'type', wanted: 'text' };
    const length = codePoints(data);
    const { min_length: min = 0, max_length: max } = constraints;
    if (length < min) return { rule: 'too-short', min, length };
    if (max !== undefined && length > max) return { rule: 'too-long', max, length };
    return undefined;
  },
  number: (data, { constraints }) => {
    if (typeof data !== 'number' || !Number.isFinite(data)) return { rule: 'type', wanted: 'a number' };
    return checkRange(data, constraints) ?? checkStep(data, constraints.min ?? 0, constraints);
  },
  scale: (data, { constraints }) => {
    if (typeof data !== 'number' || !Number.isFinite(data)) return { rule: 'type', wanted: 'a number' };
    if (!Number.isInteger(data)) return { rule: 'whole-number' };
    return checkRange(data, constraints) ?? checkStep(data, constraints.min, constraints);
  },
  datetime: (data, { constraints }) => {
    const at = typeof data === 'string' ? parseInstant(data) : undefined;
    if (at === undefined) return { rule: 'type', wanted: 'a time' };
    const min = constraints.min === undefined ? undefined : parseInstant(constraints.min);
    const max = constraints.max === undefined ? undefined : parseInstant(constraints.max);
    if (min !== undefined && at < min) return { rule: 'too-early', min };
    if (max !== undefined && at > max) return { rule: 'too-late', max };
    return undefined;
  },
};

function checkSelection(data: unknown, { options, constraints }: ActionOf<'multi_choice'>): Check {
  if (!Array.isArray(data) || !data.every((one) => typeof one === 'string')) {
    return { rule: 'type', wanted: 'a list of options' };
  }
  const values = new Set(options.map((o) => o.value));
  const unknown = data.find((one) => !values.has(one));
  if (unknown !== undefined) return { rule: 'unknown-option', option: unknown };
  const twice = data.find((one, index) => data.indexOf(one) !== index);
  if (twice !== undefined) return { rule: 'duplicate-option', option: twice };
  const { min_selections: min = 0, max_selections: max } = constraints;
  if (data.length < min) return { rule: 'too-few', min, chosen: data.length };
  if (max !== undefined && data.length > max) return { rule: 'too-many', max, chosen: data.length };
  return undefined;
}

function checkRange(value: number, { min, max }: { min?: number | undefined; max?: number | undefined }): Check {
  if (min !== undefined && value < min) return { rule: 'below', min };
  if (max !== undefined && value > max) return { rule: 'above', max };
  return undefined;
}

function checkStep(
  value: number,
  base: number,
  { step, max }: { step?: number | undefined; max?: number | undefined },
): Check {
  if (step === undefined || isOnStep(value, base, step)) return undefined;
  const { below, above } = neighbours(value, base, step);
  return { rule: 'off-step', step, base, below, above: max !== undefined && above > max ? below : above };
}

/**
 * Checks an answer against its action: the one validator of the server, the main process and the controls (section 11).
 * Returns the data in wire form (an absent value of `simple` becomes null), or the first rule it breaks.
 */
export function validateResponse(action: Action, data: unknown): Result<ResponseData, Violation> {
  const check = checks[action.response_type] as (data: unknown, action: Action) => Check;
  const violation = check(data, action);
  return violation ? fail(violation) : ok((data ?? null) as ResponseData);
}
