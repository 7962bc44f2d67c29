const latin = 'abcdefghijklmnopqrstuvwxyz';
const greek = 'αβκδεφγηιζκλμνοπκρστυβωξψζ';
const shown = [
  'title',
  'label',
  'true_label',
  'false_label',
  'min_label',
  'max_label',
  'description',
  'project',
  'unit',
  'placeholder',
];

/** A text in Greek letters: in a page of Latin ones it is easily told whose it is. */
export function inGreek(text: string): string {
  return text.toLowerCase().replaceAll(/[a-z]/g, (letter) => greek[latin.indexOf(letter)] ?? letter);
}

/** A question, or a part of one, with everything in it that is shown to a person in Greek letters. */
export function askedInGreek<T>(part: T): T {
  if (Array.isArray(part)) return part.map(askedInGreek) as T;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [
      name,
      shown.includes(name) && typeof value === 'string' ? inGreek(value) : askedInGreek(value),
    ]),
  ) as T;
}
