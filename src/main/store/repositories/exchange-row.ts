import type { Database } from 'better-sqlite3';
import type { Exchange, ExchangeMark, ExchangeSummary } from '../../../shared/contract/index.ts';
import { prepared } from '../statements.ts';

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

/** A row of `exchanges` with its mark. */
export interface StoredRow {
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
  mark: string | null;
}

export const rowColumns =
  'exchanges.seq, id, at_ms, origin, vendor, kind, outcome, status, reason, message_id, vendor_message_id, title, body, targets, took_ms, request_bytes, mark';
export const rowJoins = 'LEFT JOIN exchange_marks ON exchange_marks.seq = exchanges.seq';

export const readRow = (row: StoredRow): ExchangeSummary => ({
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
  // Written by markExchange from the same type.
  ...(row.mark === null ? {} : { mark: JSON.parse(row.mark) as ExchangeMark }),
});

/** The two parts together are one ExchangeDetail, as the journal wrote it: a verdict, or all of a request but its path, may recur. */
const wholeDetail = (detail: string, recurring: string | null): ExchangeDetail => {
  const own = { verdict: null, explanation: null, ...JSON.parse(detail) } as ExchangeDetail;
  if (recurring === null) return own;
  const shared = JSON.parse(recurring) as Partial<ExchangeDetail>;
  return { ...own, ...shared, request: { ...shared.request, ...own.request } };
};

/** What the row of an exchange does not hold. */
export const readDetail = (db: Database, seq: number): ExchangeDetail => {
  const { detail, recurring } = prepared(
    db,
    `SELECT detail, recurring_texts.text AS recurring FROM exchange_details
       LEFT JOIN recurring_texts ON recurring_texts.key = exchange_details.recurring WHERE seq = ?`,
  ).get(seq) as { detail: string; recurring: string | null };
  return wholeDetail(detail, recurring);
};
