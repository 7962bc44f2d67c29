import type { HistoryFault, HistoryVerdict } from '#shared/history/verdict';
import { unreachable } from '#shared/result';
import { countWords, exactTime, foreignWords as foreign, number } from './shell.ts';

/** What is said about the history as a whole: its export, and whether it is what was written. */
export const historyWords = {
  export: 'Export',
  exportShown: 'Export what is shown',
  exportAll: 'Export History',
  exportHint: 'Every decision with who, what, when and how long, and with the hashes by which anybody can verify it.',
  exportAs: { csv: 'CSV', json: 'JSON' },
  exportNames: { csv: 'Export as CSV', json: 'Export as JSON' },
  exporting: 'Exporting…',
  exported: (decisions: number) => `${countWords(decisions, 'decision was', 'decisions were')} exported.`,

  verify: 'Verify History',
  verifyHint: 'Says whether anything in the History on this computer was altered since it was written.',
  stop: 'Stop',
  checking: (done: number, total: number) =>
    total === 0 ? 'Reading…' : `Reading… ${number(Math.min(done, total))} of ${number(total)}`,
  failed: 'The History could not be verified.',
  faults: 'What was altered',
  head: 'Last hash',
  headHint: 'Note it down elsewhere: as long as a later History still leads to it, nothing before it was rewritten.',
  copyHead: 'Copy hash',
} as const;

/** The result of a verification, in a sentence. */
export function verdictWords({ decisions, faultCount }: HistoryVerdict): string {
  const walked = countWords(decisions, 'decision', 'decisions');
  if (faultCount === 0) return `${walked}, nothing altered.`;
  return `${walked}, and ${countWords(faultCount, 'thing is', 'things are')} not as ${faultCount === 1 ? 'it was' : 'they were'} written.`;
}

/** What was taken out as the person wanted it, or undefined. */
export function removedWords({ since, removed }: HistoryVerdict, now: number, locale: string): string | undefined {
  if (since === undefined && removed === 0) return undefined;
  const when = since === undefined ? '' : `, the last time ${exactTime(since, now, locale)}`;
  return `Older ones were removed by the time limit or with their account${when}.`;
}

const partWords: Record<string, string> = {
  status: 'how it stands',
  status_at: 'since when it stands so',
  ended_at: 'when it ended',
  reason: 'the reason',
  service: 'the service',
  title: 'the title',
  question: 'what was asked',
  asked_at: 'when it was asked',
  received_at: 'when it was received',
  by_me: 'whether you answered',
  words: 'the answer',
  response: 'the answer at the server',
  action: 'the chosen action',
  responder: 'who answered',
  row: 'it can no longer be read',
};

/** One thing that is not as it was written: which, what, and when it was recorded. */
export function faultWords(fault: HistoryFault, now: number, locale: string): { what: string; when: string } {
  const time = (at: number | undefined) => (at === undefined ? '' : exactTime(at, now, locale));
  switch (fault.what) {
    case 'item-altered': {
      const parts = fault.parts.map((part) => partWords[part] ?? part).join(', ');
      const name = fault.title === '' ? `the question of record ${number(fault.seq)}` : `“${foreign(fault.title)}”`;
      return { what: `Changed since: ${name} (${parts})`, when: `Recorded ${time(fault.at)}` };
    }
    case 'item-missing':
      return { what: `Gone: the question of record ${number(fault.seq)}`, when: `Recorded ${time(fault.at)}` };
    case 'unrecorded':
      return { what: `Not recorded: “${foreign(fault.title)}”`, when: '' };
    case 'altered':
      return { what: `${records(fault)} altered`, when: fault.at === undefined ? '' : `Recorded ${time(fault.at)}` };
    case 'missing':
    case 'emptied':
    case 'added':
      return {
        what: `${records(fault)} ${fault.what}`,
        when: fault.at === undefined ? '' : `Recorded after ${time(fault.at)}`,
      };
    default:
      return unreachable(fault);
  }
}

function records({ from, to }: { from: number; to: number }): string {
  return from === to ? `Record ${number(from)}` : `Records ${number(from)} to ${number(to)}`;
}
