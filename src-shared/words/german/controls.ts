import type { controls as english } from '../english/controls.ts';
import { exact, number, plural } from '../plural.ts';

export const controls: typeof english = {
  cannotAnswer: {
    'unknown-type': (label, type) =>
      `${label} kann hier nicht beantwortet werden: Diese App kennt die Antwortart „${type}“ nicht. Eine neuere Version vielleicht.`,
    malformed: (label, type) =>
      `${label} kann hier nicht beantwortet werden: Der Dienst hat eine Aktion „${type}“ gesendet, die sich widerspricht.`,
  },
  binary: { nothingYet: 'Wählen Sie zuerst eines von beiden.' },
  choice: {
    nothingYet: 'Wählen Sie zuerst.',
    showMore: (n, left) => `${number(n)} weitere von ${number(left)} zeigen`,
    noMatch: 'Keine Möglichkeit enthält diese Wörter.',
    search: 'Die Möglichkeiten durchsuchen',
    searchHint: (n) => `${plural(n, { one: 'Möglichkeit', other: 'Möglichkeiten' })} durchsuchen`,
    found: (found, total) => `${number(found)} von ${number(total)}`,
  },
  multiChoice: {
    nothingYet: 'Wählen Sie zuerst.',
    none: 'Nichts wählen',
    chosen: (n) => `${number(n)} gewählt`,
    ofAtLeast: (n, min) => `${number(n)} von mindestens ${number(min)} gewählt`,
    ofAtMost: (n, max) => `${number(n)} von höchstens ${number(max)} gewählt`,
    of: (n, wanted) => `${number(n)} von ${number(wanted)} gewählt`,
    ofRange: (n, min, max) => `${number(n)} von ${number(min)}–${number(max)} gewählt`,
    full: (counted) => `${counted}. Für eine andere nehmen Sie erst eine weg.`,
  },
  text: {
    nothingYet: 'Schreiben Sie zuerst etwas.',
    leaveEmpty: 'Leer lassen',
    count: (length, max) => `${number(length)} / ${number(max)}`,
    atLeast: (min) => `Mindestens ${number(min)} Zeichen`,
    atMost: (max) => `Höchstens ${number(max)} Zeichen`,
    exactly: (n) => `Genau ${number(n)} Zeichen`,
    range: (min, max) => `${number(min)} bis ${number(max)} Zeichen`,
  },
  number: {
    nothingYet: 'Schreiben Sie zuerst eine Zahl.',
    unit: (unit) => `. Einheit: ${unit}`,
    empty: 'leer',
    decrease: 'Verringern',
    increase: 'Erhöhen',
  },
  scale: {
    nothingYet: 'Wählen Sie zuerst einen Wert auf der Skala.',
    notChosen: 'nicht gewählt',
    range: (min, max) => `${exact(min)} bis ${exact(max)}`,
    rangeInSteps: (min, max, step) => `${exact(min)} bis ${exact(max)} in Schritten von ${exact(step)}`,
    end: (value, label) => `. ${exact(value)} ist ${label}`,
  },
  datetime: {
    nothingYet: 'Geben Sie zuerst einen Tag und eine Uhrzeit an.',
    incomplete: 'Geben Sie einen Tag und eine Uhrzeit an.',
    noSuchDay: 'Diesen Tag gibt es nicht.',
    noSuchTime: 'Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt.',
    localTime: 'Ihre Ortszeit.',
    between: (from, to) => `Von ${from} bis ${to}.`,
    from: (from) => `Ab ${from}.`,
    upTo: (to) => `Bis ${to}.`,
    sentAs: (utc) => `Gesendet als ${utc} UTC.`,
    now: 'jetzt',
    ahead: (wait) => `in ${wait}`,
    ago: (age) => `vor ${age}`,
  },
};
