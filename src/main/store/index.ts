import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { AppError } from '../../shared/contract/errors.ts';
import { makeFolder } from './folders.ts';
import type { Reads, Writes } from './repositories/index.ts';
import { StoreThread } from './thread.ts';

export { makeFolder } from './folders.ts';
export { databaseName } from './open.ts';
export type { EntryTable } from './repositories/entries.ts';
export { exchangeRow } from './repositories/exchanges.ts';
export type { ExchangeDetail } from './repositories/exchange-row.ts';
export type { NewExchange, Recurring } from './repositories/exchanges.ts';
export type { SearchPart } from './repositories/search.ts';
export type { StoredCredential } from './repositories/secrets.ts';

/** Arguments are left out for operations that take none. */
type Args<T extends { args: unknown }> = T['args'] extends undefined ? [] : [args: T['args']];

/** The data folder, as the rest of the main process sees it: asynchronous, typed, never blocking. */
export interface Store {
  read<K extends keyof Reads>(name: K, ...args: Args<Reads[K]>): Promise<Reads[K]['result']>;
  /** Resolves once the operation is committed. */
  write<K extends keyof Writes>(name: K, ...args: Args<Writes[K]>): Promise<Writes[K]['result']>;
  /** Name of the unreadable database that was set aside at this start; null when all was well. */
  readonly damagedFile: string | null;
  close(): Promise<void>;
}

const prepareFolder = async (folder: string): Promise<void> => {
  try {
    await makeFolder(folder, 0o700);
    await access(folder, constants.W_OK | constants.R_OK | constants.X_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new AppError('start.data-unwritable', { folder, code }, { cause: error });
  }
};

/**
 * Opens (or begins) the data folder with one writer and one reader.
 * AppError: `start.data-unwritable`, `start.data-foreign`, `start.data-in-use`, `start.data-newer`.
 */
export const openStore = async (options: { folder: string; workerUrl: URL; nowMs: number }): Promise<Store> => {
  const { folder, workerUrl, nowMs } = options;
  await prepareFolder(folder);
  const writer = await StoreThread.open(workerUrl, { role: 'writer', folder, nowMs });
  const reader = await StoreThread.open(workerUrl, { role: 'reader', folder, nowMs }).catch(async (error: unknown) => {
    await writer.close();
    throw error;
  });
  return {
    // The workers run the very functions whose types these are.
    read: (name, ...args) => reader.call(name, args[0]) as Promise<Reads[typeof name]['result']>,
    write: (name, ...args) => writer.call(name, args[0]) as Promise<Writes[typeof name]['result']>,
    damagedFile: writer.damagedFile,
    close: async () => {
      await reader.close();
      await writer.close();
    },
  };
};
