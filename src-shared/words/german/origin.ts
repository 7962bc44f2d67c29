import type { origin as english } from '../english/origin.ts';

export const origin: typeof english = {
  title: 'Herkunft',
  service: 'Dienst',
  unnamed: 'ohne Namen',
  first: 'erste Frage dieses Dienstes',
  earlier: 'Frühere Entscheidungen',
  notifications: 'Benachrichtigungen',
  looksLike: 'Sieht aus wie',
  another: 'ein anderer Dienst',
  twin: (name, id) => `„${name}“ mit der Kennung ${id}`,
  serviceId: 'Kennung des Dienstes',
  project: 'Projekt',
  server: 'Server',
  notConnected: 'gerade nicht verbunden',
  removed: 'entfernt',
  questionId: 'Kennung der Frage',
};
