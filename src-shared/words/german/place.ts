import type { place as english } from '../english/place.ts';

export const place: typeof english = {
  links: 'Links zu Triage Inbox mit dieser App öffnen',
  linksHint: 'Links der Form triage-inbox:// führen zu einer Frage. Sie enthalten nie eine Antwort.',
  linksNotInstalled: 'Nur für eine installierte App; diese läuft aus ihren Quellen.',
  density: 'Dichte',
  densityHint: 'Wie viel Platz eine Zeile der Listen einnimmt.',
  densities: { comfortable: 'Bequem', compact: 'Kompakt' },
  section: 'Abschnitt',
  groups: { connections: 'Verbindungen', answering: 'Antworten', app: 'Diese App', yours: 'Ihre Daten', help: 'Hilfe' },
};
