/**
 * The steps that bring stored data from version n to n + 1 (`PRAGMA user_version`). A step that was released is never
 * changed; a new one is added at the end. Times are ms since 1970, `body`, `response` are JSON.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  CREATE TABLE services (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL,
    callback_url TEXT,
    webhook_secret TEXT NOT NULL,
    icon_url TEXT,
    signature_scheme TEXT NOT NULL,
    local INTEGER NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE service_keys (
    digest BLOB PRIMARY KEY,
    service_id TEXT NOT NULL REFERENCES services (id),
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE notifications (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    service_id TEXT NOT NULL REFERENCES services (id),
    status TEXT NOT NULL,
    status_at INTEGER NOT NULL,
    reason TEXT,
    sent_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    deadline INTEGER,
    project TEXT,
    content_digest BLOB NOT NULL,
    body TEXT NOT NULL,
    response TEXT,
    answer_key BLOB
  ) STRICT;
  CREATE INDEX notifications_by_time ON notifications (sent_at, seq);
  CREATE INDEX notifications_by_status ON notifications (status, sent_at, seq);
  CREATE INDEX notifications_undelivered ON notifications (seq) WHERE status = 'created';
  CREATE INDEX notifications_by_deadline ON notifications (deadline)
    WHERE deadline IS NOT NULL AND status IN ('created', 'delivered', 'acknowledged');

  CREATE TABLE deliveries (
    request_id TEXT PRIMARY KEY,
    notification_id TEXT NOT NULL UNIQUE REFERENCES notifications (id),
    service_id TEXT NOT NULL REFERENCES services (id),
    body BLOB NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    last_status INTEGER,
    last_error TEXT,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX deliveries_pending ON deliveries (next_at) WHERE state = 'pending';
  `,
  // Suspension, what may be shown of a key, users, who a notification is for (a JSON list, null is everyone), and what a
  // delivery needs to be listed and sent again.
  `
  ALTER TABLE services ADD COLUMN suspended INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE service_keys ADD COLUMN last_four TEXT;
  CREATE INDEX service_keys_of ON service_keys (service_id);

  CREATE TABLE users (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    token_digest BLOB UNIQUE,
    last_four TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  ALTER TABLE notifications ADD COLUMN recipients TEXT;

  ALTER TABLE deliveries ADD COLUMN last_at INTEGER;
  ALTER TABLE deliveries ADD COLUMN schedule_from INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX deliveries_of_service ON deliveries (service_id);
  DROP INDEX deliveries_pending;
  CREATE INDEX deliveries_pending ON deliveries (next_at, service_id, request_id) WHERE state = 'pending';
  `,
  // Bridges with their tokens and the A2A tasks they watch; resume URLs (JSON, checked when stored); several deliveries of
  // one answer, each of a kind of its own, to a target that null leaves to the service's callback.
  `
  ALTER TABLE services ADD COLUMN resume TEXT;
  ALTER TABLE services ADD COLUMN bridged INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE notifications ADD COLUMN resume TEXT;

  CREATE TABLE bridges (
    id TEXT PRIMARY KEY,
    service_id TEXT NOT NULL UNIQUE REFERENCES services (id),
    settings TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE bridge_tokens (
    digest BLOB PRIMARY KEY,
    bridge_id TEXT NOT NULL REFERENCES bridges (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX bridge_tokens_of ON bridge_tokens (bridge_id);

  CREATE TABLE a2a_tasks (
    bridge_id TEXT NOT NULL REFERENCES bridges (id) ON DELETE CASCADE,
    task_id TEXT NOT NULL,
    mark TEXT,
    notification_id TEXT,
    calls INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    look_at INTEGER,
    PRIMARY KEY (bridge_id, task_id)
  ) STRICT;
  CREATE INDEX a2a_tasks_due ON a2a_tasks (look_at) WHERE look_at IS NOT NULL;

  CREATE TABLE deliveries_of_kinds (
    request_id TEXT PRIMARY KEY,
    notification_id TEXT NOT NULL REFERENCES notifications (id),
    service_id TEXT NOT NULL REFERENCES services (id),
    kind TEXT NOT NULL,
    target TEXT,
    body BLOB NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    last_status INTEGER,
    last_error TEXT,
    created_at INTEGER NOT NULL,
    last_at INTEGER,
    schedule_from INTEGER NOT NULL DEFAULT 0,
    UNIQUE (notification_id, kind)
  ) STRICT;
  INSERT INTO deliveries_of_kinds (rowid, request_id, notification_id, service_id, kind, body, state, attempts, next_at,
      last_status, last_error, created_at, last_at, schedule_from)
    SELECT rowid, request_id, notification_id, service_id, 'webhook', body, state, attempts, next_at,
      last_status, last_error, created_at, last_at, schedule_from FROM deliveries;
  DROP TABLE deliveries;
  ALTER TABLE deliveries_of_kinds RENAME TO deliveries;
  CREATE INDEX deliveries_of_service ON deliveries (service_id);
  CREATE INDEX deliveries_pending ON deliveries (next_at, service_id, request_id) WHERE state = 'pending';
  `,
];
