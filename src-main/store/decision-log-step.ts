/**
 * The decision log: a chain of records, each bound to the one before by its hash. `record` is the text that was hashed;
 * without it the content was taken out. What ended before this step gets its record later (`is_complete`), in small turns.
 */
export const decisionLogStep = `
  CREATE TABLE decisions (
    seq INTEGER PRIMARY KEY,
    account TEXT,
    id TEXT,
    hash TEXT NOT NULL,
    record TEXT
  ) STRICT;
  CREATE INDEX decisions_of_item ON decisions (account, id, seq) WHERE account IS NOT NULL;
  CREATE TABLE decision_chain (
    head_seq INTEGER NOT NULL,
    head_hash TEXT NOT NULL,
    front_seq INTEGER NOT NULL,
    front_hash TEXT NOT NULL,
    front_at INTEGER,
    is_complete INTEGER NOT NULL
  ) STRICT;
  INSERT INTO decision_chain SELECT 0, '${'0'.repeat(64)}', 0, '${'0'.repeat(64)}', NULL,
    NOT EXISTS (SELECT 1 FROM notifications WHERE open = 0);
`;
