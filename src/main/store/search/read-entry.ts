import type { Database } from 'better-sqlite3';
import type { Device, ExchangeSummary } from '../../../shared/contract/index.ts';
import { readDetail } from '../repositories/exchange-row.ts';
import { prepared } from '../statements.ts';
import { Entry } from './entry.ts';

const readDevice = (db: Database, id: string): Pick<Device, 'appId' | 'userId'> | null => {
  const row = prepared(db, 'SELECT data FROM devices WHERE id = ?').get(id) as { data: string } | undefined;
  // Checked by the contract's schema when it was written.
  return row ? (JSON.parse(row.data) as Device) : null;
};

/** What can be found of a stored exchange; the rest of it is read when a filter asks. */
export const entryOf = (db: Database, summary: ExchangeSummary): Entry =>
  new Entry({
    summary,
    mark: summary.mark ?? null,
    detail: () => readDetail(db, summary.seq),
    device: (id) => readDevice(db, id),
  });
