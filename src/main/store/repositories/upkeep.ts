import type { Database } from 'better-sqlite3';
import type { ExchangeMark } from '../../../shared/contract/index.ts';
import type { Query } from '../../../shared/kit/filter/index.ts';
import { entryOf } from '../search/read-entry.ts';
import { candidates, indexedTo, readRemovals, type Removal } from '../search/run.ts';
import { prepared } from '../statements.ts';
import { readRow, rowColumns, rowJoins, type StoredRow } from './exchange-row.ts';

const putIntoIndex = (db: Database, row: StoredRow): void => {
  prepared(db, 'INSERT INTO exchange_index (rowid, words) VALUES (?, ?)').run(
    row.seq,
    entryOf(db, readRow(row)).toIndex(),
  );
};

/** Indexes the oldest rows that are not indexed yet; returns up to where the index goes now, and whether there is more. */
export const indexExchanges = (db: Database, args: { limit: number }): { indexedTo: number; isMore: boolean } => {
  const from = indexedTo(db);
  const rows = prepared(
    db,
    `SELECT ${rowColumns} FROM exchanges ${rowJoins} WHERE exchanges.seq > ? ORDER BY exchanges.seq LIMIT ?`,
  ).all(from, args.limit) as StoredRow[];
  const hours = new Map<number, { low: number; high: number }>();
  for (const row of rows) {
    putIntoIndex(db, row);
    const hour = Math.floor(row.at_ms / 3_600_000);
    hours.set(hour, { low: hours.get(hour)?.low ?? row.seq, high: row.seq });
  }
  for (const [hour, { low, high }] of hours) {
    prepared(
      db,
      `INSERT INTO exchange_hours (hour, low, high) VALUES (?, ?, ?)
       ON CONFLICT (hour) DO UPDATE SET low = min(low, excluded.low), high = max(high, excluded.high)`,
    ).run(hour, low, high);
  }
  const to = rows.at(-1)?.seq ?? from;
  if (to > from) prepared(db, 'UPDATE index_state SET indexed_to = ?').run(to);
  return { indexedTo: to, isMore: rows.length === args.limit };
};

/** Replaces what a person put on an exchange; returns whether it is there. */
export const markExchange = (db: Database, args: { id: string; mark: ExchangeMark }): boolean => {
  const find = prepared(db, `SELECT ${rowColumns} FROM exchanges ${rowJoins} WHERE id = ?`);
  const row = find.get(args.id) as StoredRow | undefined;
  if (!row) return false;
  prepared(
    db,
    'INSERT INTO exchange_marks (seq, mark) VALUES (?, ?) ON CONFLICT (seq) DO UPDATE SET mark = excluded.mark',
  ).run(row.seq, JSON.stringify(args.mark));
  if (row.seq <= indexedTo(db)) {
    prepared(db, 'DELETE FROM exchange_index WHERE rowid = ?').run(row.seq);
    putIntoIndex(db, find.get(args.id) as StoredRow);
  }
  return true;
};

/** Hides everything there is now, or what of it passes `query`. Nothing is deleted yet. */
export const putRemoval = (db: Database, args: { id: string; atMs: number; query: Query | null }): void => {
  prepared(
    db,
    'INSERT INTO removals (id, up_to, at_ms, query) VALUES (?, (SELECT coalesce(max(seq), 0) FROM exchanges), ?, ?)',
  ).run(args.id, args.atMs, args.query && JSON.stringify(args.query));
};

/** Shows again what a removal hid; returns whether it still could. */
export const dropRemoval = (db: Database, args: { id: string }): boolean =>
  prepared(db, `DELETE FROM removals WHERE id = ? AND id NOT LIKE 'purging:%'`).run(args.id).changes > 0;

const deleteRows = (db: Database, seqs: readonly number[]): void => {
  const indexed = indexedTo(db);
  for (const seq of seqs) {
    if (seq <= indexed) prepared(db, 'DELETE FROM exchange_index WHERE rowid = ?').run(seq);
    // Its detail and its mark go with it.
    prepared(db, 'DELETE FROM exchanges WHERE seq = ?').run(seq);
  }
};

const seqsOf = (db: Database, { upTo, query }: Removal, limit: number): number[] => {
  if (query === null)
    return (
      prepared(db, 'SELECT seq FROM exchanges WHERE seq <= ? ORDER BY seq LIMIT ?').all(upTo, limit) as {
        seq: number;
      }[]
    ).map((row) => row.seq);
  const found: number[] = [];
  const indexed = indexedTo(db);
  const stretches = [
    { low: 0, high: Math.min(upTo, indexed), query, isIndexed: true },
    { low: indexed, high: upTo, query, isIndexed: false },
  ];
  for (const stretch of stretches) {
    for (const { seq, passes } of candidates(db, stretch, 'ASC')) {
      if (passes) found.push(seq);
      if (found.length >= limit) return found;
    }
  }
  return found;
};

/**
 * Deletes some of what was hidden before `beforeMs`; from the first slice on it cannot be brought back. Returns whether there is more
 * to do.
 */
export const purgeRemovals = (db: Database, args: { beforeMs: number; limit: number }): boolean => {
  const removal = readRemovals(db).find(({ atMs }) => atMs <= args.beforeMs);
  if (!removal) return false;
  if (!removal.id.startsWith('purging:'))
    prepared(db, `UPDATE removals SET id = 'purging:' || id WHERE id = ?`).run(removal.id);
  const seqs = seqsOf(db, removal, args.limit);
  deleteRows(db, seqs);
  if (seqs.length === args.limit) return true;
  prepared(db, 'DELETE FROM removals WHERE id IN (?, ?)').run(removal.id, `purging:${removal.id}`);
  return readRemovals(db).some(({ atMs }) => atMs <= args.beforeMs);
};

const isPinned = `EXISTS (SELECT 1 FROM exchange_marks WHERE exchange_marks.seq = exchanges.seq AND json_extract(mark, '$.isPinned'))`;

/** Deletes the oldest that are not pinned and lie before `beforeMs` (null: whatever their age); returns how many. */
export const trimExchanges = (db: Database, args: { limit: number; beforeMs: number | null }): number => {
  const rows = prepared(db, `SELECT seq FROM exchanges WHERE at_ms < ? AND NOT ${isPinned} ORDER BY seq LIMIT ?`).all(
    args.beforeMs ?? Number.MAX_SAFE_INTEGER,
    args.limit,
  ) as { seq: number }[];
  deleteRows(
    db,
    rows.map((row) => row.seq),
  );
  return rows.length;
};

/** Deletes shared parts that no exchange has any more. */
export const dropUnusedRecurring = (db: Database): number =>
  prepared(
    db,
    'DELETE FROM recurring_texts WHERE NOT EXISTS (SELECT 1 FROM exchange_details WHERE recurring = recurring_texts.key)',
  ).run().changes;

/** Bytes of the database that hold something. */
export const usedBytes = (db: Database): number =>
  (Number(db.pragma('page_count', { simple: true })) - Number(db.pragma('freelist_count', { simple: true }))) *
  Number(db.pragma('page_size', { simple: true }));
