/**
 * Runs in a worker thread: the writer or a reader, each with its own connection. better-sqlite3 is synchronous, and nothing of it
 * may ever hold up the main process' event loop.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { isAppError } from '../../shared/contract/errors.ts';
import { checkFolder, codeOf, lockFolder, openForReading, openForWriting } from './open.ts';
import type { CallResult, StoreCall, StoreFailure, StoreReply, StoreRequest, StoreWorkerData } from './protocol.ts';
import { connectionWrites, reads, writes } from './repositories/index.ts';

type Operation = (db: Database, args: unknown) => unknown;

const port = parentPort;
if (!port) throw new Error('store/worker.ts runs in a worker thread only');
// The store's own main half passes this very type.
const start = workerData as StoreWorkerData;
const send = (reply: StoreReply): void => port.postMessage(reply);

const asFailure = (error: unknown): StoreFailure => {
  if (isAppError(error)) return { code: error.code, message: error.message, details: error.details };
  const sqlite = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const full = sqlite === 'SQLITE_FULL' || sqlite === 'SQLITE_IOERR_WRITE' || sqlite === 'ENOSPC';
  return { code: full ? 'store.disk-full' : 'store.failed', message, details: { sqlite, message } };
};

// Callers are typed by `Reads` and `Writes`; here an operation is just a function of its arguments.
const readOperations = reads as unknown as Readonly<Record<string, Operation>>;
const writeOperations = writes as unknown as Readonly<Record<string, Operation>>;
const connectionOperations = connectionWrites as unknown as Readonly<Record<string, Operation>>;

const run = (db: Database, operations: Readonly<Record<string, Operation>>, call: StoreCall): CallResult => {
  const operation = operations[call.name];
  if (!operation)
    return { ok: false, error: { code: 'store.failed', message: `No operation ${call.name}`, details: {} } };
  try {
    return { ok: true, value: operation(db, call.args) };
  } catch (error) {
    return { ok: false, error: asFailure(error) };
  }
};

/** Runs one write in a transaction of its own. */
const runAlone = (db: Database, call: StoreCall): CallResult => {
  try {
    return { ok: true, value: db.transaction(perform).immediate(db, call) };
  } catch (error) {
    return { ok: false, error: asFailure(error) };
  }
};

const perform = (db: Database, call: StoreCall): unknown => {
  const operation = writeOperations[call.name];
  if (!operation) throw new Error(`No operation ${call.name}`);
  return operation(db, call.args);
};
const performAll = (db: Database, calls: readonly StoreCall[]): CallResult[] =>
  calls.map((call) => ({ ok: true, value: perform(db, call) }));

/**
 * One commit for all. When anything fails, nothing of it stands, and each is done again in a transaction of its own: a savepoint for
 * each would cost every batch what hardly any needs, and a full disk may end the whole transaction under it.
 */
const runWrites = (db: Database, calls: readonly StoreCall[]): readonly CallResult[] => {
  if (calls.some((call) => connectionOperations[call.name])) {
    return calls.map((call) =>
      connectionOperations[call.name] ? run(db, connectionOperations, call) : runAlone(db, call),
    );
  }
  try {
    return db.transaction(performAll).immediate(db, calls);
  } catch {
    return calls.map((call) => runAlone(db, call));
  }
};

const open = (): { db: Database; lock: Database | null; damagedFile: string | null } => {
  if (start.role === 'reader') return { db: openForReading(start.folder), lock: null, damagedFile: null };
  checkFolder(start.folder);
  const lock = lockFolder(start.folder);
  return { lock, ...openForWriting(start.folder, start.nowMs) };
};

try {
  const { db, lock, damagedFile } = open();
  port.on('message', (request: StoreRequest) => {
    if (request.type === 'close') {
      db.close();
      lock?.close();
      port.close();
      return;
    }
    const results =
      start.role === 'writer'
        ? runWrites(db, request.calls)
        : request.calls.map((call) => run(db, readOperations, call));
    send({ type: 'batch', id: request.id, results });
  });
  send({ type: 'ready', damagedFile });
} catch (error) {
  send({ type: 'refused', error: asFailure(error) });
  port.close();
}
