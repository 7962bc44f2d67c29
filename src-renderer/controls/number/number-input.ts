import type { DraftInput } from '#shared/inbox/draft';
import type { ActionOf } from '#shared/protocol/action';
import { fail, ok, type Result } from '#shared/result';
import { stepFrom } from '#shared/validation/steps';
import { checked, nothingYet } from '../checked.ts';
import type { ReadProblem } from '../control.ts';

type NumberAction = ActionOf<'number'>;
type DecimalSign = '.' | ',';

/** How a locale writes the decimal sign. */
export function decimalSign(locale?: string): DecimalSign {
  const part = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal');
  return part?.value === ',' ? ',' : '.';
}

const notANumber = 'Write a number, for example 12 or 0.5.';
const twoWays = 'This can be read in two ways. Write it without thousands separators.';
const tooManyDigits = 'This number has more digits than can be sent exactly.';

/**
 * The number that a person typed. Comma and point both work as the decimal sign ("0,5" is 0.5); a text that the locale
 * reads as thousands and others as a fraction ("1,000") is refused, not guessed. The text itself is never changed.
 */
export function parseTypedNumber(typed: string, locale?: string): Result<number, string> {
  const text = typed.trim().replace(/[\u2212\u2013]/g, '-');
  const match = /^([+-]?)([\d.,'’\s\u00a0\u202f]*\d|\d[\d.,'’\s\u00a0\u202f]*)(?:[eE]([+-]?\d+))?$/.exec(text);
  const [, sign = '', written = '', exponent] = match ?? [];
  const plain = match ? withoutGroups(written, decimalSign(locale)) : undefined;
  if (plain === undefined) return fail(notANumber);
  if (plain === 'two ways') return fail(twoWays);
  const digits = `${sign}${plain}${exponent === undefined ? '' : `e${exponent}`}`;
  const value = Number(digits);
  if (!Number.isFinite(value)) return fail(notANumber);
  if (significant(plain).length > 15 && significant(plain) !== significant(mantissa(value))) return fail(tooManyDigits);
  return ok(Object.is(value, -0) ? 0 : value);
}

/** Takes the thousands marks out and makes the decimal sign a point; undefined when the marks make no sense. */
function withoutGroups(written: string, decimal: DecimalSign): string | 'two ways' | undefined {
  const text = written.replace(/(?<=\d)['’\s\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  if (!/^[\d.,]+$/.test(text)) return undefined;
  const signs = [...text].filter((c) => c === '.' || c === ',');
  const last = signs.at(-1);
  if (last === undefined) return text;
  const kinds = new Set(signs).size;
  const grouped = new RegExp(`^[1-9]\\d{0,2}(?:\\${signs[0]}\\d{3})+$`);
  if (kinds === 1 && signs.length > 1 && grouped.test(text)) return text.replaceAll(last, '');
  if (kinds === 1 && last !== decimal && grouped.test(text)) return 'two ways';
  if (kinds === 1) return signs.length === 1 ? text.replace(last, '.') : undefined;
  const [whole = '', fraction = '', ...more] = text.split(last);
  return more.length === 0 && grouped.test(whole) ? `${whole.replaceAll(signs[0] ?? '', '')}.${fraction}` : undefined;
}

function significant(text: string): string {
  return text.replace('.', '').replace(/^0+|0+$/g, '');
}

function mantissa(value: number): string {
  return String(Math.abs(value)).split('e')[0] ?? '';
}

export function readNumber(
  action: NumberAction,
  input: DraftInput | undefined,
  locale?: string,
): Result<number, ReadProblem> {
  if (typeof input !== 'string' || input.trim() === '') return nothingYet('Write a number first.');
  const typed = parseTypedNumber(input, locale);
  return typed.ok ? checked(action, typed.value) : fail({ because: 'invalid', message: typed.error });
}

/** A number as it is written into the field. */
export function writeNumber(value: number, locale?: string): string {
  return String(value).replace('.', decimalSign(locale));
}

/** What the field holds after a step up or down; what cannot be read starts anew. */
export function steppedInput(
  action: NumberAction,
  input: DraftInput | undefined,
  direction: 1 | -1,
  locale?: string,
): string {
  const typed = typeof input === 'string' ? parseTypedNumber(input, locale) : undefined;
  return writeNumber(stepFrom(typed?.ok ? typed.value : undefined, direction, action.constraints), locale);
}

/** What is wanted: "0.1 to 0.9 in steps of 0.05". */
export function numberHint({ constraints: { min, max, step } }: NumberAction): string {
  const range =
    min !== undefined && max !== undefined
      ? `${min} to ${max}`
      : min !== undefined
        ? `At least ${min}`
        : max !== undefined
          ? `At most ${max}`
          : '';
  const steps = step === undefined ? '' : range === '' ? `In steps of ${step}` : ` in steps of ${step}`;
  return `${range}${steps}`;
}
