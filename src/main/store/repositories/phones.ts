import type { Database } from 'better-sqlite3';
import { prepared } from '../statements.ts';

/** How many notifications of one device are kept, shown or gone. */
export const keptPerDevice = 500;

export interface StoredNotification {
  readonly id: string;
  readonly deviceId: string;
  readonly exchangeId: string;
  readonly atMs: number;
  readonly state: string;
  /** The whole notification with what a tap needs, as JSON. */
  readonly data: string;
}

/** Inserts or replaces. Now and then the device's oldest beyond what is kept are dropped; doing it each time would cost a push in three. */
export const putNotification = (db: Database, row: StoredNotification): void => {
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO notifications (id, device_id, exchange_id, at_ms, state, data) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, data = excluded.data`,
  ).run(row.id, row.deviceId, row.exchangeId, row.atMs, row.state, row.data);
  if (Number(lastInsertRowid) % 64 !== 0) return;
  prepared(
    db,
    `DELETE FROM notifications WHERE device_id = ? AND at_ms <
       (SELECT at_ms FROM notifications WHERE device_id = ? ORDER BY at_ms DESC LIMIT 1 OFFSET ${keptPerDevice - 1})`,
  ).run(row.deviceId, row.deviceId);
};

/** Everything kept, oldest first, as the JSON it was stored as. */
export const allNotifications = (db: Database): string[] =>
  (prepared(db, 'SELECT data FROM notifications ORDER BY at_ms, rowid').all() as { data: string }[]).map(
    (row) => row.data,
  );

/** Notifications that came of one exchange, oldest first, as the JSON they were stored as. */
export const notificationsOf = (db: Database, args: { exchangeId: string }): string[] =>
  (
    prepared(db, 'SELECT data FROM notifications WHERE exchange_id = ? ORDER BY at_ms, rowid').all(args.exchangeId) as {
      data: string;
    }[]
  ).map((row) => row.data);

export const deleteNotificationsOf = (db: Database, args: { deviceId: string }): void => {
  prepared(db, 'DELETE FROM notifications WHERE device_id = ?').run(args.deviceId);
  prepared(db, 'DELETE FROM phones WHERE device_id = ?').run(args.deviceId);
};

export const putTap = (
  db: Database,
  row: { id: string; exchangeId: string; deviceId: string; atMs: number; data: string },
): void => {
  prepared(db, 'INSERT INTO taps (id, exchange_id, device_id, at_ms, data) VALUES (?, ?, ?, ?, ?)').run(
    row.id,
    row.exchangeId,
    row.deviceId,
    row.atMs,
    row.data,
  );
};

/** Taps that came of one exchange, oldest first, as JSON. */
export const tapsOf = (db: Database, args: { exchangeId: string }): string[] =>
  (
    prepared(db, 'SELECT data FROM taps WHERE exchange_id = ? ORDER BY at_ms').all(args.exchangeId) as {
      data: string;
    }[]
  ).map((row) => row.data);

/** The last tap on each device, as JSON. */
export const lastTaps = (db: Database): string[] =>
  (
    prepared(db, 'SELECT data FROM taps WHERE rowid IN (SELECT MAX(rowid) FROM taps GROUP BY device_id)').all() as {
      data: string;
    }[]
  ).map((row) => row.data);

export const putPhone = (db: Database, args: { deviceId: string; data: string }): void => {
  prepared(
    db,
    'INSERT INTO phones (device_id, data) VALUES (?, ?) ON CONFLICT (device_id) DO UPDATE SET data = excluded.data',
  ).run(args.deviceId, args.data);
};

export const allPhones = (db: Database): { deviceId: string; data: string }[] =>
  prepared(db, 'SELECT device_id AS deviceId, data FROM phones').all() as { deviceId: string; data: string }[];
