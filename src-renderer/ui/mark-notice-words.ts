import { unreachable } from '#shared/result';
import { foreign } from '#shared/words/foreign';
import { words } from '#shared/words/words';
import type { MarkNotice } from '../stores/marks.ts';
import { comingMomentWords } from '../words/moments.ts';

/** What became of a mark, in a sentence. */
export function markNoticeWords(notice: MarkNotice): string {
  switch (notice.kind) {
    case 'snoozed':
      return words.snooze.toast(notice.title, comingMomentWords(notice.until, notice.at));
    case 'brought-back':
      return words.snooze.broughtBack(notice.title);
    case 'refused':
      return foreign(notice.error.message, 200);
    case 'still-open':
      return words.snooze.stillOpen;
    default:
      return unreachable(notice);
  }
}
