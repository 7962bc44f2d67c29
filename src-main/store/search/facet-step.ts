/** The response types of a notification's actions, as a JSON array; `raw` names its column. */
const typesIn = (raw: string) => `CASE WHEN json_valid(${raw}) THEN
  (SELECT json_group_array(DISTINCT value ->> '$.response_type') FROM json_each(${raw}, '$.actions') WHERE type = 'object')
  ELSE '[]' END`;
const putNew = `INSERT OR REPLACE INTO open_facets
    SELECT new.account, new.id, new.project, new.flags, ${typesIn('new.raw')} WHERE new.open = 1`;

/**
 * What lists are filtered by. `open_facets` holds it for open items, in step with every write. Of everything, ended items
 * included, `search_items` (search-schema.ts) holds it, and `search_values` every value there ever was, so that a filter
 * is a comparison with few whole values. Those are filled in the background, from the newest item to the oldest.
 */
export const facetStep = `
  CREATE TABLE open_facets (account TEXT NOT NULL, id TEXT NOT NULL, project TEXT, flags TEXT NOT NULL,
    types TEXT NOT NULL, PRIMARY KEY (account, id)) STRICT, WITHOUT ROWID;
  INSERT INTO open_facets SELECT account, id, project, flags, ${typesIn('raw')} FROM notifications WHERE open = 1;
  CREATE TRIGGER facets_learnt AFTER INSERT ON notifications WHEN new.open = 1 BEGIN ${putNew}; END;
  CREATE TRIGGER facets_changed AFTER UPDATE OF raw, open ON notifications
    WHEN old.open <> new.open OR old.raw <> new.raw
    BEGIN DELETE FROM open_facets WHERE account = old.account AND id = old.id; ${putNew}; END;
  CREATE TRIGGER facets_forgotten AFTER DELETE ON notifications WHEN old.open = 1
    BEGIN DELETE FROM open_facets WHERE account = old.account AND id = old.id; END;

  ALTER TABLE search_items ADD COLUMN project TEXT;
  ALTER TABLE search_items ADD COLUMN flags TEXT;
  ALTER TABLE search_items ADD COLUMN types TEXT;
  CREATE TABLE search_values (kind TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, value)) STRICT, WITHOUT ROWID;
  UPDATE search_progress SET below = (SELECT coalesce(max(rowid), 0) FROM notifications);
`;
