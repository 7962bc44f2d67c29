import type { validation as english } from '../english/validation.ts';
import { exact, number } from '../plural.ts';

export const validation: typeof english = {
  noValue: 'Diese Antwort hat keinen Wert.',
  wanted: {
    'true or false': 'Diese Antwort muss wahr oder falsch sein.',
    text: 'Diese Antwort muss ein Text sein.',
    'a number': 'Diese Antwort muss eine Zahl sein.',
    'a list of options': 'Diese Antwort muss eine Liste von Optionen sein.',
    'a time': 'Diese Antwort muss ein Zeitpunkt sein.',
  },
  wholeNumber: 'Gefragt ist eine ganze Zahl.',
  unknownOption: (option) => `„${option}“ steht nicht zur Wahl.`,
  duplicateOption: (option) => `„${option}“ ist doppelt gewählt.`,
  tooFew: (min, missing) => `Wählen Sie mindestens ${number(min)}: Es ${areMissing(missing)}.`,
  tooMany: (max, over) => `Wählen Sie höchstens ${number(max)}: Es ${areTooMany(over)}.`,
  tooShort: (min, missing) => `Mindestens ${number(min)} Zeichen: Es ${areMissing(missing)}.`,
  tooLong: (max, over) => `Höchstens ${number(max)} Zeichen: Es ${areTooMany(over)}.`,
  below: (min) => `Mindestens ${exact(min)}.`,
  above: (max) => `Höchstens ${exact(max)}.`,
  offStep: (step, base, below, above) => `In Schritten von ${exact(step)} ab ${exact(base)}: ${nearest(below, above)}.`,
  tooEarly: (time) => `Nicht vor ${time}.`,
  tooLate: (time) => `Nicht nach ${time}.`,
  notANumber: 'Schreiben Sie eine Zahl, zum Beispiel 12 oder 0,5.',
  twoWays: 'Das lässt sich auf zwei Arten lesen. Schreiben Sie die Zahl ohne Tausendertrennzeichen.',
  tooManyDigits: 'Diese Zahl hat mehr Stellen, als sich genau senden lassen.',
  numberHint: (min, max, step) => {
    const range = rangeOf(min, max);
    if (step === undefined) return range;
    return range === '' ? `In Schritten von ${exact(step)}` : `${range} in Schritten von ${exact(step)}`;
  },
};

function areMissing(n: number): string {
  return n === 1 ? 'fehlt noch 1' : `fehlen noch ${number(n)}`;
}

function areTooMany(n: number): string {
  return n === 1 ? 'ist 1 zu viel' : `sind ${number(n)} zu viel`;
}

function rangeOf(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return `${exact(min)} bis ${exact(max)}`;
  if (min !== undefined) return `Mindestens ${exact(min)}`;
  return max === undefined ? '' : `Höchstens ${exact(max)}`;
}

function nearest(below: number, above: number): string {
  if (!Number.isFinite(below) || !Number.isFinite(above)) return 'das liegt jenseits dessen, was sich zählen lässt';
  return below === above
    ? `am nächsten liegt ${exact(below)}`
    : `am nächsten liegen ${exact(below)} und ${exact(above)}`;
}
