import { speech } from './language.ts';

/** The forms that a word takes; a form that a language has and that is missing here is `other`. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

const rules = new Map<string, Intl.PluralRules>();
const formats = new Map<string, Intl.NumberFormat>();

/** A number as the person writes numbers: "1,234", "1.234". */
export function number(n: number): string {
  const { locale } = speech;
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale);
  formats.set(locale, format);
  return format.format(n);
}

/** The form of a word that goes with a number: "question", "questions". */
export function form(n: number, forms: Forms): string {
  const { language } = speech;
  const rule = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, rule);
  return forms[rule.select(n)] ?? forms.other;
}

/** A number with the form of the word that goes with it: "1 question", "1,234 questions". */
export function plural(n: number, forms: Forms): string {
  return `${number(n)} ${form(n, forms)}`;
}
