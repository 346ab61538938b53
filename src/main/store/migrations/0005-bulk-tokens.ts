import type { Migration } from './index.ts';

const sql = `
  CREATE TABLE bulk_tokens (
    job_id TEXT PRIMARY KEY REFERENCES bulk_jobs (id) ON DELETE CASCADE,
    tokens TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** The list of a bulk send as it was given, until each of its tokens has a row: a hundred thousand rows take longer than one may wait. */
export const bulkTokens: Migration = {
  version: 5,
  name: 'bulk-tokens',
  up: (db) => {
    db.exec(sql);
  },
};
