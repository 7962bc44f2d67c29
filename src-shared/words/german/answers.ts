import type { answers as english } from '../english/answers.ts';

export const answers: typeof english = {
  yes: 'Ja',
  no: 'Nein',
  nothing: 'nichts',
  untitled: 'Frage ohne Titel',
  unknownService: 'Unbekannter Dienst',
};
