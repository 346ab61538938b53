import type { Database } from 'better-sqlite3';
import { prepared } from '../statements.ts';

/** waiting: not sent. sending: handed to the connection; after a crash nobody knows. */
export type BulkItemState = 'waiting' | 'sending' | 'accepted' | 'rejected' | 'failed' | 'not-built' | 'unknown';
export interface StoredJob {
  readonly id: string;
  readonly atMs: number;
  readonly state: string;
  /** What is sent, as JSON. */
  readonly data: string;
}
export interface BulkItem {
  readonly place: number;
  readonly token: string;
  readonly state: BulkItemState;
  readonly reason: string | null;
  readonly status: number | null;
  readonly exchangeId: string | null;
}

/** A job with the list of its tokens, as JSON. Its items are placed afterwards, some at a time. */
export const putBulkJob = (db: Database, args: StoredJob & { readonly tokens: string }): void => {
  prepared(db, 'INSERT INTO bulk_jobs (id, at_ms, state, data) VALUES (?, ?, ?, ?)').run(
    args.id,
    args.atMs,
    args.state,
    args.data,
  );
  prepared(db, 'INSERT INTO bulk_tokens (job_id, tokens) VALUES (?, ?)').run(args.id, args.tokens);
};

/** Items from a place on, all waiting. One that has its place already stays as it is. */
export const placeBulkItems = (db: Database, args: { id: string; from: number; tokens: readonly string[] }): void => {
  const insert = prepared(
    db,
    `INSERT OR IGNORE INTO bulk_items (job_id, place, token, state) VALUES (?, ?, ?, 'waiting')`,
  );
  args.tokens.forEach((token, index) => insert.run(args.id, args.from + index, token));
};

/** Every token has its place. */
export const forgetBulkTokens = (db: Database, args: { id: string }): void => {
  prepared(db, 'DELETE FROM bulk_tokens WHERE job_id = ?').run(args.id);
};

/** The list of a job and how many of its items have a place; null: all have. */
export const bulkTokens = (db: Database, args: { id: string }): { tokens: string; placed: number } | null => {
  const row = prepared(db, 'SELECT tokens FROM bulk_tokens WHERE job_id = ?').get(args.id) as
    { tokens: string } | undefined;
  if (!row) return null;
  const last = prepared(db, 'SELECT max(place) AS place FROM bulk_items WHERE job_id = ?').get(args.id) as {
    place: number | null;
  };
  return { tokens: row.tokens, placed: last.place === null ? 0 : last.place + 1 };
};

export const setBulkState = (db: Database, args: { id: string; state: string }): void => {
  prepared(db, 'UPDATE bulk_jobs SET state = ? WHERE id = ?').run(args.state, args.id);
};

/** The next items that wait; they are marked as being sent, so that none is sent twice whatever happens. */
export const takeBulkItems = (
  db: Database,
  args: { id: string; limit: number },
): { place: number; token: string }[] => {
  const items = prepared(
    db,
    `SELECT place, token FROM bulk_items WHERE job_id = ? AND state = 'waiting' ORDER BY place LIMIT ?`,
  ).all(args.id, args.limit) as { place: number; token: string }[];
  const take = prepared(db, `UPDATE bulk_items SET state = 'sending' WHERE job_id = ? AND place = ?`);
  for (const { place } of items) take.run(args.id, place);
  return items;
};

export const settleBulkItem = (db: Database, args: Omit<BulkItem, 'token'> & { readonly id: string }): void => {
  prepared(
    db,
    'UPDATE bulk_items SET state = ?, reason = ?, status = ?, exchange_id = ? WHERE job_id = ? AND place = ?',
  ).run(args.state, args.reason, args.status, args.exchangeId, args.id, args.place);
};

/** What was being sent when Pushscope ended; returns how many. */
export const forgetSending = (db: Database): number =>
  prepared(db, `UPDATE bulk_items SET state = 'unknown' WHERE state = 'sending'`).run().changes;

export const deleteBulkJob = (db: Database, args: { id: string }): void => {
  forgetBulkTokens(db, args);
  prepared(db, 'DELETE FROM bulk_items WHERE job_id = ?').run(args.id);
  prepared(db, 'DELETE FROM bulk_jobs WHERE id = ?').run(args.id);
};

/** Every job, the newest first. */
export const allBulkJobs = (db: Database): StoredJob[] =>
  prepared(
    db,
    'SELECT id, at_ms AS atMs, state, data FROM bulk_jobs ORDER BY at_ms DESC, id DESC LIMIT 100',
  ).all() as StoredJob[];

/** How many items are in each state, for each reason. */
export const bulkCounts = (
  db: Database,
  args: { id: string },
): { state: BulkItemState; reason: string | null; n: number }[] =>
  prepared(
    db,
    'SELECT state, reason, count(*) AS n FROM bulk_items WHERE job_id = ? GROUP BY state, reason ORDER BY n DESC',
  ).all(args.id) as { state: BulkItemState; reason: string | null; n: number }[];

/** Items in their order, from a place on. */
export const bulkItems = (db: Database, args: { id: string; from: number; limit: number }): BulkItem[] =>
  prepared(
    db,
    `SELECT place, token, state, reason, status, exchange_id AS exchangeId FROM bulk_items
       WHERE job_id = ? AND place >= ? ORDER BY place LIMIT ?`,
  ).all(args.id, args.from, args.limit) as BulkItem[];
