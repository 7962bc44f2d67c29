import type { answering as english } from '../english/answering.ts';
import { number } from '../plural.ts';
import { dative } from './dative.ts';

export const answering: typeof english = {
  headings: {
    held: 'Gespeichert',
    sending: 'Wird gesendet',
    accepted: 'Vom Server angenommen',
    delivered: 'Dem Agenten zugestellt',
  },
  waitingHeadings: {
    connection: 'Gespeichert, wartet auf die Verbindung',
    server: 'Gespeichert, der Server bat zu warten',
    token: 'Gespeichert, wartet auf das Token des Kontos',
    resume: 'Gespeichert, wartet, bis das Konto fortgesetzt wird',
  },
  returnedHeadings: {
    'too-late': 'Zu spät: Die Frage war abgelaufen',
    withdrawn: 'Nicht gesendet: Die Frage wurde zurückgezogen',
    'already-answered': 'Schon beantwortet: Jemand anderes war schneller',
    refused: 'Der Server hat diese Antwort nicht angenommen',
    'confirm-again': 'Es hat zu lange gewartet: Bitte bestätigen Sie noch einmal',
  },

  waitsForResume:
    'Das Konto ist angehalten. Die Antwort bleibt auf diesem Rechner und wird gesendet, wenn Sie es in den Einstellungen fortsetzen.',
  waitsForToken:
    'Die Antwort bleibt auf diesem Rechner. Der Server nimmt das Token dieser App nicht an: Mit einem, das er annimmt, geht sie von selbst hinaus.',
  waitsTryingNow: 'Die Antwort bleibt auf diesem Rechner und wird gesendet, sobald das geht. Gerade wird es versucht.',
  waitsTryingIn: (wait) =>
    `Die Antwort bleibt auf diesem Rechner und wird gesendet, sobald das geht. Nächster Versuch in ${dative(wait)}.`,
  correctIt: 'Was Sie eingegeben haben, steht noch unten. Berichtigen Sie es und senden Sie es noch einmal.',
  unsent: 'Nicht gesendet: was Sie eingegeben hatten',

  send: 'Senden',
  sendNamed: (action) => `Senden: ${action}`,
  sends: (answer, service) => `Sendet ${answer} an ${service}`,
  sendsSentence: (answer, service) => `Sendet ${answer} an ${service}.`,
  emptyText: 'einen leeren Text',
  undo: 'Zurücknehmen',
  willBeSentIn: (seconds) => `Wird in ${number(seconds)} s gesendet`,
  beingSent: 'Geht gerade hinaus',
  lastTime: (why) => `Beim letzten Mal: ${why}`,
  serverSaid: (why) => `Der Server: ${why}`,
  untilServerHasIt: 'Die Antwort bleibt auf diesem Rechner, bis der Server sagt, dass er sie hat.',
  notPickedUp: 'Der Agent hat sie noch nicht abgeholt.',
  keptHere: 'Es wurde nicht gesendet. Ihre Worte sind hier aufbewahrt.',
  request: (id) => `Anfrage ${id}`,
  reviewAndConfirm: 'Ansehen und bestätigen…',
  copyAnswer: 'Die Antwort kopieren',

  pills: {
    sendingIn: (seconds) => `Senden in ${number(seconds)} s`,
    sending: 'wird gesendet',
    waiting: {
      connection: 'wartet auf Verbindung',
      server: 'wartet auf Verbindung',
      token: 'wartet auf Token',
      resume: 'wartet',
    },
    sent: 'gesendet',
    cameBack: 'kam zurück',
  },
};
