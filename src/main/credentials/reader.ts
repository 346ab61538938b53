import type { VendorId } from '../../shared/contract/common.ts';
import type {
  CredentialFacts,
  CredentialFile,
  CredentialImport,
  CredentialPreview,
  Finding,
} from '../../shared/contract/credentials.ts';
import { isAppError, type AppErrorCode } from '../../shared/contract/errors.ts';
import { err, ok, type Result } from '../../shared/kit/result.ts';
import type { FindingContext } from './finding-context.ts';
import { findingsOf, noContext } from './findings.ts';
import type { Reading } from './parse/reading.ts';
import { refuse } from './parse/refuse.ts';
import { keyIdOfFileName } from './parse/signing-key.ts';
import { createReadingWorker } from './work.ts';

/** Why a file was not read. `details.reason` is a phrase of this folder's catalogues. */
export interface ReadFailure {
  readonly code: AppErrorCode;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What the file cannot tell, from the person. */
export type CredentialExtra = Pick<CredentialImport, 'teamId' | 'keyId' | 'environment' | 'topics'>;

/** A credential ready to be sealed and stored. `secret` holds `privateKeyPem`. */
export interface OpenedCredential {
  readonly facts: CredentialFacts;
  readonly secret: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
}

export interface CredentialReader {
  /** What is inside, without its secrets. An unreadable file is an answer, not an exception. */
  inspect(file: CredentialFile, app?: FindingContext['app']): Promise<Result<CredentialPreview, ReadFailure>>;
  /**
   * One identity with its secret. `identity` null: the file must hold exactly one. Throws AppError with the codes of `inspect`,
   * and `credential.several-identities`, `credential.identity-unknown`, `credential.details-missing`.
   */
  open(
    file: CredentialFile,
    identity: number | null,
    extra: CredentialExtra,
    app?: FindingContext['app'],
  ): Promise<OpenedCredential>;
  /** Ends the worker. Reads under way fail with `app.closing`. */
  close(): Promise<void>;
}

const vendors: Readonly<Record<Reading['kind'], VendorId>> = {
  'apns-certificate': 'apns',
  'apns-p8': 'apns',
  'fcm-service-account': 'fcm',
};

const contextOf = (reading: Reading, file: CredentialFile, app: FindingContext['app'] = null): FindingContext => ({
  ...noContext,
  app,
  file: {
    identityCount: reading.identities.length,
    notes: reading.notes,
    keyIdInName: keyIdOfFileName(file.fileName),
  },
});

const preview = (reading: Reading, nowMs: number, context: FindingContext): CredentialPreview => ({
  kind: reading.kind,
  vendor: vendors[reading.kind],
  suggestedName: reading.suggestedName,
  identities: reading.identities.map(({ facts }, index) => ({
    index,
    facts,
    findings: findingsOf(facts, nowMs, context),
  })),
  asks: reading.asks,
});

/** Adds what the person typed to what the file said. Refuses with `credential.details-missing`. */
export function completeFacts(facts: CredentialFacts, extra: CredentialExtra): CredentialFacts {
  if (facts.kind !== 'apns-p8') return facts;
  const keyId = extra.keyId?.trim() || facts.keyId;
  const teamId = extra.teamId?.trim() || facts.teamId;
  if (!keyId || !teamId) throw refuse('credential.details-missing', 'team-and-key-id');
  return {
    ...facts,
    keyId,
    teamId,
    environment: extra.environment ?? facts.environment,
    topics: extra.topics === undefined ? facts.topics : extra.topics,
  };
}

const pick = (reading: Reading, identity: number | null) => {
  const count = reading.identities.length;
  if (identity === null && count > 1) throw refuse('credential.several-identities', 'several-identities', { count });
  const chosen = reading.identities[identity ?? 0];
  if (!chosen) throw refuse('credential.identity-unknown', 'identity-unknown', { identity: identity ?? 0, count });
  return chosen;
};

/**
 * The one way to read credential files. Work happens in a worker thread from `workerUrl` (`worker.ts`, or the file it is built
 * into); a file that takes longer than `timeLimitMs` fails with `credential.too-slow`.
 */
export function createCredentialReader(options: {
  readonly workerUrl: URL;
  readonly nowMs: () => number;
  readonly timeLimitMs?: number;
}): CredentialReader {
  const worker = createReadingWorker(options.workerUrl, options.timeLimitMs ?? 10_000);
  return {
    inspect: async (file, app) => {
      try {
        const reading = await worker.read(file, false);
        return ok(preview(reading, options.nowMs(), contextOf(reading, file, app)));
      } catch (error) {
        const isAboutFile = isAppError(error) && error.code.startsWith('credential.');
        if (isAboutFile) return err({ code: error.code, details: error.details });
        throw error;
      }
    },
    open: async (file, identity, extra, app) => {
      const reading = await worker.read(file, true);
      const chosen = pick(reading, identity);
      const facts = completeFacts(chosen.facts, extra);
      return {
        facts,
        secret: chosen.secret,
        findings: findingsOf(facts, options.nowMs(), contextOf(reading, file, app)),
      };
    },
    close: () => worker.close(),
  };
}
