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
  | 'message'
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

/** So many recurring parts are kept as they were read. A key is made of the content, so what it stands for never changes. */
const mostKept = 256;
const keptParts = new WeakMap<Database, Map<string, Partial<ExchangeDetail>>>();

const recurringPart = (db: Database, key: string): Partial<ExchangeDetail> => {
  const kept = keptParts.get(db) ?? new Map<string, Partial<ExchangeDetail>>();
  keptParts.set(db, kept);
  const before = kept.get(key);
  if (before) return before;
  const row = prepared(db, 'SELECT text FROM recurring_texts WHERE key = ?').get(key) as { text: string } | undefined;
  if (!row) return {};
  // Written by the journal from the same type.
  const part = JSON.parse(row.text) as Partial<ExchangeDetail>;
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, part);
  return part;
};

/**
 * What the row of an exchange does not hold. Two parts together are one ExchangeDetail, as the journal wrote it: a verdict, or all of a
 * request but its path, may recur; reading many of a burst reads that part once. Do not change what you get.
 */
export const readDetail = (db: Database, seq: number): ExchangeDetail => {
  const { detail, recurring } = prepared(db, 'SELECT detail, recurring FROM exchange_details WHERE seq = ?').get(
    seq,
  ) as { detail: string; recurring: string | null };
  const own = { verdict: null, explanation: null, ...JSON.parse(detail) } as ExchangeDetail;
  if (recurring === null) return own;
  const shared = recurringPart(db, recurring);
  return { ...own, ...shared, request: { ...shared.request, ...own.request } };
};
