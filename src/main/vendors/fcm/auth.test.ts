import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/contract/index.ts';
import { decodeJwt } from '../kit/jwt.ts';
import { fromBytes, toBytes } from '../kit/text.ts';
import type { AuthPlan } from '../vendor.ts';
import { auth } from './auth.ts';
import { credential, facts, nowMs } from './samples.ts';

const google = 'https://fcm.googleapis.com';
const planFor = (origin: string, over: Partial<typeof facts> = {}): AuthPlan & { kind: 'fetched' } => {
  const plan = auth.plan({ ...credential, facts: { ...facts, ...over } }, origin);
  if (plan.kind !== 'fetched') throw new Error(plan.kind);
  return plan;
};
const read = (status: number, body: string) =>
  planFor(google).read({ status, headers: [], body: toBytes(body) }, nowMs);

describe('fcm auth', () => {
  it('asks Google for a send to Google, and the same place for any other', () => {
    expect(planFor(google).origin).toBe('https://oauth2.googleapis.com');
    expect(planFor(google).request(nowMs).path).toBe('/token');
    const older = planFor(google, { tokenUri: 'https://accounts.google.com/o/oauth2/token' });
    expect([older.origin, older.request(nowMs).path]).toEqual(['https://accounts.google.com', '/o/oauth2/token']);
    expect(planFor(google, { tokenUri: 'not an address' }).origin).toBe('https://oauth2.googleapis.com');
    const local = planFor('https://127.0.0.1:8921', { tokenUri: 'https://accounts.google.com/o/oauth2/token' });
    expect([local.origin, local.request(nowMs).path]).toEqual([null, '/token']);
  });
  it('shares a token by credential, key and place', () => {
    const keys = [planFor(google), planFor('https://127.0.0.1:8921'), planFor(google, { privateKeyId: 'another' })].map(
      (plan) => plan.cacheKey,
    );
    expect(new Set(keys).size).toBe(3);
    expect(planFor(google).cacheKey).toBe(keys[0]);
  });
  it.each([
    [google, 'https://oauth2.googleapis.com/token'],
    ['http://localhost:9000', 'http://localhost:9000/token'],
  ])('signs a JWT for %s that is good nowhere else', (origin, audience) => {
    const request = planFor(origin).request(nowMs);
    const form = new URLSearchParams(fromBytes(request.body) ?? '');
    expect([request.method, request.headers]).toEqual([
      'POST',
      [['content-type', 'application/x-www-form-urlencoded']],
    ]);
    expect([...form.keys()]).toEqual(['grant_type', 'assertion']);
    expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    const jwt = decodeJwt(form.get('assertion') ?? '')!;
    expect(jwt.header).toEqual({ alg: 'RS256', typ: 'JWT', kid: facts.privateKeyId });
    expect(jwt.claims).toEqual({
      iss: facts.clientEmail,
      scope: 'https://www.googleapis.com/auth/firebase.messaging',
      aud: audience,
      iat: nowMs / 1000,
      exp: nowMs / 1000 + 3600,
    });
    const key = createPublicKey(facts.publicKeyPem);
    expect(verify('RSA-SHA256', toBytes(jwt.signedText), key, jwt.signature)).toBe(true);
  });
  it('leaves kid out when the key has no id', () => {
    const form = new URLSearchParams(fromBytes(planFor(google, { privateKeyId: '' }).request(nowMs).body) ?? '');
    expect(decodeJwt(form.get('assertion') ?? '')?.header).toEqual({ alg: 'RS256', typ: 'JWT' });
  });

  it('renews five minutes before the end, and half-way for short lives', () => {
    expect(read(200, '{"access_token":"ya29.a","expires_in":3599,"token_type":"Bearer"}')).toEqual({
      ok: true,
      token: { value: 'ya29.a', expiresAtMs: nowMs + 3_599_000, renewAtMs: nowMs + 3_299_000 },
    });
    expect(read(200, '{"access_token":"ya29.a","expires_in":60}')).toMatchObject({
      token: { renewAtMs: nowMs + 30_000 },
    });
  });
  const refusals: [number, string, string, 'rejected' | 'unreadable'][] = [
    [400, '{"error":"invalid_grant","error_description":"Invalid JWT Signature."}', 'invalid_grant', 'rejected'],
    [401, '{"error":"unauthorized_client"}', 'unauthorized_client', 'rejected'],
    [429, '{"error":{"code":429,"status":"RESOURCE_EXHAUSTED"}}', 'RESOURCE_EXHAUSTED', 'rejected'],
    [404, '<html></html>', 'HTTP_404', 'unreadable'],
    [500, '{"message":"?"}', 'HTTP_500', 'unreadable'],
    [200, '{"access_token":""}', 'HTTP_200', 'unreadable'],
    [200, '{"access_token":"a","expires_in":"3599"}', 'HTTP_200', 'unreadable'],
    [200, '[]', 'HTTP_200', 'unreadable'],
    [200, '', 'HTTP_200', 'unreadable'],
  ];
  it.each(refusals)('%i %s is %s', (status, body, code, outcome) => {
    expect(read(status, body)).toEqual({ ok: false, code, outcome });
  });
  it('takes service accounts only', () => {
    const other = {
      kind: 'apns-p8',
      keyId: 'K',
      teamId: 'T',
      environment: 'both',
      topics: null,
      publicKeyPem: '',
    } as const;
    expect(() => auth.plan({ ...credential, facts: other }, google)).toThrow(AppError);
    expect(() => auth.plan({ ...credential, secret: {} }, google)).toThrow(AppError);
  });
});
