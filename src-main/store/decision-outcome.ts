import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/history/canonical-json';
import type { Outcome } from '#shared/history/decision-record';
import type { StoredRow } from './stored-notification.ts';

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** How a stored item stands, as its record is to say it. */
export function outcomeOf(row: StoredRow): Outcome {
  const { state, response } = row;
  return {
    status: state.status,
    status_at: state.at,
    ended_at: row.endedAt ?? null,
    reason: state.reason ?? null,
    service: row.serviceId,
    title: sha256(row.title),
    question: row.revision,
    asked_at: row.timestamp,
    received_at: row.receivedAt,
    by_me: row.answeredByMe,
    words: row.answerWords === undefined ? null : sha256(row.answerWords),
    response: response === undefined ? null : sha256(canonicalJson(response)),
    action: response?.action_id ?? null,
    responder: response?.responder ?? null,
  };
}

/** The parts in which two outcomes differ. */
export function differencesOf(one: Outcome, other: Outcome): (keyof Outcome)[] {
  const parts = Object.keys(one) as (keyof Outcome)[];
  return parts.filter((part) => canonicalJson(one[part]) !== canonicalJson(other[part]));
}
