import { sha256 } from '#main/store/decision-outcome';
import { canonicalJson } from '#shared/history/canonical-json';
import type { ChainRow } from '#shared/history/chain-walk';
import { type Decision, type DecisionRecord, readRecord } from '#shared/history/decision-record';
import type { ExportRow } from '#shared/history/export-row';
import { type ItemKey, itemKey } from '#shared/inbox/item-key';
import type { LogReader, StoredItem } from './log-reader.ts';

const nothing = {
  is_last: null,
  recorded_at: null,
  title: null,
  status: null,
  answer: null,
  answered_by: null,
  answered_by_type: null,
  answered_by_me: null,
  answered_from: null,
  asked_at: null,
  received_at: null,
  seen_at: null,
  answered_at: null,
  accepted_at: null,
  ended_at: null,
  seconds_taken: null,
  service: null,
  service_id: null,
  project: null,
  account: null,
  notification_id: null,
  action_id: null,
  value: null,
  reason: null,
} satisfies Partial<ExportRow>;

export type ExportPorts = {
  reader: LogReader;
  /** What was answered here to an item, while it is known. */
  answerTo: (key: ItemKey) => { data: unknown } | undefined;
};

/** A row of the log as it is exported, with what the stored item adds to it; only what agrees with the record is said. */
export function exportRowOf({ seq, hash, record: text }: ChainRow, ports: ExportPorts): ExportRow {
  const record = text === null ? undefined : readRecord(text);
  if (!record) return { ...nothing, seq, kind: text === null ? 'emptied' : 'unreadable', hash, record: text };
  const recorded_at = instant(record.recorded_at);
  if (record.kind !== 'decision') return { ...nothing, seq, kind: record.kind, recorded_at, hash, record: text };
  return { ...nothing, seq, kind: record.kind, recorded_at, ...decisionColumns(record, ports), hash, record: text };
}

function decisionColumns(record: DecisionRecord & Decision, { reader, answerTo }: ExportPorts) {
  const { account, notification, outcome, given } = record;
  const item = reader.item(account, notification);
  const row = item?.row;
  const isAnswered = outcome.status === 'responded' || outcome.status === 'completed';
  // That somebody answered is often known before whose answer it was: a later record says that.
  const byMe = isAnswered && (outcome.by_me || outcome.responder !== null) ? outcome.by_me : null;
  const ended = outcome.ended_at;
  return {
    is_last: reader.isLatest(account, notification, record.seq),
    title: row && sha256(row.title) === outcome.title ? row.title || null : null,
    status: outcome.status,
    answer: row?.answerWords && sha256(row.answerWords) === outcome.words ? row.answerWords : null,
    answered_by: outcome.responder?.id || null,
    answered_by_type: outcome.responder?.type ?? null,
    answered_by_me: byMe,
    answered_from: given?.from ?? (byMe === false ? 'elsewhere' : null),
    asked_at: instant(outcome.asked_at),
    received_at: instant(outcome.received_at),
    seen_at: instant(record.seen_at),
    answered_at: instant(given?.answered_at ?? null),
    accepted_at: instant(given?.accepted_at ?? null),
    ended_at: instant(ended),
    seconds_taken: ended === null ? null : Math.round((ended - outcome.asked_at) / 1000),
    service: row?.serviceName || null,
    service_id: outcome.service || null,
    project: row?.project || null,
    account,
    notification_id: notification,
    action_id: given?.action ?? (outcome.action || null),
    value: answeredValue(record, item, () => answerTo(itemKey(account, notification))),
    reason: outcome.reason || null,
  };
}

/** The answer's value as JSON: of the answer that the server holds, or else of the one that was given here. */
function answeredValue(
  { outcome, given }: Decision,
  item: StoredItem | undefined,
  answered: () => { data: unknown } | undefined,
): string | null {
  const response = item?.row?.response;
  if (response && sha256(canonicalJson(response)) === outcome.response) return canonicalJson(response.response_data);
  if (!given) return null;
  const here = answered();
  const value = here && canonicalJson(here.data);
  return value !== undefined && sha256(value) === given.value ? value : null;
}

function instant(ms: number | null): string | null {
  return ms === null || Number.isNaN(new Date(ms).getTime()) ? null : new Date(ms).toISOString();
}
