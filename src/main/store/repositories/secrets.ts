import type { Database } from 'better-sqlite3';
import { prepared } from '../statements.ts';

/** A credential row: `data` is what anybody may know, `sealed` opens only with the sealer named. */
export interface StoredCredential {
  readonly id: string;
  readonly certificateId: number;
  readonly data: unknown;
  readonly sealer: string;
  readonly sealed: Uint8Array;
}
interface Row {
  id: string;
  certificate_id: number;
  data: string;
  sealer: string;
  sealed: Uint8Array;
}

export const allCredentials = (db: Database): StoredCredential[] =>
  (prepared(db, 'SELECT * FROM credentials ORDER BY certificate_id').all() as Row[]).map((row) => ({
    id: row.id,
    certificateId: row.certificate_id,
    data: JSON.parse(row.data) as unknown,
    sealer: row.sealer,
    sealed: new Uint8Array(row.sealed),
  }));

export const putCredential = (db: Database, row: StoredCredential): void => {
  prepared(
    db,
    `INSERT INTO credentials (id, certificate_id, data, sealer, sealed) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET data = excluded.data, sealer = excluded.sealer, sealed = excluded.sealed`,
  ).run(row.id, row.certificateId, JSON.stringify(row.data), row.sealer, row.sealed);
};

export const deleteCredential = (db: Database, args: { id: string }): void => {
  prepared(db, 'DELETE FROM credentials WHERE id = ?').run(args.id);
};

/** The next certificate ID: rises for ever, also over deleted ones. */
export const takeCertificateId = (db: Database): number => {
  const row = prepared(db, `SELECT value FROM settings WHERE name = 'last-certificate-id'`).get() as
    { value: string } | undefined;
  const next = Number(row?.value ?? '10000') + 1;
  prepared(
    db,
    `INSERT INTO settings (name, value) VALUES ('last-certificate-id', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  ).run(String(next));
  return next;
};

/** Secrets of Pushscope itself (CA key, fingerprint key), one per name and sealer, so that none is overwritten by another sealer. */
export const findSealed = (db: Database, args: { name: string }): { sealer: string; sealed: Uint8Array }[] =>
  (
    prepared(db, 'SELECT sealer, sealed FROM sealed_values WHERE name = ?').all(args.name) as {
      sealer: string;
      sealed: Uint8Array;
    }[]
  ).map((row) => ({ sealer: row.sealer, sealed: new Uint8Array(row.sealed) }));

export const putSealed = (db: Database, args: { name: string; sealer: string; sealed: Uint8Array }): void => {
  prepared(
    db,
    'INSERT INTO sealed_values (name, sealer, sealed) VALUES (?, ?, ?) ON CONFLICT (name, sealer) DO UPDATE SET sealed = excluded.sealed',
  ).run(args.name, args.sealer, args.sealed);
};

/** Names of all sealers that something in this database was sealed with. */
export const sealersInUse = (db: Database): string[] =>
  (
    prepared(db, 'SELECT sealer FROM credentials UNION SELECT sealer FROM sealed_values').all() as { sealer: string }[]
  ).map((row) => row.sealer);
