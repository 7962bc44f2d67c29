import type { snooze as english } from '../english/snooze.ts';
import { foreign } from '../foreign.ts';

export const snooze: typeof english = {
  button: 'Zurückstellen',
  heading: 'Zurückstellen bis',
  options: {
    'in-an-hour': 'In 1 Stunde',
    'this-evening': 'Heute Abend',
    tomorrow: 'Morgen',
    'next-week': 'Nächste Woche',
    'before-deadline': '10 Minuten vor der Frist',
  },
  pick: 'Tag und Uhrzeit wählen',
  pickButton: 'Bis dahin zurückstellen',
  bringBack: 'Jetzt zurück in den Eingang',
  latest: (when) => `Sie ist spätestens ${when} zurück, 10 Minuten vor ihrer Frist.`,
  tooNear: 'Die Frist ist zu nah: Eine Frage ist spätestens 10 Minuten vor ihrer Frist zurück.',
  wantsMoment: 'Bitte Tag und Uhrzeit wählen.',
  isPast: 'Dieser Zeitpunkt ist schon vorbei. Bitte einen späteren wählen.',
  isTooLate: (when) => `Das läge hinter der Frist. Möglich ist spätestens ${when}.`,

  today: (time) => `heute, ${time}`,
  tomorrow: (time) => `morgen, ${time}`,
  other: (day, time) => `${day}, ${time}`,

  until: (when) => `Zurückgestellt bis ${when}`,
  untilHint: 'Sie kann trotzdem hier beantwortet werden.',
  toast: (title, when) => `„${foreign(title, 50)}“ ist zurückgestellt bis ${when}`,
  broughtBack: (title) => `„${foreign(title, 50)}“ ist zurück im Eingang`,
  undo: 'Rückgängig',
  stillOpen: 'Diese Frage wartet noch auf eine Antwort. Sie lässt sich zurückstellen.',

  empty: 'Nichts ist zurückgestellt',
  emptyHint: 'Was Sie zurückstellen, wartet hier. Es kommt von selbst wieder, und rechtzeitig vor seiner Frist.',

  back: 'wieder da',
  pinned: 'angeheftet',
  pin: 'Anheften',
  archive: 'Erledigt',

  isOver: 'Diese Frage ist beendet.',

  noteReturned: 'Wieder da, wie gewünscht',
  noticed: (outcome, because, why) => {
    switch (outcome) {
      case 'shown':
        return 'Angezeigt: Die Frage war zurückgestellt und ist wieder da';
      case 'summary':
        return 'Wieder da und in einer Zusammenfassung mitgezählt: Es kamen viele auf einmal';
      case 'failed':
        return `Wieder da, aber das System hat es nicht angezeigt${why ? `: ${foreign(why, 200)}` : ''}`;
      case 'withheld':
        return `Wieder da, nicht angezeigt${because ? `: ${because}` : ''}`;
    }
  },
};
