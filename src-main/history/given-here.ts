import type { OutboxEntry } from '#main/outbox/outbox-entry';
import { sha256 } from '#main/store/decision-outcome';
import { canonicalJson } from '#shared/history/canonical-json';
import type { GivenHere } from '#shared/history/decision-record';

/** What the decision log is to say of an answer that the server has taken. `now` is this machine's clock. */
export function givenHere({ from, actionId, data, savedAt }: OutboxEntry, now: number): GivenHere {
  return {
    from: from ?? null,
    action: actionId,
    value: sha256(canonicalJson(data)),
    answered_at: savedAt,
    accepted_at: now,
  };
}
