import type { NoticeRecord } from '#shared/native/notice-record';
import { words } from '#shared/words/words';

/** One decision in words: "Shown", "Not shown: quiet hours". */
export function decisionWords({ occasion, outcome, because, why }: NoticeRecord): string {
  const isReminder = occasion === 'reminder';
  if (occasion === 'returned') return words.snooze.noticed(outcome, because && words.why.reasons[because], why);
  const say = words.why;
  switch (outcome) {
    case 'shown':
      return isReminder ? say.shownAsReminder : say.shown;
    case 'summary':
      return say.summary;
    case 'failed':
      return why ? say.refusedBySystem(why) : say.notShownBySystem;
    case 'withheld':
      if (because === undefined) return isReminder ? say.withheldReminder : say.withheld;
      return (isReminder ? say.withheldReminderBecause : say.withheldBecause)(say.reasons[because]);
  }
}
