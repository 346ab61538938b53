import { constants, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/contract/index.ts';
import { decodeJwt } from '../../kit/jwt.ts';
import { fromBytes, toBytes } from '../../kit/text.ts';
import type { AuthPlan } from '../../vendor.ts';
import { auth } from './index.ts';
import { appId, credential, facts, mustHaveWords, nowMs, privateKey, projectId } from '../samples.ts';

const huawei = 'https://push-api.cloud.huawei.com';
const draftFor = (api: string) => ({ payload: '{}', options: { api } });
const oauth = (origin = huawei): AuthPlan & { kind: 'fetched' } => {
  const plan = auth.plan(credential, origin, draftFor('v1'));
  if (plan.kind !== 'fetched') throw new Error(plan.kind);
  return plan;
};
const jwt = (origin = huawei) => {
  const plan = auth.plan(credential, origin, draftFor('v3'));
  if (plan.kind !== 'signed') throw new Error(plan.kind);
  return plan;
};

describe('huawei auth: OAuth', () => {
  it('asks for a token with an encoded secret', () => {
    const request = oauth().request(nowMs);
    expect([request.method, request.path]).toEqual(['POST', '/oauth2/v3/token']);
    expect(request.headers).toEqual([['content-type', 'application/x-www-form-urlencoded']]);
    expect(fromBytes(request.body)).toBe(
      `grant_type=client_credentials&client_id=${appId}&client_secret=a%2Bb%2Fc%3Dd0e1f2a3b4c5d6e7f8091a2b3c4d5e6f`,
    );
  });
  it('goes to Huawei’s own host for a send to Huawei, and to the same place for any other', () => {
    expect(oauth().origin).toBe('https://oauth-login.cloud.huawei.com');
    expect(oauth('http://127.0.0.1:8922').origin).toBeNull();
    expect(new Set([oauth().cacheKey, oauth('http://127.0.0.1:8922').cacheKey, jwt().cacheKey]).size).toBe(3);
  });
  it('uses no token of the secret before a renewal', () => {
    const renewed = { ...credential, secret: { ...credential.secret, appSecret: 'another' } };
    const plan = auth.plan(renewed, huawei, draftFor('v1'));
    expect('cacheKey' in plan && plan.cacheKey).not.toBe(oauth().cacheKey);
    expect(oauth().cacheKey).not.toContain(credential.secret['appSecret']);
  });
  const read = (status: number, body: string) => oauth().read({ status, headers: [], body: toBytes(body) }, nowMs);
  it('reads a token with escaped slashes', () => {
    expect(read(200, String.raw`{"access_token":"CV\/a+b","expires_in":3600,"token_type":"Bearer"}`)).toEqual({
      ok: true,
      token: { value: 'CV/a+b', expiresAtMs: nowMs + 3_600_000, renewAtMs: nowMs + 3_300_000 },
    });
    expect(read(200, '{"access_token":"a","expires_in":60}')).toMatchObject({ token: { renewAtMs: nowMs + 30_000 } });
  });
  it.each([
    [400, '{"error":1101,"sub_error":20155,"error_description":"invalid client"}', '1101', 'rejected'],
    [200, '{"error":1101}', '1101', 'rejected'],
    [401, '{"error":"invalid_client"}', 'invalid_client', 'rejected'],
    [200, '{"access_token":"","expires_in":3600}', 'HTTP_200', 'unreadable'],
    [200, '{"access_token":"a"}', 'HTTP_200', 'unreadable'],
    [502, '<html>', 'HTTP_502', 'unreadable'],
    [200, '[]', 'HTTP_200', 'unreadable'],
  ])('%i %s is %s', (status, body, code, outcome) => {
    expect(read(status, body)).toEqual({ ok: false, code, outcome });
  });
});

describe('huawei auth: service account', () => {
  it.each([
    [huawei, 'https://oauth-login.cloud.huawei.com/oauth2/v3/token'],
    ['http://localhost:8922', 'http://localhost:8922/oauth2/v3/token'],
  ])('signs a JWT for %s that is good nowhere else', (origin, aud) => {
    const token = jwt(origin).make(nowMs);
    expect([token.renewAtMs - nowMs, token.expiresAtMs - nowMs]).toEqual([3_300_000, 3_600_000]);
    expect(token.value).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    const decoded = decodeJwt(token.value)!;
    expect(decoded.header).toEqual({ kid: facts.values['keyId'], typ: 'JWT', alg: 'PS256' });
    expect(decoded.claims).toEqual({
      aud,
      iss: facts.values['subAccount'],
      iat: nowMs / 1000,
      exp: nowMs / 1000 + 3600,
    });
    const key = createPublicKey(facts.values['publicKeyPem']!);
    const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
    expect(verify('sha256', toBytes(decoded.signedText), pss, decoded.signature)).toBe(true);
    expect(verify('sha256', toBytes(`${decoded.signedText}x`), pss, decoded.signature)).toBe(false);
  });
  it('goes by the API, and by what the credential has', () => {
    const kind = (secretNames: string[], api?: string) => {
      const secret = Object.fromEntries(secretNames.map((name) => [name, credential.secret[name]!]));
      return auth.plan({ ...credential, secret }, huawei, api ? draftFor(api) : undefined).kind;
    };
    expect(kind(['appSecret', 'privateKey'])).toBe('fetched');
    expect(kind(['appSecret', 'privateKey'], 'v2')).toBe('fetched');
    expect(kind(['privateKey'])).toBe('signed');
    expect(kind(['privateKey'], 'v2')).toBe('signed');
    expect(() => kind(['privateKey'], 'v1')).toThrow(AppError);
    expect(() => kind(['appSecret'], 'v3')).toThrow(AppError);
    expect(() => kind([])).toThrow(AppError);
  });
  it('reads the key file, and nothing else', () => {
    const file = { project_id: projectId, key_id: 'k', private_key: privateKey, sub_account: '1', token_uri: 'x' };
    expect(auth.readKeyFile!(JSON.stringify(file))).toEqual({ projectId, keyId: 'k', subAccount: '1', privateKey });
    const firebase = { project_id: 'p', private_key_id: 'k', private_key: privateKey, client_email: 'a@b' };
    for (const other of ['', '{}', '[]', 'text', JSON.stringify(firebase)]) expect(auth.readKeyFile!(other)).toBeNull();
  });
  it('reads what the file of the app tells, and not the secret that is for the phone', () => {
    const client = { client_id: '1193280356850093632', client_secret: 'BB5A37', project_id: projectId, app_id: appId };
    const file = {
      agcgw: { url: 'connect-drcn.dbankcloud.cn' },
      client,
      app_info: { app_id: appId, package_name: 'com.x.y' },
    };
    expect(auth.readKeyFile!(JSON.stringify(file))).toEqual({ appId, packageName: 'com.x.y' });
    expect(auth.readKeyFile!(JSON.stringify({ ...file, app_info: {} }))).toEqual({ appId });
    expect(auth.readKeyFile!(JSON.stringify({ ...file, agcgw: undefined }))).toBeNull();
    expect(auth.readKeyFile!(JSON.stringify({ ...file, app_info: {}, client: {} }))).toBeNull();
  });
  it('has the public key ready for gateways', () => {
    expect(auth.publicValues!({ privateKey })).toEqual({ publicKeyPem: facts.values['publicKeyPem'] });
    expect(auth.publicValues!({ privateKey: 'x' })).toEqual({});
    expect(auth.publicValues!({})).toEqual({});
  });
});

describe('huawei auth: form', () => {
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
  const says = (name: string, value: string): string | null => {
    const found = auth.form!.find((field) => field.name === name)!.check(value);
    if (found) mustHaveWords([found]);
    expect(JSON.stringify(found)).not.toContain(value.slice(0, 40) || '\u0000');
    return found?.id.replace('huawei.form.', '') ?? null;
  };
  it.each([
    ['appId', appId, null],
    ['appId', 'a0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f708192a3b4c5d', 'is-secret'],
    ['appId', 'my app', 'has-space'],
    ['projectId', 'my-project', 'not-number'],
    ['appSecret', 'a+b/c=d0e1', null],
    ['appSecret', appId, 'is-app-id'],
    ['appSecret', 'a%2Bb', 'is-encoded'],
    ['appSecret', privateKey, 'is-private-key'],
    ['appSecret', '{"project_id":"1"}', 'is-key-file'],
    ['keyId', 'k1', null],
    ['keyId', '', 'empty'],
    ['subAccount', '101653523863000001', null],
    ['packageName', 'com.example.chat', null],
    ['packageName', 'chat', 'not-package'],
    ['privateKey', privateKey, null],
    ['privateKey', '{"private_key":"x"}', 'is-key-file'],
    ['privateKey', 'a0b1c2', 'not-pem'],
    ['privateKey', facts.values['publicKeyPem']!, 'is-public'],
    ['privateKey', ec, 'not-rsa'],
    ['privateKey', privateKey.replaceAll('\n', '\\n'), 'escaped-lines'],
    ['privateKey', privateKey.slice(0, 400), 'key-broken'],
  ])('%s: %#', (name, value, expected) => expect(says(name, value)).toBe(expected));
});
