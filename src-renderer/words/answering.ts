import type { AnswerView, WaitsFor } from '#shared/inbox/item';
import { duration } from '#shared/inbox/urgency';
import { unreachable } from '#shared/result';
import { words } from '#shared/words/words';

/** How a person's answer stands, in words: a heading and, where there is more to say, a sentence. */
export function answerHeading(answer: AnswerView): string {
  const { headings, waitingHeadings, returnedHeadings } = words.answering;
  switch (answer.state) {
    case 'waiting':
      return waitingHeadings[answer.waitsFor];
    case 'returned':
      return returnedHeadings[answer.because];
    default:
      return headings[answer.state];
  }
}

/** What a waiting answer waits for; `waitMs` is the time until it is tried again, undefined where no time ends the wait. */
export function waitingWords(waitsFor: WaitsFor, waitMs: number | undefined): string {
  const say = words.answering;
  if (waitsFor === 'resume') return say.waitsForResume;
  if (waitsFor === 'token' || waitMs === undefined) return say.waitsForToken;
  return waitMs > 0 ? say.waitsTryingIn(duration(waitMs)) : say.waitsTryingNow;
}

/** How the person's own answer stands, in a pill; `now` in ms of this machine. */
export function answerStateWords(answer: AnswerView, now: number): string {
  const { pills } = words.answering;
  switch (answer.state) {
    case 'held': {
      const seconds = Math.ceil((answer.sendAt - now) / 1000);
      return seconds > 0 ? pills.sendingIn(seconds) : pills.sending;
    }
    case 'waiting':
      return pills.waiting[answer.waitsFor];
    case 'sending':
      return pills.sending;
    case 'accepted':
    case 'delivered':
      return pills.sent;
    case 'returned':
      return pills.cameBack;
    default:
      return unreachable(answer);
  }
}
