import { foreign } from '../foreign.ts';

type Type = 'human' | 'agent';

/** How questions ended. `who` and `said` are somebody else's words, without hidden characters. */
export const endings = {
  expired: 'Expired',
  expiredMore: 'The deadline passed before anybody answered. Nothing was sent for you.',
  withdrawn: 'Withdrawn by the service',
  withdrawnBecause: (reason: string) => `Its reason: ${reason}`,
  withdrawnWithoutReason: 'It gave no reason.',
  byYou: 'You answered this',
  elsewhere: 'Answered elsewhere',
  elsewhereBy: {
    human: (who: string) => `Answered elsewhere by ${who}`,
    agent: (who: string) => `Answered elsewhere by the agent ${who}`,
  } satisfies Record<Type, (who: string) => string>,
  quoted: (said: string) => `“${said}”`,

  /** Who was first, with what, and when. */
  winner: {
    you: (time: string) => `You answered at ${time}.`,
    youSaid: (said: string, time: string) => `You answered “${said}” at ${time}.`,
    somebody: (time: string) => `Somebody else answered at ${time}.`,
    somebodySaid: (said: string, time: string) => `Somebody else answered “${said}” at ${time}.`,
    human: (who: string, time: string) => `${who} answered at ${time}.`,
    humanSaid: (who: string, said: string, time: string) => `${who} answered “${said}” at ${time}.`,
    agent: (who: string, time: string) => `The agent ${who} answered at ${time}.`,
    agentSaid: (who: string, said: string, time: string) => `The agent ${who} answered “${said}” at ${time}.`,
  },

  /** In a row of a list. */
  row: {
    answered: 'Answered',
    expired: 'Expired unanswered',
    withdrawn: 'Withdrawn',
    withdrawnBecause: (reason: string) => `Withdrawn: ${foreign(reason, 120)}`,
    you: 'you',
    elsewhere: 'elsewhere',
    elsewhereBy: {
      human: (who: string) => `elsewhere, by ${foreign(who, 40)}`,
      agent: (who: string) => `elsewhere, by the agent ${foreign(who, 40)}`,
    } satisfies Record<Type, (who: string) => string>,
    notSent: 'your answer was not sent',
  },

  /** In the pill of an item that is no longer open. */
  status: {
    elsewhere: 'answered elsewhere',
    expired: 'expired',
    withdrawn: 'withdrawn',
    delivered: 'delivered',
    answered: 'answered',
    open: 'open',
  },
};
