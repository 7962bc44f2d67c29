import { latestReturnMs } from '#shared/inbox/snooze';

// Parts of statements over `notifications n` and its `marks m`.

/** The deadline on this machine's clock, so that one "now" serves accounts whose servers' clocks differ. */
export const localDeadline = `(n.deadline - coalesce((SELECT clock_offset_ms FROM accounts a WHERE a.account = n.account), 0))`;

/** Beside each notification its mark, or nulls. */
export const withMarks = 'LEFT JOIN marks m ON m.account = n.account AND m.id = n.id';

/** When a snoozed item comes back, on this machine's clock: at the latest so long before its deadline. */
export const returnsAt = `min(m.snoozed_until, coalesce(${localDeadline} - ${latestReturnMs}, m.snoozed_until))`;

/** Whether an item stands in Snoozed, for statements that have no `m`. */
export const isSnoozed = `EXISTS (SELECT 1 FROM marks s WHERE s.account = n.account AND s.id = n.id
  AND s.snoozed_until IS NOT NULL)`;
