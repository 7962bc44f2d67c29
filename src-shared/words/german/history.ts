import type { history as english } from '../english/history.ts';
import { foreign } from '../foreign.ts';
import { number, plural } from '../plural.ts';

export const history: typeof english = {
  export: 'Exportieren',
  exportShown: 'Exportieren, was gezeigt wird',
  exportAll: 'Verlauf exportieren',
  exportHint: 'Jede Entscheidung: wer, was, wann und wie lange, mit den Hashes, mit denen jeder sie prüfen kann.',
  exportAs: { csv: 'CSV', json: 'JSON' },
  exportNames: { csv: 'Als CSV exportieren', json: 'Als JSON exportieren' },
  exporting: 'Wird exportiert…',
  exported: (decisions) =>
    `${plural(decisions, { one: 'Entscheidung wurde', other: 'Entscheidungen wurden' })} exportiert.`,

  verify: 'Verlauf prüfen',
  verifyHint: 'Sagt, ob am Verlauf auf diesem Rechner etwas verändert wurde, seit er geschrieben wurde.',
  stop: 'Anhalten',
  checking: (done, total) =>
    total === 0 ? 'Wird gelesen…' : `Wird gelesen… ${number(Math.min(done, total))} von ${number(total)}`,
  failed: 'Der Verlauf konnte nicht geprüft werden.',
  faults: 'Was verändert wurde',
  head: 'Letzter Hash',
  headHint:
    'Notieren Sie ihn anderswo: Solange ein späterer Verlauf noch zu ihm führt, wurde nichts davor umgeschrieben.',
  copyHead: 'Hash kopieren',

  unaltered: (decisions) => `${plural(decisions, { one: 'Entscheidung', other: 'Entscheidungen' })}, nichts verändert.`,
  altered: (decisions, faults) =>
    `${plural(decisions, { one: 'Entscheidung', other: 'Entscheidungen' })}, davon nicht mehr wie geschrieben: ${number(faults)}.`,
  removed: 'Ältere wurden nach Ablauf der Zeit oder mit ihrem Konto entfernt.',
  removedSince: (when) => `Ältere wurden nach Ablauf der Zeit oder mit ihrem Konto entfernt, zuletzt ${when}.`,
  recordedAt: (time) => `Aufgezeichnet ${time}`,
  recordedAfter: (time) => `Aufgezeichnet nach ${time}`,
  changed: (title, parts) => `Seither geändert: „${foreign(title)}“ (${parts})`,
  changedUntitled: (seq, parts) => `Seither geändert: die Frage von Eintrag ${number(seq)} (${parts})`,
  gone: (seq) => `Verschwunden: die Frage von Eintrag ${number(seq)}`,
  unrecorded: (title) => `Nicht aufgezeichnet: „${foreign(title)}“`,
  records: {
    altered: (from, to) => `${recordNumbers(from, to)} verändert`,
    missing: (from, to) => `${recordNumbers(from, to)} fehlt`,
    emptied: (from, to) => `${recordNumbers(from, to)} geleert`,
    added: (from, to) => `${recordNumbers(from, to)} hinzugefügt`,
  },
  parts: {
    status: 'wie sie steht',
    status_at: 'seit wann sie so steht',
    ended_at: 'wann sie endete',
    reason: 'der Grund',
    service: 'der Dienst',
    title: 'der Titel',
    question: 'was gefragt wurde',
    asked_at: 'wann gefragt wurde',
    received_at: 'wann sie ankam',
    by_me: 'ob Sie geantwortet haben',
    words: 'die Antwort',
    response: 'die Antwort auf dem Server',
    action: 'die gewählte Aktion',
    responder: 'wer geantwortet hat',
    row: 'sie kann nicht mehr gelesen werden',
  },
};

function recordNumbers(from: number, to: number): string {
  return from === to ? `Eintrag ${number(from)}` : `Eintrag ${number(from)} bis ${number(to)}`;
}
