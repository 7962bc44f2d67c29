import { speech } from './language.ts';

/** The forms that a word takes; a form that a language has and that is missing here is `other`. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

const rules = new Map<string, Intl.PluralRules>();
const formats = new Map<string, Intl.NumberFormat>();

/** A number as the person writes numbers: "1,234", "1.234"; with just so many digits of a fraction where they are given. */
export function number(n: number, digits?: number): string {
  const { locale } = speech;
  const key = `${locale} ${digits}`;
  const fixed = digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, fixed);
  formats.set(key, format);
  return format.format(n);
}

/** A number as a person would type it, with every digit and no thousands marks: "1234.5", "1234,5". */
export function exact(n: number): string {
  const [, decimalSign = '.'] = number(0.5);
  return String(n).replace('.', decimalSign);
}

/** The form of a word that goes with a number: "question", "questions". */
export function form(n: number, forms: Forms): string {
  const { locale } = speech;
  const rule = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, rule);
  return forms[rule.select(n)] ?? forms.other;
}

/** A number with the form of the word that goes with it: "1 question", "1,234 questions". */
export function plural(n: number, forms: Forms): string {
  return `${number(n)} ${form(n, forms)}`;
}
