import type { Database } from 'better-sqlite3';
import { allEntries, deleteEntry, putEntry } from './entries.ts';
import { clearExchanges, countExchanges, findExchange, insertExchange, pageExchanges } from './exchanges.ts';
import {
  allNotifications,
  allPhones,
  deleteNotificationsOf,
  lastTaps,
  notificationsOf,
  putNotification,
  putPhone,
  putTap,
  tapsOf,
} from './phones.ts';
import {
  allCredentials,
  deleteCredential,
  findSealed,
  putCredential,
  putSealed,
  sealersInUse,
  takeCertificateId,
} from './secrets.ts';
import { countUp, databaseBytes, findSetting, putSetting, setPowerLossSafe } from './settings.ts';

/** What the reader can be asked. */
export const reads = {
  allCredentials,
  allEntries,
  allNotifications,
  allPhones,
  countExchanges,
  databaseBytes,
  findExchange,
  findSealed,
  findSetting,
  lastTaps,
  notificationsOf,
  pageExchanges,
  sealersInUse,
  tapsOf,
} as const;

/** What the writer can be told. Every operation of a batch stands or falls alone; the batch is committed as one. */
export const writes = {
  clearExchanges,
  countUp,
  deleteCredential,
  deleteEntry,
  deleteNotificationsOf,
  insertExchange,
  putCredential,
  putEntry,
  putNotification,
  putPhone,
  putSealed,
  putSetting,
  putTap,
  takeCertificateId,
} as const;

/** Writes that change the connection and cannot run inside a transaction. */
export const connectionWrites = { setPowerLossSafe } as const;

type Operation = (db: Database, args: never) => unknown;
type ArgsOf<F> = F extends (db: Database) => unknown
  ? undefined
  : F extends (db: Database, args: infer A) => unknown
    ? A
    : never;
export type Operations<T extends Record<string, Operation>> = {
  [K in keyof T]: { args: ArgsOf<T[K]>; result: ReturnType<T[K]> };
};
export type Reads = Operations<typeof reads>;
export type Writes = Operations<typeof writes & typeof connectionWrites>;
