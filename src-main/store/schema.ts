import { decisionLogStep } from './decision-log-step.ts';
import { markStep } from './marks/mark-step.ts';
import { facetStep } from './search/facet-step.ts';
import { searchStep } from './search/search-schema.ts';

/** The upgrade steps of `inbox.db`. A released step never changes; a new one is added at the end. */
export const inboxSteps: readonly string[] = [
  `
  CREATE TABLE accounts (
    account TEXT PRIMARY KEY,
    clock_offset_ms INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE notifications (
    account TEXT NOT NULL,
    id TEXT NOT NULL,
    raw TEXT NOT NULL,
    revision TEXT NOT NULL,
    title TEXT NOT NULL,
    service_id TEXT NOT NULL,
    service_name TEXT NOT NULL,
    project TEXT,
    timestamp INTEGER NOT NULL,
    deadline INTEGER,
    flags TEXT NOT NULL,
    time_sensitive INTEGER NOT NULL,
    status TEXT NOT NULL,
    status_at INTEGER NOT NULL,
    reason TEXT,
    learnt_at INTEGER NOT NULL,
    open INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    seen_at INTEGER,
    notified_at INTEGER,
    ended_at INTEGER,
    response TEXT,
    answered_by_me INTEGER NOT NULL DEFAULT 0,
    answer_words TEXT,
    search TEXT NOT NULL,
    PRIMARY KEY (account, id)
  ) STRICT;
  CREATE INDEX open_notifications ON notifications (deadline) WHERE open = 1;
  CREATE INDEX ended_notifications ON notifications (ended_at) WHERE open = 0;
  CREATE INDEX notifications_of_service ON notifications (account, service_id, received_at);

  CREATE TABLE drafts (
    account TEXT NOT NULL,
    id TEXT NOT NULL,
    draft TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (account, id)
  ) STRICT;
  `,
  // The first screen reads one index, however long the history is, and the length of the history is kept, not counted.
  `
  DROP INDEX open_notifications;
  CREATE INDEX open_items ON notifications
    (account, deadline, time_sensitive, timestamp, id, service_id, service_name, status, seen_at, notified_at, received_at)
    WHERE open = 1;
  DROP INDEX ended_notifications;
  CREATE INDEX ended_items ON notifications (ended_at DESC, account, id, service_id) WHERE open = 0;

  CREATE TABLE history_length (n INTEGER NOT NULL) STRICT;
  INSERT INTO history_length SELECT count(*) FROM notifications WHERE open = 0;
  CREATE TRIGGER history_grew AFTER INSERT ON notifications WHEN new.open = 0
    BEGIN UPDATE history_length SET n = n + 1; END;
  CREATE TRIGGER history_changed AFTER UPDATE OF open ON notifications WHEN old.open <> new.open
    BEGIN UPDATE history_length SET n = n + old.open - new.open; END;
  CREATE TRIGGER history_shrank AFTER DELETE ON notifications WHEN old.open = 0
    BEGIN UPDATE history_length SET n = n - 1; END;
  `,
  searchStep,
  decisionLogStep,
  markStep,
  facetStep,
];
