import { foreign } from '../foreign.ts';
import { number, plural } from '../plural.ts';

/** What is said about the history as a whole: its export, and whether it is what was written. */
export const history = {
  export: 'Export',
  exportShown: 'Export what is shown',
  exportAll: 'Export History',
  exportHint: 'Every decision with who, what, when and how long, and with the hashes by which anybody can verify it.',
  exportAs: { csv: 'CSV', json: 'JSON' },
  exportNames: { csv: 'Export as CSV', json: 'Export as JSON' },
  exporting: 'Exporting…',
  exported: (decisions: number) => `${plural(decisions, { one: 'decision was', other: 'decisions were' })} exported.`,

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

  unaltered: (decisions: number) => `${plural(decisions, { one: 'decision', other: 'decisions' })}, nothing altered.`,
  altered: (decisions: number, faults: number) =>
    `${plural(decisions, { one: 'decision', other: 'decisions' })}, and ${plural(faults, { one: 'thing is not as it was written', other: 'things are not as they were written' })}.`,
  removed: 'Older ones were removed by the time limit or with their account.',
  removedSince: (when: string) =>
    `Older ones were removed by the time limit or with their account, the last time ${when}.`,
  recordedAt: (time: string) => `Recorded ${time}`,
  recordedAfter: (time: string) => `Recorded after ${time}`,
  changed: (title: string, parts: string) => `Changed since: “${foreign(title)}” (${parts})`,
  changedUntitled: (seq: number, parts: string) => `Changed since: the question of record ${number(seq)} (${parts})`,
  gone: (seq: number) => `Gone: the question of record ${number(seq)}`,
  unrecorded: (title: string) => `Not recorded: “${foreign(title)}”`,
  records: {
    altered: (from: number, to: number) => `${recordNumbers(from, to)} altered`,
    missing: (from: number, to: number) => `${recordNumbers(from, to)} missing`,
    emptied: (from: number, to: number) => `${recordNumbers(from, to)} emptied`,
    added: (from: number, to: number) => `${recordNumbers(from, to)} added`,
  },
  /** The parts of a record that the chain of hashes covers, by their columns. */
  parts: {
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
  },
};

function recordNumbers(from: number, to: number): string {
  return from === to ? `Record ${number(from)}` : `Records ${number(from)} to ${number(to)}`;
}
