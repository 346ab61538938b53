import type { Database } from 'better-sqlite3';
import { first } from './0001-first.ts';
import { recurringTexts } from './0002-recurring-texts.ts';
import { logSearch } from './0003-log-search.ts';
import { bulkJobs } from './0004-bulk-jobs.ts';
import { bulkTokens } from './0005-bulk-tokens.ts';

export interface Migration {
  /** Rises by one; `PRAGMA user_version` after it ran. */
  readonly version: number;
  readonly name: string;
  readonly up: (db: Database) => void;
}

/** In order. A migration that was released is never changed. */
export const migrations: readonly Migration[] = [first, recurringTexts, logSearch, bulkJobs, bulkTokens];
export const latestVersion = migrations.length;

/** Brings a database to `to` in one transaction per step. */
export const migrate = (db: Database, to = latestVersion): void => {
  const from = Number(db.pragma('user_version', { simple: true }));
  for (const migration of migrations) {
    if (migration.version <= from || migration.version > to) continue;
    db.transaction(() => {
      migration.up(db);
      db.pragma(`user_version = ${migration.version}`);
    })();
  }
};
