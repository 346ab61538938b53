import type { Database } from 'better-sqlite3';
import {
  allBulkJobs,
  bulkCounts,
  bulkItems,
  bulkTokens,
  deleteBulkJob,
  forgetBulkTokens,
  forgetSending,
  placeBulkItems,
  putBulkJob,
  setBulkState,
  settleBulkItem,
  takeBulkItems,
} from './bulk.ts';
import { allEntries, deleteEntry, putEntry } from './entries.ts';
import { countExchanges, findExchange, insertExchange } from './exchanges.ts';
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
import { countMatching, logState, searchExchanges } from './search.ts';
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
import {
  dropRemoval,
  dropUnusedRecurring,
  indexExchanges,
  markExchange,
  purgeRemovals,
  putRemoval,
  trimExchanges,
  usedBytes,
} from './upkeep.ts';

/** What the reader can be asked. */
export const reads = {
  allBulkJobs,
  bulkCounts,
  bulkItems,
  bulkTokens,
  allCredentials,
  allEntries,
  allNotifications,
  allPhones,
  countExchanges,
  countMatching,
  databaseBytes,
  findExchange,
  findSealed,
  findSetting,
  lastTaps,
  logState,
  notificationsOf,
  searchExchanges,
  sealersInUse,
  tapsOf,
  usedBytes,
} as const;

/** What the writer can be told. Every operation of a batch stands or falls alone; the batch is committed as one. */
export const writes = {
  deleteBulkJob,
  forgetBulkTokens,
  forgetSending,
  placeBulkItems,
  putBulkJob,
  setBulkState,
  settleBulkItem,
  takeBulkItems,
  countUp,
  deleteCredential,
  deleteEntry,
  deleteNotificationsOf,
  dropRemoval,
  dropUnusedRecurring,
  indexExchanges,
  insertExchange,
  markExchange,
  purgeRemovals,
  putCredential,
  putEntry,
  putNotification,
  putPhone,
  putRemoval,
  putSealed,
  putSetting,
  putTap,
  takeCertificateId,
  trimExchanges,
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
