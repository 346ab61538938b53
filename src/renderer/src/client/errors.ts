import { ORPCError } from '@orpc/client';

/** A failed call as the window shows it: our code, the words for logs, and the details a sentence may need. */
export interface CallFailure {
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

const asDetails = (data: unknown): Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {};

export const asCallFailure = (error: unknown): CallFailure =>
  error instanceof ORPCError
    ? { code: error.code, message: error.message, details: asDetails(error.data) }
    : { code: 'app.unreachable', message: error instanceof Error ? error.message : String(error), details: {} };
