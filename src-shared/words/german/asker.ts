import type { asker as english } from '../english/asker.ts';
import { foreign } from '../foreign.ts';
import { number } from '../plural.ts';

export const asker: typeof english = {
  asking: 'Fragen',
  suspended: 'Ausgesetzt: Er kann nicht fragen, bis Sie ihn fortsetzen.',
  revoked: 'Sein Schlüssel ist widerrufen: Er kann weder fragen noch seine Antworten lesen.',
  suspend: 'Aussetzen …',
  resume: 'Fortsetzen',
  revoke: 'Schlüssel widerrufen …',
  newKey: 'Neuer Schlüssel in den Einstellungen',
  suspendTitle: (name) => `${foreign(name)} aussetzen?`,
  suspendBody:
    'Er kann nichts Neues fragen, bis Sie ihn fortsetzen. Ihre Antworten kann er weiter lesen, und was er gefragt hat, bleibt für Sie offen.',
  suspendConfirm: 'Aussetzen',
  revokeTitle: (name) => `Den Schlüssel von ${foreign(name)} widerrufen?`,
  revokeBody:
    'Sein Schlüssel gilt sofort und für immer nicht mehr: Er kann weder fragen noch Ihre Antworten lesen. Was er gefragt hat, bleibt erhalten. In den Einstellungen kann er einen neuen Schlüssel bekommen.',
  revokeLocalTitle: 'Den Schlüssel der Skripte auf diesem Rechner widerrufen?',
  revokeLocalBody:
    'Alle Skripte und Agenten auf diesem Rechner, die mit dem Schlüssel von „Local agents“ fragen, können sofort weder fragen noch Antworten lesen. Der Schlüssel verschwindet aus seiner Datei. Was sie gefragt haben, bleibt erhalten. In den Einstellungen kann „Local agents“ einen neuen Schlüssel bekommen.',
  revokeConfirm: 'Widerrufen',
  localKeyRevoked: 'Der Schlüssel von „Local agents“ ist widerrufen.',
  localKeyRevokedHint: 'In den Einstellungen unter „Dienste“ bekommt er einen neuen.',

  earlier: 'Frühere Entscheidungen',
  earlierHint: 'Die letzten für diesen Dienst und dieses Projekt.',
  alike: (of, answers) => {
    const parts = answers.map(
      ({ label, times }) => `„${foreign(label, 60)}“ ${times === 1 ? 'einmal' : `${number(times)}-mal`}`,
    );
    return `Auf die letzten ${number(of)} dieser Art haben Sie so geantwortet: ${parts.join(', ')}.`;
  },
  isAlike: 'wie diese',
  byOther: 'anderswo beantwortet',
  answered: 'beantwortet',
  open: (title) => `Im Verlauf öffnen: ${foreign(title)}`,
};
