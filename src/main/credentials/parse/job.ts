import { isAppError, type AppErrorCode } from '../../../shared/contract/errors.ts';
import type { CredentialFile } from '../../../shared/contract/credentials.ts';
import { readCredential } from './read.ts';
import type { Reading } from './reading.ts';

/** What the reader asks of its worker. Secrets are left out of the answer unless they are wanted. */
export interface Job {
  readonly id: number;
  readonly file: CredentialFile;
  readonly withSecrets: boolean;
}

/** The worker's answer. `broken` is a bug in the reading code, with its stack for the log. */
export type JobAnswer = { readonly id: number } & (
  | { readonly outcome: 'read'; readonly reading: Reading }
  | { readonly outcome: 'refused'; readonly code: AppErrorCode; readonly details: Readonly<Record<string, unknown>> }
  | { readonly outcome: 'broken'; readonly message: string }
);

const withoutSecrets = (reading: Reading): Reading => ({
  ...reading,
  identities: reading.identities.map(({ facts }) => ({ facts, secret: {} })),
});

/** Does one job. Never throws. */
export function runJob({ id, file, withSecrets }: Job): JobAnswer {
  try {
    const reading = readCredential(file);
    return { id, outcome: 'read', reading: withSecrets ? reading : withoutSecrets(reading) };
  } catch (error) {
    if (isAppError(error)) return { id, outcome: 'refused', code: error.code, details: error.details };
    return { id, outcome: 'broken', message: error instanceof Error ? (error.stack ?? error.message) : 'not an Error' };
  }
}
