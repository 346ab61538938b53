import type { Database } from 'better-sqlite3';
import { prepared } from '../statements.ts';

/** Tables of JSON documents, one row per entry. */
export type EntryTable = 'apps' | 'accounts' | 'groups' | 'devices' | 'rules';
const tables: ReadonlySet<string> = new Set<EntryTable>(['apps', 'accounts', 'groups', 'devices', 'rules']);

const known = (table: EntryTable): EntryTable => {
  if (!tables.has(table)) throw new Error(`No such table: ${table as string}`);
  return table;
};

/** Every document of a table, oldest first. */
export const allEntries = (db: Database, args: { table: EntryTable }): unknown[] =>
  (prepared(db, `SELECT data FROM ${known(args.table)} ORDER BY rowid`).all() as { data: string }[]).map(
    (row) => JSON.parse(row.data) as unknown,
  );

export const putEntry = (db: Database, args: { table: EntryTable; id: string; data: unknown }): void => {
  prepared(
    db,
    `INSERT INTO ${known(args.table)} (id, data) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET data = excluded.data`,
  ).run(args.id, JSON.stringify(args.data));
};

export const deleteEntry = (db: Database, args: { table: EntryTable; id: string }): void => {
  prepared(db, `DELETE FROM ${known(args.table)} WHERE id = ?`).run(args.id);
};
