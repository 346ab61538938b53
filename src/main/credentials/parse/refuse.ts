import { AppError, type AppErrorCode } from '../../../shared/contract/errors.ts';

/**
 * Why a file is not taken, one name per case. Each has words in the catalogues under `credential.found.<name>`; they say what
 * the file is and what to do about it.
 */
export const refusals = [
  'agconnect-services',
  'broken-json',
  'certificate-alone',
  'certificate-request',
  'curve',
  'damaged',
  'empty',
  'encrypted-key',
  'encryption-unknown',
  'fcm-legacy-key',
  'google-api-key',
  'google-services',
  'identity-unknown',
  'iterations',
  'java-keystore',
  'key-alone',
  'keys-alone',
  'key-mismatch',
  'key-unreadable',
  'not-recognised',
  'oauth-client',
  'openssh-key',
  'other-json',
  'other-key',
  'other-pem',
  'out-of-memory',
  'password-needed',
  'password-wrong',
  'pkcs12-empty',
  'pkcs12-public-key',
  'pkcs7',
  'property-list',
  'provisioning-profile',
  'public-key',
  'rsa-key',
  'sec1-ec-key',
  'service-account-fields',
  'service-account-key',
  'several-identities',
  'team-and-key-id',
  'time-limit',
  'truncated',
  'truncated-pem',
  'user-credentials',
  'workload-identity',
  'zip-archive',
] as const;
export type Refusal = (typeof refusals)[number];

/**
 * The error for a file that is not taken. `details.found` is the case, `details.reason` a phrase about it. Params are shown to
 * the person and must never hold a secret or a piece of the file.
 */
export const refuse = (
  code: AppErrorCode,
  found: Refusal,
  params: Readonly<Record<string, string | number>> = {},
  cause?: unknown,
): AppError => new AppError(code, { found, reason: { id: `credential.found.${found}`, params } }, { cause });
