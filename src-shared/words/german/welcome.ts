import type { welcome as english } from '../english/welcome.ts';
import { plural } from '../plural.ts';

export const welcome: typeof english = {
  title: 'Willkommen',
  intro:
    'Agenten fragen, Sie entscheiden. Auf diesem Rechner läuft schon ein Server: Alles, was hier läuft, kann Ihnen sofort eine Frage stellen.',
  tryTitle: 'In Aktion sehen',
  tryHint: 'Stellt über den Server eine Frage jeder Art, genau wie ein Agent.',
  sendSamples: 'Beispielfragen senden',
  sending: 'Wird gesendet…',
  sent: (n) => `${plural(n, { one: 'Frage', other: 'Fragen' })} gesendet, jetzt in Ihrem Eingang.`,
  samplesFailed: 'Die Beispiele konnten nicht gesendet werden.',
  askTitle: 'Aus einem Skript fragen',
  askHint: {
    sh: 'Fügen Sie dies in ein Terminal auf diesem Rechner ein.',
    powershell: 'Fügen Sie dies in PowerShell ein.',
  },
  copyCommand: 'Befehl kopieren',
  loadingCommand: 'Der Befehl erscheint hier, sobald der Server bereit ist.',
  commandFailed: 'Der Befehl konnte nicht gelesen werden.',
  nextTitle: 'Wie es weitergeht',
  next: [
    'Die Frage erscheint in der Liste links und als Benachrichtigung.',
    'Sie beantworten sie. Einige Sekunden lang können Sie die Antwort zurücknehmen.',
    'Die Antwort geht an den Agenten, genau einmal, und bleibt im Verlauf.',
  ],
  putAway: 'Nicht mehr zeigen',
  stillInSettings: 'Diese Seite finden Sie in den Einstellungen wieder.',
};
