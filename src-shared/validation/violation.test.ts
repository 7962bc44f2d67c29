import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../words/words.ts';
import { codeOfViolation, describeViolation, type Violation, violationOnTheWire } from './violation.ts';

const said: [Violation, string, number][] = [
  [{ rule: 'type', wanted: 'null' }, 'This answer carries no value.', 400],
  [{ rule: 'type', wanted: 'a number' }, 'This answer must be a number.', 400],
  [{ rule: 'type', wanted: 'true or false' }, 'This answer must be true or false.', 400],
  [{ rule: 'whole-number' }, 'A whole number is wanted.', 400],
  [{ rule: 'unknown-option', option: 'z' }, '"z" is not one of the options.', 400],
  [{ rule: 'duplicate-option', option: 'a' }, '"a" is chosen twice.', 422],
  [{ rule: 'too-few', min: 2, chosen: 1 }, 'Choose at least 2: 1 more.', 422],
  [{ rule: 'too-many', max: 2, chosen: 5 }, 'Choose at most 2: 3 too many.', 422],
  [{ rule: 'too-short', min: 1, length: 0 }, 'At least 1 character: 1 more.', 422],
  [{ rule: 'too-short', min: 3, length: 1 }, 'At least 3 characters: 2 more.', 422],
  [{ rule: 'too-long', max: 1, length: 2 }, 'At most 1 character: 1 too many.', 422],
  [{ rule: 'too-long', max: 10_000, length: 10_002 }, 'At most 10,000 characters: 2 too many.', 422],
  [{ rule: 'below', min: 0.1 }, 'Must be at least 0.1.', 422],
  [{ rule: 'above', max: -5 }, 'Must be at most -5.', 422],
  [
    { rule: 'off-step', step: 5, base: 0, below: 10, above: 15 },
    'Must go up in steps of 5 from 0: the nearest are 10 and 15.',
    422,
  ],
  [
    { rule: 'off-step', step: 3, base: 0, below: 9, above: 9 },
    'Must go up in steps of 3 from 0: the nearest is 9.',
    422,
  ],
  [{ rule: 'too-early', min: 0 }, 'Must not be before 1970-01-01T00:00:00Z.', 422],
  [{ rule: 'too-late', max: 0 }, 'Must not be after 1970-01-01T00:00:00Z.', 422],
];

afterEach(() => speak({ language: 'en', locale: 'en' }));

describe('what is wrong with an answer, in a sentence', () => {
  it.each(said)('%o', (violation, sentence, status) => {
    expect(violationOnTheWire(violation)).toBe(sentence);
    expect(codeOfViolation(violation)).toBe(status === 400 ? 'INVALID_RESPONSE_DATA' : 'CONSTRAINT_VIOLATION');
  });

  it('speaks the language of the person, and English on the wire', () => {
    speak({ language: 'de', locale: 'de' });
    const time = (ms: number) => `${ms}`;
    expect(describeViolation({ rule: 'too-short', min: 12, length: 11 }, time)).toBe(
      'Mindestens 12 Zeichen: Es fehlt noch 1.',
    );
    expect(describeViolation({ rule: 'below', min: 0.5 }, time)).toBe('Mindestens 0,5.');
    expect(violationOnTheWire({ rule: 'whole-number' })).toBe('A whole number is wanted.');
  });

  it('says times in the words of the place where it is read', () => {
    expect(describeViolation({ rule: 'too-late', max: 5 }, (ms) => `${ms} o'clock`)).toBe(
      "Must not be after 5 o'clock.",
    );
  });
});
