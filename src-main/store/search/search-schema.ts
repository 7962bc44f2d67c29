/**
 * The index of full-text search. It is built in the background from its newest row to its oldest (`search_progress`: rows
 * up to this one wait), and kept in step through `search_queue`, which names every item that changed; so no write of an
 * item touches the index, and a damaged index keeps nothing from being stored.
 *
 * `search_items` holds what is filtered by and sorted by, away from the large rows. Its key grows with time (items.ts), so
 * that the index itself gives the newest first.
 */
const searchWords = `
  CREATE VIRTUAL TABLE search_words USING fts5 (text, service, project, answer, kinds,
    content = '', contentless_delete = 1, prefix = '1 2 3 4 5',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So Mn Mc'");
`;

export const searchStep = `${searchWords}
  CREATE TABLE search_items (item INTEGER PRIMARY KEY, account TEXT NOT NULL, id TEXT NOT NULL,
    service_id TEXT NOT NULL, status TEXT NOT NULL, answered_by_me INTEGER NOT NULL, timestamp INTEGER NOT NULL,
    deadline INTEGER, time_sensitive INTEGER NOT NULL, ended_at INTEGER, UNIQUE (account, id)) STRICT;
  CREATE TABLE search_queue (account TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (account, id)) STRICT, WITHOUT ROWID;
  CREATE TABLE search_progress (below INTEGER NOT NULL) STRICT;
  INSERT INTO search_progress SELECT coalesce(max(rowid), 0) FROM notifications;
  CREATE TRIGGER search_learnt AFTER INSERT ON notifications
    BEGIN INSERT INTO search_queue VALUES (new.account, new.id) ON CONFLICT DO NOTHING; END;
  CREATE TRIGGER search_changed AFTER UPDATE OF search, service_name, project, status, ended_at, deadline, response,
    answer_words, answered_by_me ON notifications
    BEGIN INSERT INTO search_queue VALUES (new.account, new.id) ON CONFLICT DO NOTHING; END;
  CREATE TRIGGER search_forgotten AFTER DELETE ON notifications
    BEGIN INSERT INTO search_queue VALUES (old.account, old.id) ON CONFLICT DO NOTHING; END;
`;

/** Begins the index anew: everything that is stored waits to be brought into it. */
export const searchAnew = `DROP TABLE search_words; ${searchWords} DELETE FROM search_items; DELETE FROM search_queue;
  UPDATE search_progress SET below = (SELECT coalesce(max(rowid), 0) FROM notifications);`;
