import type { Migration } from './index.ts';

const sql = `
  CREATE TABLE bulk_jobs (id TEXT PRIMARY KEY, at_ms INTEGER NOT NULL, state TEXT NOT NULL, data TEXT NOT NULL) STRICT;
  CREATE TABLE bulk_items (
    job_id TEXT NOT NULL REFERENCES bulk_jobs (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    token TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT,
    status INTEGER,
    exchange_id TEXT,
    PRIMARY KEY (job_id, place)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX bulk_items_by_state ON bulk_items (job_id, state, place);
`;

/** Sends to many, each with what became of it: a job goes on after a restart where it was, and sends nothing twice. */
export const bulkJobs: Migration = {
  version: 4,
  name: 'bulk-jobs',
  up: (db) => {
    db.exec(sql);
  },
};
