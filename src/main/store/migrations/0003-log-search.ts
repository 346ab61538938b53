import type { Migration } from './index.ts';

const sql = `
  CREATE VIRTUAL TABLE exchange_index USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_='"
  );
  CREATE TABLE index_state (one INTEGER PRIMARY KEY CHECK (one = 1), indexed_to INTEGER NOT NULL) STRICT;
  INSERT INTO index_state (one, indexed_to) VALUES (1, 0);
  CREATE TABLE exchange_hours (hour INTEGER PRIMARY KEY, low INTEGER NOT NULL, high INTEGER NOT NULL) STRICT;
  CREATE TABLE exchange_marks (
    seq INTEGER PRIMARY KEY REFERENCES exchanges (seq) ON DELETE CASCADE,
    mark TEXT NOT NULL
  ) STRICT;
  CREATE TABLE removals (
    id TEXT PRIMARY KEY,
    up_to INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    query TEXT
  ) STRICT;
  CREATE INDEX details_by_recurring ON exchange_details (recurring) WHERE recurring IS NOT NULL;
`;

/**
 * One inverted index holds the facts of an exchange (its vendor, status, reason, tokens …) and its words; the store cuts the words
 * itself, so the tokenizer only has to part them at spaces. It has no copy of the text. `exchange_hours` bounds what a time can mean.
 * Rows that were there before are indexed bit by bit after the start.
 */
export const logSearch: Migration = {
  version: 3,
  name: 'log-search',
  up: (db) => {
    db.exec(sql);
  },
};
