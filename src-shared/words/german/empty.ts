import type { empty as english } from '../english/empty.ts';
import { foreign } from '../foreign.ts';

export const empty: typeof english = {
  inbox: 'Nichts wartet auf Sie',
  history: 'Noch ist nichts entschieden',
  historyHint: 'Jede Frage, die beantwortet wird, abläuft oder zurückgezogen wird, bleibt hier erhalten.',
  search: (text) => `Nichts gefunden für „${foreign(text, 40)}“`,
  searchHint: 'Gesucht wird in Titeln, Beschreibungen, Diensten, Projekten, Einzelheiten und Antworten.',
  filter: (name) => `Von ${foreign(name, 40)} wartet nichts`,
  allDone: 'Alles erledigt',
  noneYet: 'Noch keine Fragen',
  howItArrives:
    'Agenten fragen, indem sie dem Server auf diesem Rechner eine Benachrichtigung senden. Die Frage erscheint hier sofort.',
  lastDecided: 'Zuletzt entschieden',
  howToAsk: 'Wie ein Agent fragt',
  chooseItem: 'Wählen Sie eine Frage, um sie hier zu sehen',
};
