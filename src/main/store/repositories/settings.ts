import type { Database } from 'better-sqlite3';
import { prepared } from '../statements.ts';

/** A setting's JSON value; undefined when it was never set. */
export const findSetting = (db: Database, args: { name: string }): unknown => {
  const row = prepared(db, 'SELECT value FROM settings WHERE name = ?').get(args.name) as { value: string } | undefined;
  return row ? (JSON.parse(row.value) as unknown) : undefined;
};

export const putSetting = (db: Database, args: { name: string; value: unknown }): void => {
  prepared(
    db,
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(args.name, JSON.stringify(args.value));
};

/** Adds one to a number; returns it. */
export const countUp = (db: Database, args: { name: string; by: number }): number => {
  const now = Number(findSetting(db, args) ?? 0) + args.by;
  putSetting(db, { name: args.name, value: now });
  return now;
};

/** Bytes the database takes on disk, without its write-ahead log. */
export const databaseBytes = (db: Database): number =>
  Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));

/** FULL survives loss of power; NORMAL survives the death of the process. */
export const setPowerLossSafe = (db: Database, args: { on: boolean }): void => {
  db.pragma(`synchronous = ${args.on ? 'FULL' : 'NORMAL'}`);
};
