import type { AppErrorCode } from '../../shared/contract/errors.ts';

/** What the two workers are started with. */
export interface StoreWorkerData {
  readonly role: 'writer' | 'reader';
  readonly folder: string;
  readonly nowMs: number;
}

/** One operation by name. A batch of them is one message and, for the writer, one transaction. */
export interface StoreCall {
  readonly name: string;
  readonly args: unknown;
}
export type StoreRequest =
  { readonly type: 'batch'; readonly id: number; readonly calls: readonly StoreCall[] } | { readonly type: 'close' };

export type CallResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: StoreFailure };

/** An error as it crosses the thread: our code, and SQLite's where it had one. */
export interface StoreFailure {
  readonly code: AppErrorCode;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export type StoreReply =
  | { readonly type: 'ready'; readonly damagedFile: string | null }
  | { readonly type: 'refused'; readonly error: StoreFailure }
  | { readonly type: 'batch'; readonly id: number; readonly results: readonly CallResult[] };
