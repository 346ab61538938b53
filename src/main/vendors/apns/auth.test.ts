import { createPrivateKey, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CredentialFacts } from '../../../shared/contract/index.ts';
import { decodeJwt } from '../kit/jwt.ts';
import type { OpenCredential } from '../vendor.ts';
import { auth, issueProviderToken } from './auth.ts';
import { vetToken } from './gateway/provider-token.ts';
import { keyId, keyPair, newKeyPair, nowMs, nowSeconds, signingKey, teamId } from './testing.ts';

const open = (facts: CredentialFacts, privateKeyPem = keyPair.privateKeyPem): OpenCredential => ({
  id: 'credential-1',
  facts,
  secret: { privateKeyPem },
});
const signedPlan = () => {
  const plan = auth.plan(open(signingKey()), 'https://api.push.apple.com');
  if (plan.kind !== 'signed') throw new Error('not signed');
  return plan;
};

/** The public example key of RFC 7515, appendix A.3: a vector that others verify too. */
const rfcKey = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
};
const rfcToken =
  'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.' +
  'DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q';

describe('apns provider token', () => {
  it('has the key in its header, team and time in its claims, and nothing else', () => {
    const jwt = decodeJwt(signedPlan().make(nowMs + 999).value);
    expect(jwt?.header).toEqual({ alg: 'ES256', kid: keyId });
    expect(jwt?.claims).toEqual({ iss: teamId, iat: nowSeconds });
  });
  it('is signed with the raw 64 bytes of RFC 7518', () => {
    const jwt = decodeJwt(signedPlan().make(nowMs).value)!;
    expect(jwt.signature).toHaveLength(64);
    const key = createPublicKey(keyPair.publicKeyPem);
    expect(verify('sha256', Buffer.from(jwt.signedText), { key, dsaEncoding: 'ieee-p1363' }, jwt.signature)).toBe(true);
  });
  it('is renewed after 50 minutes and dead after 60, counted from its iat', () => {
    const token = signedPlan().make(nowMs + 999);
    expect(token.renewAtMs).toBe(nowMs + 50 * 60_000);
    expect(token.expiresAtMs).toBe(nowMs + 60 * 60_000);
  });
  it('is what the gateway verifies', () => {
    const { value } = issueProviderToken(createPrivateKey(keyPair.privateKeyPem), keyId, teamId, nowMs);
    expect(vetToken(value, [signingKey()])).toMatchObject({
      form: 'ok',
      isSignatureGood: true,
      issue: `${keyId} ${nowSeconds}`,
    });
    expect(vetToken(value, [signingKey({ publicKeyPem: newKeyPair().publicKeyPem })])).toMatchObject({
      isSignatureGood: false,
    });
    expect(vetToken(value, [])).toMatchObject({ isSignatureGood: null, key: null });
  });
  it('the vector of RFC 7515 A.3 verifies by the same means, and is no provider token', () => {
    const jwt = decodeJwt(rfcToken)!;
    const key = createPublicKey({ key: rfcKey, format: 'jwk' });
    expect(verify('sha256', Buffer.from(jwt.signedText), { key, dsaEncoding: 'ieee-p1363' }, jwt.signature)).toBe(true);
    expect(vetToken(rfcToken, [])).toEqual({ form: 'key-id' });
  });
  it('an iat as a string is refused, as is a fraction', () => {
    const claims = (iat: unknown): string =>
      `${Buffer.from(JSON.stringify({ alg: 'ES256', kid: keyId })).toString('base64url')}.${Buffer.from(JSON.stringify({ iss: teamId, iat })).toString('base64url')}.${'A'.repeat(86)}`;
    expect(vetToken(claims('1437179036'), [])).toEqual({ form: 'issued-at' });
    expect(vetToken(claims(1.5), [])).toEqual({ form: 'issued-at' });
    expect(vetToken(claims(nowSeconds), [])).toMatchObject({ form: 'ok' });
  });
  it('a DER signature that is broken inside does not verify', () => {
    const head = signedPlan().make(nowMs).value.split('.').slice(0, 2).join('.');
    const broken = Buffer.from([0x30, 0x06, 0x02, 0x01, 0x05, 0x04, 0x01, 0x05]).toString('base64url');
    expect(vetToken(`${head}.${broken}`, [signingKey()])).toMatchObject({ isSignatureGood: false });
  });
});

describe('apns auth plan', () => {
  it('shares a token among all that have the same key and team', () => {
    const { cacheKey } = signedPlan();
    expect(cacheKey).toContain(`apns-p8:${teamId}:${keyId}`);
    expect(signedPlan().cacheKey).toBe(cacheKey);
  });
  it.each([
    ['team', { teamId: 'OTHERTEAM1' }],
    ['key ID', { keyId: 'OTHERKEY01' }],
    ['key under the same ID', { publicKeyPem: newKeyPair().publicKeyPem }],
  ])('shares none with another %s', (_name, over) => {
    expect(auth.plan(open(signingKey(over)), '').cacheKey).not.toBe(signedPlan().cacheKey);
  });
  it('shows a certificate during the handshake', () => {
    const certificate = {
      kind: 'apns-certificate',
      certificate: { sha256: 'ab12' },
      certificatePem: 'CERT',
    } as CredentialFacts; // The plan looks at nothing else of it.
    expect(auth.plan(open(certificate, 'KEY'), '')).toEqual({
      kind: 'client-certificate',
      cacheKey: 'apns-certificate:ab12',
      certificatePem: 'CERT',
      privateKeyPem: 'KEY',
    });
  });
  it('takes no other kind, and no credential without its secret', () => {
    const fcm = { kind: 'fcm-service-account' } as CredentialFacts; // Only the kind is looked at.
    expect(() => auth.plan(open(fcm), '')).toThrow('fcm-service-account');
    expect(() => auth.plan({ id: 'x', facts: signingKey(), secret: {} }, '')).toThrow('privateKeyPem');
  });
});
