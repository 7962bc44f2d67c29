import type { ActionOf } from '../protocol/action.ts';
import { fail, ok, type Result } from '../result.ts';
import { words } from '../words/words.ts';

type DecimalSign = '.' | ',';

/** How a locale writes the decimal sign. */
export function decimalSign(locale?: string): DecimalSign {
  const part = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal');
  return part?.value === ',' ? ',' : '.';
}

/**
 * The number that a person typed. Comma and point both work as the decimal sign ("0,5" is 0.5); a text that the locale
 * reads as thousands and others as a fraction ("1,000") is refused, not guessed. The text itself is never changed.
 */
export function parseTypedNumber(typed: string, locale?: string): Result<number, string> {
  const text = typed.trim().replace(/[\u2212\u2013]/g, '-');
  const match = /^([+-]?)([\d.,'’\s\u00a0\u202f]*\d|\d[\d.,'’\s\u00a0\u202f]*)(?:[eE]([+-]?\d+))?$/.exec(text);
  const [, sign = '', written = '', exponent] = match ?? [];
  const plain = match ? withoutGroups(written, decimalSign(locale)) : undefined;
  if (plain === undefined) return fail(words.validation.notANumber);
  if (plain === 'two ways') return fail(words.validation.twoWays);
  const digits = `${sign}${plain}${exponent === undefined ? '' : `e${exponent}`}`;
  const value = Number(digits);
  if (!Number.isFinite(value)) return fail(words.validation.notANumber);
  if (significant(plain).length > 15 && significant(plain) !== significant(mantissa(value))) {
    return fail(words.validation.tooManyDigits);
  }
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

/** What is wanted: "0.1 to 0.9 in steps of 0.05". */
export function numberHint({ constraints: { min, max, step } }: ActionOf<'number'>): string {
  return words.validation.numberHint(min, max, step);
}
