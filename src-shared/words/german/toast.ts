import type { toast as english } from '../english/toast.ts';
import { foreign } from '../foreign.ts';
import { number } from '../plural.ts';

export const toast: typeof english = {
  region: 'Antworten auf dem Weg',
  willBeSent: (answer) => `Sendet „${foreign(answer, 60)}“`,
  inSeconds: (seconds) => ` in ${number(seconds)} s`,
  undo: 'Zurücknehmen',
  open: 'Öffnen',
  sending: (answer) => `„${foreign(answer, 60)}“ geht gerade hinaus`,
  sent: (answer) => `„${foreign(answer, 60)}“ ist gesendet`,
  waiting: {
    connection: (answer) =>
      `„${foreign(answer, 60)}“ ist gespeichert und geht hinaus, sobald der Server zu erreichen ist.`,
    server: (answer) => `„${foreign(answer, 60)}“ ist gespeichert und geht hinaus, sobald der Server Zeit dafür hat.`,
    token: (answer) =>
      `„${foreign(answer, 60)}“ ist gespeichert und geht hinaus, sobald der Server das Token dieser App wieder annimmt.`,
    resume: (answer) => `„${foreign(answer, 60)}“ ist gespeichert und geht hinaus, sobald das Konto fortgesetzt wird.`,
  },
  takenBack: (answer) => `„${foreign(answer, 60)}“ ist zurückgenommen. Nichts wurde gesendet.`,
  notUndone: (message) => foreign(message, 200),
  returned: {
    'too-late': (answer) => `„${foreign(answer, 60)}“ wurde nicht gesendet: Die Frist war vorbei.`,
    withdrawn: (answer) => `„${foreign(answer, 60)}“ wurde nicht gesendet: Die Frage wurde zurückgezogen.`,
    'already-answered': (answer) =>
      `„${foreign(answer, 60)}“ wurde nicht gesendet: Jemand anderes hat schon geantwortet.`,
    refused: (answer) => `„${foreign(answer, 60)}“ wurde nicht gesendet: Der Server hat es abgelehnt.`,
    'confirm-again': (answer) =>
      `„${foreign(answer, 60)}“ wurde nicht gesendet: Es hat so lange gewartet, dass Sie es noch einmal bestätigen müssen.`,
  },
  lostTo: (answer, winner) =>
    `„${foreign(answer, 60)}“ wurde nicht gesendet: ${foreign(winner, 40)} hat schon geantwortet.`,
};
