/**
 * What a person marks on an open item: pinned, snoozed, back from a snooze. It is not the wire's: it stands beside
 * `notifications` and goes when the item ends. `snoozed_revision` is what was asked when it was snoozed; `looked_at` when
 * the person first had it before them after it came back.
 *
 * `missed` names what ended unseen, until it is known whether anybody was there; `said` those that the person was told of.
 * What had ended before this app followed an account (`followed`) is no news.
 */
export const markStep = `
  CREATE TABLE marks (
    account TEXT NOT NULL,
    id TEXT NOT NULL,
    pinned_at INTEGER,
    snoozed_at INTEGER,
    snoozed_until INTEGER,
    snoozed_revision TEXT,
    returned_at INTEGER,
    looked_at INTEGER,
    PRIMARY KEY (account, id)
  ) STRICT;
  CREATE TRIGGER marks_ended AFTER UPDATE OF open ON notifications WHEN new.open = 0
    BEGIN DELETE FROM marks WHERE account = new.account AND id = new.id; END;
  CREATE TRIGGER marks_gone AFTER DELETE ON notifications WHEN old.open = 1
    BEGIN DELETE FROM marks WHERE account = old.account AND id = old.id; END;

  CREATE TABLE followed (account TEXT PRIMARY KEY, since INTEGER NOT NULL) STRICT;
  CREATE TABLE missed (
    account TEXT NOT NULL,
    id TEXT NOT NULL,
    said INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (account, id)
  ) STRICT;
  CREATE TRIGGER missed_ended AFTER UPDATE OF open ON notifications
    WHEN old.open = 1 AND new.open = 0 AND new.seen_at IS NULL
    BEGIN INSERT INTO missed (account, id) VALUES (new.account, new.id) ON CONFLICT DO NOTHING; END;
  CREATE TRIGGER missed_learnt AFTER INSERT ON notifications
    WHEN new.open = 0 AND new.seen_at IS NULL
      AND new.ended_at > (SELECT since FROM followed WHERE account = new.account)
    BEGIN INSERT INTO missed (account, id) VALUES (new.account, new.id) ON CONFLICT DO NOTHING; END;
  CREATE TRIGGER missed_reopened AFTER UPDATE OF open ON notifications WHEN new.open = 1
    BEGIN DELETE FROM missed WHERE account = new.account AND id = new.id; END;
  CREATE TRIGGER missed_gone AFTER DELETE ON notifications WHEN old.open = 0
    BEGIN DELETE FROM missed WHERE account = old.account AND id = old.id; END;
`;
