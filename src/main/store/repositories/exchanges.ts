import type { Database } from 'better-sqlite3';
import type { Exchange, ExchangeSummary } from '../../../shared/contract/index.ts';
import { prepared } from '../statements.ts';

/** An exchange before it has its place in the log. `detail` is everything the summary does not hold. */
export type NewExchange = Omit<ExchangeSummary, 'seq'>;
export type ExchangeDetail = Pick<
  Exchange,
  | 'request'
  | 'response'
  | 'timing'
  | 'peer'
  | 'decision'
  | 'verdict'
  | 'explanation'
  | 'failure'
  | 'credentialId'
  | 'attempts'
>;

interface Row {
  seq: number;
  id: string;
  at_ms: number;
  origin: ExchangeSummary['origin'];
  vendor: ExchangeSummary['vendor'];
  kind: ExchangeSummary['kind'];
  outcome: ExchangeSummary['outcome'];
  status: number | null;
  reason: string | null;
  message_id: string | null;
  vendor_message_id: string | null;
  title: string;
  body: string;
  targets: string;
  took_ms: number | null;
  request_bytes: number;
}

const columns =
  'seq, id, at_ms, origin, vendor, kind, outcome, status, reason, message_id, vendor_message_id, title, body, targets, took_ms, request_bytes';

const toSummary = (row: Row): ExchangeSummary => ({
  id: row.id,
  seq: row.seq,
  atMs: row.at_ms,
  origin: row.origin,
  vendor: row.vendor,
  kind: row.kind,
  outcome: row.outcome,
  status: row.status,
  reason: row.reason,
  messageId: row.message_id,
  vendorMessageId: row.vendor_message_id,
  title: row.title,
  body: row.body,
  // Written by insertExchange from the same type.
  targets: JSON.parse(row.targets) as ExchangeSummary['targets'],
  tookMs: row.took_ms,
  requestBytes: row.request_bytes,
});

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

/** Newest first, `limit` rows with a `seq` below `before`. */
export const pageExchanges = (db: Database, args: { limit: number; before: number | null }): ExchangeSummary[] =>
  // The rows have the columns named in the statement.
  (
    prepared(db, `SELECT ${columns} FROM exchanges WHERE seq < ? ORDER BY seq DESC LIMIT ?`).all(
      args.before ?? Number.MAX_SAFE_INTEGER,
      args.limit,
    ) as Row[]
  ).map(toSummary);

/** The two parts together are one ExchangeDetail, as the journal wrote it: a verdict, or all of a request but its path, may recur. */
const wholeDetail = (detail: string, recurring: string | null): ExchangeDetail => {
  const own = { verdict: null, explanation: null, ...JSON.parse(detail) } as ExchangeDetail;
  if (recurring === null) return own;
  const shared = JSON.parse(recurring) as Partial<ExchangeDetail>;
  return { ...own, ...shared, request: { ...shared.request, ...own.request } };
};

/** One whole exchange with what it led to; null when there is none. */
export const findExchange = (db: Database, args: { id: string }): Exchange | null => {
  const row = prepared(db, `SELECT ${columns} FROM exchanges WHERE id = ?`).get(args.id) as Row | undefined;
  if (!row) return null;
  const { detail, recurring } = prepared(
    db,
    `SELECT detail, recurring_texts.text AS recurring FROM exchange_details
       LEFT JOIN recurring_texts ON recurring_texts.key = exchange_details.recurring WHERE seq = ?`,
  ).get(row.seq) as { detail: string; recurring: string | null };
  const shown = prepared(
    db,
    'SELECT id AS notificationId, device_id AS deviceId, at_ms AS atMs FROM notifications WHERE exchange_id = ? ORDER BY at_ms',
  ).all(args.id) as Exchange['shown'];
  const taps = prepared(
    db,
    'SELECT id AS tapId, device_id AS deviceId, at_ms AS atMs FROM taps WHERE exchange_id = ? ORDER BY at_ms',
  ).all(args.id) as Exchange['taps'];
  return { ...toSummary(row), ...wholeDetail(detail, recurring), shown, taps };
};

export const countExchanges = (db: Database): number =>
  (prepared(db, 'SELECT count(*) AS n FROM exchanges').get() as { n: number }).n;

/** Removes all; returns how many there were. Sequence numbers go on from where they were. */
export const clearExchanges = (db: Database): number => {
  prepared(db, 'DELETE FROM exchange_details').run();
  prepared(db, 'DELETE FROM recurring_texts').run();
  return prepared(db, 'DELETE FROM exchanges').run().changes;
};
