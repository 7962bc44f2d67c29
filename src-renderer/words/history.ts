import type { HistoryFault, HistoryVerdict } from '#shared/history/verdict';
import { unreachable } from '#shared/result';
import { words } from '#shared/words/words';
import { exactTime } from './times.ts';

/** The result of a verification, in a sentence. */
export function verdictWords({ decisions, faultCount }: HistoryVerdict): string {
  const say = words.history;
  return faultCount === 0 ? say.unaltered(decisions) : say.altered(decisions, faultCount);
}

/** What was taken out as the person wanted it, or undefined. */
export function removedWords({ since, removed }: HistoryVerdict, now: number): string | undefined {
  const say = words.history;
  if (since !== undefined) return say.removedSince(exactTime(since, now));
  return removed === 0 ? undefined : say.removed;
}

/** One thing that is not as it was written: which, what, and when it was recorded. */
export function faultWords(fault: HistoryFault, now: number): { what: string; when: string } {
  const say = words.history;
  switch (fault.what) {
    case 'item-altered': {
      const names: Record<string, string> = say.parts;
      const parts = fault.parts.map((part) => names[part] ?? part).join(', ');
      const what = fault.title === '' ? say.changedUntitled(fault.seq, parts) : say.changed(fault.title, parts);
      return { what, when: recordedAt(fault.at, now) };
    }
    case 'item-missing':
      return { what: say.gone(fault.seq), when: recordedAt(fault.at, now) };
    case 'unrecorded':
      return { what: say.unrecorded(fault.title), when: '' };
    case 'altered':
      return { what: say.records.altered(fault.from, fault.to), when: recordedAt(fault.at, now) };
    case 'missing':
    case 'emptied':
    case 'added':
      return {
        what: say.records[fault.what](fault.from, fault.to),
        when: fault.at === undefined ? '' : say.recordedAfter(exactTime(fault.at, now)),
      };
    default:
      return unreachable(fault);
  }
}

function recordedAt(at: number | undefined, now: number): string {
  return at === undefined ? '' : words.history.recordedAt(exactTime(at, now));
}
