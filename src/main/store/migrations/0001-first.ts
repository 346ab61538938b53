import type { Migration } from './index.ts';

const sql = `
  CREATE TABLE exchanges (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    at_ms INTEGER NOT NULL,
    origin TEXT NOT NULL,
    vendor TEXT NOT NULL,
    kind TEXT NOT NULL,
    outcome TEXT NOT NULL,
    status INTEGER,
    reason TEXT,
    message_id TEXT,
    vendor_message_id TEXT,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    targets TEXT NOT NULL,
    took_ms REAL,
    request_bytes INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX exchanges_by_message ON exchanges (message_id) WHERE message_id IS NOT NULL;
  CREATE TABLE exchange_details (
    seq INTEGER PRIMARY KEY REFERENCES exchanges (seq) ON DELETE CASCADE,
    detail TEXT NOT NULL
  ) STRICT;

  CREATE TABLE notifications (
    id TEXT PRIMARY KEY,
    device_id TEXT NOT NULL,
    exchange_id TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    state TEXT NOT NULL,
    data TEXT NOT NULL
  ) STRICT;
  CREATE INDEX notifications_by_device ON notifications (device_id, at_ms);
  CREATE INDEX notifications_by_exchange ON notifications (exchange_id);
  CREATE TABLE taps (
    id TEXT PRIMARY KEY,
    exchange_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    data TEXT NOT NULL
  ) STRICT;
  CREATE INDEX taps_by_exchange ON taps (exchange_id);
  CREATE TABLE phones (device_id TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT;

  CREATE TABLE apps (id TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT;
  CREATE TABLE accounts (id TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT;
  CREATE TABLE groups (id TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT;
  CREATE TABLE devices (id TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT;
  CREATE TABLE rules (id TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT;

  CREATE TABLE credentials (
    id TEXT PRIMARY KEY,
    certificate_id INTEGER NOT NULL UNIQUE,
    data TEXT NOT NULL,
    sealer TEXT NOT NULL,
    sealed BLOB NOT NULL
  ) STRICT;
  CREATE TABLE sealed_values (
    name TEXT NOT NULL,
    sealer TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (name, sealer)
  ) STRICT;
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;

/**
 * The log in two tables: rows that lists scan stay small, the whole exchange stands beside them. Workspace entries are JSON
 * documents checked by the contract's schemas on the way in and out, so a new field needs a default there and no migration.
 */
export const first: Migration = {
  version: 1,
  name: 'first',
  up: (db) => {
    db.exec(sql);
  },
};
