import type { ItemRow } from '#shared/inbox/item';
import { unreachable } from '#shared/result';

/** What saving an answer of a batch came to, or that it was taken back since. */
export type Saved = { saved: true; at: number } | { saved: false; message: string } | { saved: false; takenBack: true };

/** How an answer of a batch stands. `not-saved`: it was refused here, with the reason; `not-tried`: the batch was stopped before. */
export type BatchOutcome =
  | 'saving'
  | 'not-tried'
  | 'not-saved'
  | 'held'
  | 'waiting'
  | 'sending'
  | 'sent'
  | 'taken-back'
  | 'too-late'
  | 'withdrawn'
  | 'already-answered'
  | 'refused'
  | 'confirm-again';

/** How the answer to an item stands, by what is known of it now: nothing is called sent that is not. */
export function outcomeOf(
  saved: Saved | undefined,
  row: Pick<ItemRow, 'answer' | 'ending'> | undefined,
  { isOver, hasStood, now }: { isOver: boolean; hasStood: boolean; now: number },
): BatchOutcome {
  if (saved === undefined) return isOver ? 'not-tried' : 'saving';
  if (!saved.saved) return 'takenBack' in saved ? 'taken-back' : 'not-saved';
  const answer = row?.answer;
  // A row that was read before the answer was saved knows nothing of it yet.
  if (!answer) return hasStood ? 'taken-back' : 'held';
  switch (answer.state) {
    case 'held':
      return now < answer.sendAt ? 'held' : 'sending';
    case 'waiting':
    case 'sending':
      return answer.state;
    case 'accepted':
    case 'delivered':
      return 'sent';
    case 'returned':
      return answer.because;
    default:
      return unreachable(answer);
  }
}
