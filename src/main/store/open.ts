import { existsSync, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/contract/errors.ts';
import { latestVersion, migrate } from './migrations/index.ts';

/** Marks our files: «PuSc». */
export const applicationId = 0x50755363;
export const databaseName = 'pushscope.db';
export const lockName = 'pushscope.lock';
const ourFiles = /^(pushscope\.|secrets\.|ca\.pem$|instance\.json$)/;

/** A folder is ours when it is empty or holds a database of ours; hidden system files are overlooked. */
export const checkFolder = (folder: string): void => {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  const foreign = names.find((name) => !ourFiles.test(name));
  if (foreign !== undefined && !existsSync(path.join(folder, databaseName))) {
    throw new AppError('start.data-foreign', { folder, found: foreign });
  }
};

/**
 * Holds the folder for this process. SQLite's own file lock is used because the system lets go of it however the process ends.
 * Returns the open lock; AppError `start.data-in-use` when another process has it.
 */
export const lockFolder = (folder: string): Database.Database => {
  const lock = new Database(path.join(folder, lockName), { timeout: 0 });
  try {
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (codeOf(error).startsWith('SQLITE_BUSY')) throw new AppError('start.data-in-use', { folder });
    throw error;
  }
};

export const codeOf = (error: unknown): string => {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
};
const damage = /^SQLITE_(CORRUPT|NOTADB)/;

const openFile = (file: string): Database.Database => {
  const db = new Database(file);
  try {
    const id = Number(db.pragma('application_id', { simple: true }));
    const version = Number(db.pragma('user_version', { simple: true }));
    const { tables } = db.prepare('SELECT count(*) AS tables FROM sqlite_master').get() as { tables: number };
    if (id !== applicationId && tables > 0)
      throw new AppError('start.data-foreign', { folder: path.dirname(file), found: databaseName });
    if (version > latestVersion)
      throw new AppError('start.data-newer', { folder: path.dirname(file), version, known: latestVersion });
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma('foreign_keys = ON');
    db.pragma(`application_id = ${applicationId}`);
    migrate(db);
    probe(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** Touches the first and last page chain of every table. A full check would read gigabytes before the window can open. */
const probe = (db: Database.Database): void => {
  const tables = db
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%WITHOUT ROWID%'`)
    .all() as { name: string }[];
  for (const { name } of tables) {
    db.prepare(`SELECT * FROM "${name}" ORDER BY rowid LIMIT 1`).get();
    db.prepare(`SELECT * FROM "${name}" ORDER BY rowid DESC LIMIT 1`).get();
  }
};

/** `damagedFile`: the name under which an unreadable database was set aside before a new one was begun. */
export interface Opened {
  readonly db: Database.Database;
  readonly damagedFile: string | null;
}

/** Opens the folder's database for writing, migrates it, and sets a damaged one aside. Nothing is ever overwritten. */
export const openForWriting = (folder: string, nowMs: number): Opened => {
  const file = path.join(folder, databaseName);
  try {
    return { db: openFile(file), damagedFile: null };
  } catch (error) {
    if (!damage.test(codeOf(error))) throw error;
    const aside = `${databaseName}.damaged-${new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-')}`;
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(file + suffix)) renameSync(file + suffix, path.join(folder, aside + suffix));
    }
    return { db: openFile(file), damagedFile: aside };
  }
};

/** A second connection that can only read. */
export const openForReading = (folder: string): Database.Database => {
  const db = new Database(path.join(folder, databaseName), { readonly: true, fileMustExist: true });
  db.pragma('query_only = ON');
  return db;
};
