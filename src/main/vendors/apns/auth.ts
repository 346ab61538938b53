import { createHash, createPrivateKey, sign, type KeyObject } from 'node:crypto';
import type { AuthPart, AuthPlan, IssuedToken, OpenCredential } from '../vendor.ts';
import { inspectToken } from './inspect-token.ts';
import { providerTokenRefreshSeconds, providerTokenSeconds } from './limits.ts';

/** Apple asks for a new token every 20 to 60 minutes; 50 leaves room for a slow clock. */
const renewAfterSeconds = 3000;

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * A provider token: ES256 over `kid` (key ID), `iss` (team ID) and `iat` (seconds), with the raw 64-byte signature of RFC 7518.
 * Source: Apple, «Establishing a token-based connection to APNs».
 */
export const issueProviderToken = (key: KeyObject, keyId: string, teamId: string, nowMs: number): IssuedToken => {
  const issuedAt = Math.floor(nowMs / 1000);
  const signed = `${base64url({ alg: 'ES256', kid: keyId })}.${base64url({ iss: teamId, iat: issuedAt })}`;
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return {
    value: `${signed}.${signature.toString('base64url')}`,
    renewAtMs: (issuedAt + renewAfterSeconds) * 1000,
    expiresAtMs: (issuedAt + providerTokenSeconds) * 1000,
    keepAtLeastMs: providerTokenRefreshSeconds * 1000,
  };
};

const privateKeyOf = (credential: OpenCredential): string => {
  const pem = credential.secret['privateKeyPem'];
  if (pem === undefined) throw new Error('An APNs credential is without its secret privateKeyPem');
  return pem;
};

const plan = (credential: OpenCredential): AuthPlan => {
  const { facts } = credential;
  if (facts.kind === 'apns-p8') {
    const { keyId, teamId } = facts;
    const pem = privateKeyOf(credential);
    // A plan is made for every push, a token once in 50 minutes: the key is read only then.
    return {
      kind: 'signed',
      // Another file under the same key ID is another key: its tokens are its own.
      cacheKey: `apns-p8:${teamId}:${keyId}:${createHash('sha256').update(facts.publicKeyPem).digest('base64url')}`,
      make: (nowMs) => issueProviderToken(createPrivateKey(pem), keyId, teamId, nowMs),
    };
  }
  if (facts.kind === 'apns-certificate') {
    return {
      kind: 'client-certificate',
      cacheKey: `apns-certificate:${facts.certificate.sha256}`,
      certificatePem: facts.certificatePem,
      privateKeyPem: privateKeyOf(credential),
    };
  }
  throw new Error(`APNs does not take a credential of kind ${facts.kind}`);
};

/** Takes a signing key (.p8) or a push certificate (.p12). `make` of a plan throws when its private key cannot be read. */
export const auth: AuthPart = { credentialKinds: ['apns-p8', 'apns-certificate'], plan, inspectToken };
