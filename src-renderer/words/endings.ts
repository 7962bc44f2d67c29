import type { Ending, ItemDetail, ItemRow } from '#shared/inbox/item';
import { unreachable } from '#shared/result';
import { visibleText } from '#shared/text/hidden-characters';
import { foreign } from '#shared/words/foreign';
import { words } from '#shared/words/words';

type Answered = Extract<Ending, { how: 'answered' }>;

/** How an item ended without an answer from here: a heading, and what else there is to know. */
export function endingWords(ending: Ending): { heading: string; words: string | undefined } {
  const say = words.endings;
  switch (ending.how) {
    case 'expired':
      return { heading: say.expired, words: say.expiredMore };
    case 'withdrawn': {
      const { reason } = ending;
      const because = reason ? say.withdrawnBecause(visibleText(reason)) : say.withdrawnWithoutReason;
      return { heading: say.withdrawn, words: because };
    }
    case 'answered': {
      const said = ending.words === undefined ? undefined : say.quoted(ending.words);
      if (ending.byMe) return { heading: say.byYou, words: said };
      const { responder } = ending;
      const heading = responder ? say.elsewhereBy[responder.type](visibleText(responder.id)) : say.elsewhere;
      return { heading, words: said };
    }
    default:
      return unreachable(ending);
  }
}

/** Who was first, with what, and when. `time` says a moment in the person's own way. */
export function winnerWords(ending: Answered, time: (ms: number) => string): string {
  const { responder, byMe } = ending;
  const say = words.endings.winner;
  const at = time(ending.at);
  const said = ending.words === undefined ? undefined : visibleText(ending.words);
  if (byMe) return said === undefined ? say.you(at) : say.youSaid(said, at);
  if (!responder) return said === undefined ? say.somebody(at) : say.somebodySaid(said, at);
  const who = visibleText(responder.id);
  if (responder.type === 'agent') return said === undefined ? say.agent(who, at) : say.agentSaid(who, said, at);
  return said === undefined ? say.human(who, at) : say.humanSaid(who, said, at);
}

type Ended = Pick<ItemRow, 'answer'> & { ending: Ending };

/** How an item ended, in a row: what was said, which may be long, and by whom or what else there is to know. */
export function endingParts({ ending, answer }: Ended): { what: string; who: string | undefined } {
  const say = words.endings.row;
  const cameBack = answer?.state === 'returned' ? say.notSent : undefined;
  switch (ending.how) {
    case 'answered': {
      const what = ending.words === undefined ? say.answered : foreign(ending.words, 120);
      if (ending.byMe) return { what, who: say.you };
      const { responder } = ending;
      const elsewhere = responder ? say.elsewhereBy[responder.type](responder.id) : say.elsewhere;
      return { what, who: cameBack ? `${elsewhere} · ${cameBack}` : elsewhere };
    }
    case 'expired':
      return { what: say.expired, who: cameBack };
    case 'withdrawn':
      return { what: ending.reason ? say.withdrawnBecause(ending.reason) : say.withdrawn, who: cameBack };
    default:
      return unreachable(ending);
  }
}

/** How an item ended, in one line: "Approve Query · you". */
export function endingLine(row: Ended): string {
  const { what, who } = endingParts(row);
  return who === undefined ? what : `${what} · ${who}`;
}

/** The state of an item that is no longer open, in a word or two. */
export function statusWords({ status, ending }: ItemDetail): string {
  const say = words.endings.status;
  if (ending?.how === 'answered' && !ending.byMe) return say.elsewhere;
  switch (status) {
    case 'expired':
      return say.expired;
    case 'invalidated':
      return say.withdrawn;
    case 'completed':
      return say.delivered;
    case 'responded':
      return say.answered;
    default:
      return ending === undefined ? say.open : say[ending.how];
  }
}
