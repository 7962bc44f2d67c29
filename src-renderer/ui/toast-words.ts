import { unreachable } from '#shared/result';
import { words } from '#shared/words/words';
import type { Toast } from '../stores/toasts.ts';

/** How an answer stands, in a sentence. */
export function toastWords(toast: Toast): string {
  switch (toast.kind) {
    case 'held':
      return words.toast.willBeSent(toast.answer);
    case 'sending':
      return words.toast.sending(toast.answer);
    case 'sent':
      return words.toast.sent(toast.answer);
    case 'waiting':
      return words.toast.waiting[toast.waitsFor](toast.answer);
    case 'taken-back':
      return words.toast.takenBack(toast.answer);
    case 'returned':
      return toast.winner === undefined
        ? words.toast.returned[toast.because](toast.answer)
        : words.toast.lostTo(toast.answer, toast.winner);
    case 'not-undone':
      return words.toast.notUndone(toast.message);
    default:
      return unreachable(toast);
  }
}
