import type { Database } from 'better-sqlite3';
import type { Exchange, ExchangeSummary } from '../../../shared/contract/index.ts';
import { prepared } from '../statements.ts';
import { readDetail, readRow, rowColumns, rowJoins, type StoredRow } from './exchange-row.ts';

/** An exchange before it has its place in the log. `detail` is everything the summary does not hold. */
export type NewExchange = Omit<ExchangeSummary, 'seq' | 'mark' | 'values'>;
/** A part many exchanges share, under a key made of its content. `text` is null when the store has it already. */
export interface Recurring {
  readonly key: string;
  readonly text: string | null;
}

/**
 * An exchange as the columns of its row, in the order of `insertExchange`, then its detail and what of it recurs. Flat, because a list
 * of plain values crosses to the writer's thread at a fraction of the cost of objects.
 */
export type ExchangeRow = readonly (string | number | null)[];

const summaryColumns = 15;

/** `detail`: JSON of what the summary does not hold, but for what recurs. */
export const exchangeRow = (summary: NewExchange, detail: string, recurring: Recurring | null): ExchangeRow => [
  summary.id,
  summary.atMs,
  summary.origin,
  summary.vendor,
  summary.kind,
  summary.outcome,
  summary.status,
  summary.reason,
  summary.messageId,
  summary.vendorMessageId,
  summary.title,
  summary.body,
  JSON.stringify(summary.targets),
  summary.tookMs,
  summary.requestBytes,
  detail,
  recurring?.key ?? null,
  recurring?.text ?? null,
];

/** Appends one exchange; returns its sequence number. */
export const insertExchange = (db: Database, row: ExchangeRow): number => {
  const [detail, key, text] = row.slice(summaryColumns);
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO exchanges (id, at_ms, origin, vendor, kind, outcome, status, reason, message_id, vendor_message_id, title, body, targets, took_ms, request_bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(row.slice(0, summaryColumns));
  if (text !== null) prepared(db, 'INSERT OR IGNORE INTO recurring_texts (key, text) VALUES (?, ?)').run(key, text);
  prepared(db, 'INSERT INTO exchange_details (seq, detail, recurring) VALUES (?, ?, ?)').run(
    lastInsertRowid,
    detail,
    key,
  );
  return Number(lastInsertRowid);
};

/** One whole exchange with what it led to; null when there is none. */
export const findExchange = (db: Database, args: { id: string }): Exchange | null => {
  const row = prepared(db, `SELECT ${rowColumns} FROM exchanges ${rowJoins} WHERE id = ?`).get(args.id) as
    StoredRow | undefined;
  if (!row) return null;
  const shown = prepared(
    db,
    'SELECT id AS notificationId, device_id AS deviceId, at_ms AS atMs FROM notifications WHERE exchange_id = ? ORDER BY at_ms',
  ).all(args.id) as Exchange['shown'];
  const taps = prepared(
    db,
    'SELECT id AS tapId, device_id AS deviceId, at_ms AS atMs FROM taps WHERE exchange_id = ? ORDER BY at_ms',
  ).all(args.id) as Exchange['taps'];
  return { ...readRow(row), ...readDetail(db, row.seq), shown, taps };
};

export const countExchanges = (db: Database): number =>
  (prepared(db, 'SELECT count(*) AS n FROM exchanges').get() as { n: number }).n;
