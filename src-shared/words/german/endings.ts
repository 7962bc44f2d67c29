import type { endings as english } from '../english/endings.ts';
import { foreign } from '../foreign.ts';

export const endings: typeof english = {
  expired: 'Abgelaufen',
  expiredMore: 'Die Frist verstrich, bevor jemand antwortete. Für Sie wurde nichts gesendet.',
  withdrawn: 'Vom Dienst zurückgezogen',
  withdrawnBecause: (reason) => `Sein Grund: ${reason}`,
  withdrawnWithoutReason: 'Er nannte keinen Grund.',
  byYou: 'Sie haben geantwortet',
  elsewhere: 'Anderswo beantwortet',
  elsewhereBy: {
    human: (who) => `Anderswo von ${who} beantwortet`,
    agent: (who) => `Anderswo vom Agenten ${who} beantwortet`,
  },
  quoted: (said) => `„${said}“`,

  winner: {
    you: (time) => `Sie haben geantwortet: ${time}.`,
    youSaid: (said, time) => `Sie haben „${said}“ geantwortet: ${time}.`,
    somebody: (time) => `Jemand anderes hat geantwortet: ${time}.`,
    somebodySaid: (said, time) => `Jemand anderes hat „${said}“ geantwortet: ${time}.`,
    human: (who, time) => `${who} hat geantwortet: ${time}.`,
    humanSaid: (who, said, time) => `${who} hat „${said}“ geantwortet: ${time}.`,
    agent: (who, time) => `Der Agent ${who} hat geantwortet: ${time}.`,
    agentSaid: (who, said, time) => `Der Agent ${who} hat „${said}“ geantwortet: ${time}.`,
  },

  row: {
    answered: 'Beantwortet',
    expired: 'Unbeantwortet abgelaufen',
    withdrawn: 'Zurückgezogen',
    withdrawnBecause: (reason) => `Zurückgezogen: ${foreign(reason, 120)}`,
    you: 'Sie',
    elsewhere: 'anderswo',
    elsewhereBy: {
      human: (who) => `anderswo, von ${foreign(who, 40)}`,
      agent: (who) => `anderswo, vom Agenten ${foreign(who, 40)}`,
    },
    notSent: 'Ihre Antwort wurde nicht gesendet',
  },

  status: {
    elsewhere: 'anderswo beantwortet',
    expired: 'abgelaufen',
    withdrawn: 'zurückgezogen',
    delivered: 'zugestellt',
    answered: 'beantwortet',
    open: 'offen',
  },
};
