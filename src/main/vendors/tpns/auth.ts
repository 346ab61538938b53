import { AppError, type Phrase } from '../../../shared/contract/index.ts';
import type { AuthPart, AuthPlan, CredentialField, OpenCredential } from '../vendor.ts';
import { regionNames } from './hosts.ts';
import { secretMark } from '../kit/secret-mark.ts';
import { sources } from './sources.ts';

const wrong = (name: string): Phrase => ({ id: `tpns.field.${name}` });

const checkAccessId = (value: string): Phrase | null => {
  if (/\s/.test(value)) return wrong('spaces');
  return /^15\d{8}$/.test(value) ? null : wrong('access-id');
};
/** The AccessKey is for phones: 12 characters beginning with A. */
const isAccessKey = (value: string): boolean => /^A[0-9A-Z]{11}$/.test(value);
const checkSecretKey = (value: string): Phrase | null => {
  if (/\s/.test(value)) return wrong('spaces');
  if (isAccessKey(value)) return wrong('access-key-as-secret');
  return /^15\d{8}$/.test(value) ? wrong('access-id-as-secret') : null;
};
const checkAccessKey = (value: string): Phrase | null =>
  value === '' || isAccessKey(value) ? null : wrong('access-key');
const checkRegion = (value: string): Phrase | null =>
  value === '' || regionNames.some((name) => name === value) ? null : wrong('region');

const field = (
  name: string,
  label: string,
  check: CredentialField['check'],
  over: Partial<CredentialField> = {},
): CredentialField => ({
  name,
  label,
  secret: false,
  required: true,
  check,
  certainty: 'documented',
  source: sources.signature,
  ...over,
});

/** The keys of TPNS's console. AccessKey and region only help to name mistakes. Source: «signature authentication». */
const form: readonly CredentialField[] = [
  field('accessId', 'Access ID', checkAccessId),
  field('secretKey', 'Secret Key', checkSecretKey, { secret: true }),
  field('accessKey', 'Access Key', checkAccessKey, { required: false, source: sources.sdk }),
  field('region', 'Region (gz, sh, hk, sgp)', checkRegion, { required: false, source: sources.request }),
];

/** Signing material as the sender gets it: the moment in seconds, and the SecretKey. */
export const packKey = (nowMs: number, secretKey: string): string => `${Math.floor(nowMs / 1000)} ${secretKey}`;
/** Takes it apart. */
export const unpackKey = (token: string): { timestamp: string; secretKey: string } => {
  const space = token.indexOf(' ');
  return { timestamp: token.slice(0, Math.max(0, space)), secretKey: token.slice(space + 1) };
};

/**
 * There is no token: the SecretKey signs each body together with the moment, so both are what the sender gets as its token. It is
 * made anew for every request. Throws AppError `credential.unsupported` for any other kind of credential.
 */
const plan = ({ id, facts, secret }: OpenCredential): AuthPlan => {
  const secretKey = secret['secretKey'];
  if (facts.kind !== 'app-keys' || facts.vendor !== 'tpns' || !secretKey) {
    throw new AppError('credential.unsupported', { kind: facts.kind });
  }
  return {
    kind: 'signed',
    cacheKey: `tpns:${id}:${secretMark(secretKey)}`,
    make: (nowMs) => ({ value: packKey(nowMs, secretKey), renewAtMs: nowMs, expiresAtMs: nowMs }),
  };
};

/** How TPNS's keys sign. Source: «signature authentication». */
export const auth: AuthPart = { form, credentialKinds: ['app-keys'], plan };
