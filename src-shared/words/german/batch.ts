import type { batch as english } from '../english/batch.ts';
import { foreign } from '../foreign.ts';
import { number, plural } from '../plural.ts';

const questions = (n: number) => plural(n, { one: 'Frage', other: 'Fragen' });

export const batch: typeof english = {
  region: 'Ausgewählte Fragen',
  selected: (n) => `${number(n)} ausgewählt`,
  clear: 'Auswahl aufheben',
  reading: (done, total) => `${number(done)} von ${number(total)} gelesen`,
  tooMany: (limit) => `Höchstens ${number(limit)} können zusammen beantwortet werden.`,
  leftOut: (n) =>
    `${plural(n, { one: 'davon nimmt', other: 'davon nehmen' })} gerade keine Antwort an und ${n === 1 ? 'bleibt' : 'bleiben'} außen vor.`,
  nothing: {
    'none-open': 'Keine davon nimmt gerade eine Antwort an.',
    'several-services': 'Nur Fragen desselben Dienstes können zusammen beantwortet werden.',
    'no-action': 'Keine Antwort passt auf alle diese Fragen.',
  },
  why: 'Warum nicht die anderen?',
  refused: {
    flagged: 'verlangt jedes Mal eine eigene Bestätigung',
    written: 'wird für jede Frage einzeln geschrieben',
    'not-offered-by-all': 'wird nicht von allen angeboten',
    'not-the-same': 'ist nicht in allen gleich',
    'unknown-type': 'kann hier nicht beantwortet werden',
  },
  refusedAction: (label, because) => `„${foreign(label, 60)}“ ${because}.`,
  answerWith: (label, n) => `${questions(n)} mit „${foreign(label, 256)}“ beantworten`,
  title: (n) => `${questions(n)} zusammen beantworten?`,
  sends: 'Sendet',
  to: (n) => `an ${questions(n)} von`,
  noAnswerYet: 'Wählen Sie, was gesendet wird.',
  items: 'Fragen, die beantwortet werden',
  confirm: (n) => `${number(n)} beantworten`,
  cancel: 'Abbrechen',
  allTicked: 'Nehmen Sie den Haken weg, wo nicht geantwortet werden soll.',
  saving: (done, total) => `${number(done)} von ${number(total)} gespeichert`,
  stop: 'Anhalten',
  undoAll: 'Alle zurücknehmen',
  details: 'Ergebnisse',
  close: 'Schließen',
  resultTitle: (label) => `Mit „${foreign(label, 60)}“ beantwortet`,
  inSeconds: (seconds) => ` in ${number(seconds)} s`,
  outcomes: {
    saving: 'wird gespeichert',
    'not-tried': 'nicht beantwortet: vorher angehalten',
    'not-saved': 'nicht beantwortet',
    held: 'wird gesendet',
    waiting: 'gespeichert, wartet auf den Server',
    sending: 'wird gerade gesendet',
    sent: 'gesendet',
    'taken-back': 'zurückgenommen, nichts wurde gesendet',
    'too-late': 'zu spät: die Frist war vorbei',
    withdrawn: 'vor dem Senden zurückgezogen',
    'already-answered': 'schon von jemand anderem beantwortet',
    refused: 'vom Server abgelehnt',
    'confirm-again': 'kam zur erneuten Bestätigung zurück',
  },
  counted: (n, outcome) => `${number(n)} ${outcome}`,
};
