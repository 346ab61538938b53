import { createPrivateKey, sign } from 'node:crypto';
import { AppError, type CredentialFacts } from '../../../shared/contract/index.ts';
import { isObject, parseJson, type Json } from '../kit/json.ts';
import { fromBytes, toBytes } from '../kit/text.ts';
import type { AuthPart, AuthPlan, OpenCredential, TokenAnswer, WireRequest, WireResponse } from '../vendor.ts';
import { googleOrigin, googleTokenUrl, jwtBearerGrant, sendScopes } from './hosts.ts';
import { fcmLimits } from './limits.ts';

type ServiceAccount = Extract<CredentialFacts, { kind: 'fcm-service-account' }>;

/** A new access token is fetched this long before the old one ends, as Google's Node library does. */
const renewAheadMs = 300_000;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * The JWT a service account asks with: RS256, one hour. `audience` is the address it is sent to, so that whoever receives it
 * cannot use it at Google.
 */
const makeAssertion = (account: ServiceAccount, privateKeyPem: string, audience: string, nowMs: number): string => {
  const issuedAt = Math.floor(nowMs / 1000);
  const header = { alg: 'RS256', typ: 'JWT', ...(account.privateKeyId === '' ? {} : { kid: account.privateKeyId }) };
  const claims = {
    iss: account.clientEmail,
    scope: sendScopes[0],
    aud: audience,
    iat: issuedAt,
    exp: issuedAt + fcmLimits.accessTokenLife.value,
  };
  const signedText = `${part(header)}.${part(claims)}`;
  const signature = sign('RSA-SHA256', toBytes(signedText), createPrivateKey(privateKeyPem));
  return `${signedText}.${signature.toString('base64url')}`;
};

/** Where the token request goes. `origin` null: to the same place as the push. */
interface TokenAddress {
  readonly origin: string | null;
  readonly path: string;
  readonly audience: string;
}

const tokenAddress = (account: ServiceAccount, pushOrigin: string): TokenAddress => {
  if (pushOrigin !== googleOrigin) return { origin: null, path: '/token', audience: `${pushOrigin}/token` };
  const text = URL.canParse(account.tokenUri) ? account.tokenUri : googleTokenUrl;
  const url = new URL(text);
  return { origin: url.origin, path: `${url.pathname}${url.search}`, audience: text };
};

/** The code of an answer that gives no token: OAuth's `error`, or the status of Google's other error envelope. */
const refusalCode = (value: Json): string | null => {
  const error = isObject(value) ? value['error'] : undefined;
  if (typeof error === 'string' && error !== '') return error;
  const status = isObject(error) ? error['status'] : undefined;
  return typeof status === 'string' && status !== '' ? status : null;
};

const readToken = (response: WireResponse, nowMs: number): TokenAnswer => {
  const text = fromBytes(response.body);
  const parsed = text === null ? null : parseJson(text);
  const unreadable = { ok: false, code: `HTTP_${response.status}`, outcome: 'unreadable' } as const;
  if (!parsed?.ok) return unreadable;
  if (response.status !== 200) {
    const code = refusalCode(parsed.value);
    return code === null ? unreadable : { ok: false, code, outcome: 'rejected' };
  }
  if (!isObject(parsed.value)) return unreadable;
  const { access_token: value, expires_in: seconds } = parsed.value;
  if (typeof value !== 'string' || value === '' || typeof seconds !== 'number' || !(seconds > 0)) return unreadable;
  const expiresAtMs = nowMs + seconds * 1000;
  // A short-lived token would otherwise be old the moment it arrives.
  const renewAtMs = expiresAtMs - Math.min(renewAheadMs, (seconds * 1000) / 2);
  return { ok: true, token: { value, renewAtMs, expiresAtMs } };
};

const tokenRequest = (
  account: ServiceAccount,
  privateKeyPem: string,
  address: TokenAddress,
  nowMs: number,
): WireRequest => ({
  method: 'POST',
  path: address.path,
  headers: [['content-type', 'application/x-www-form-urlencoded']],
  body: toBytes(
    new URLSearchParams({
      grant_type: jwtBearerGrant,
      assertion: makeAssertion(account, privateKeyPem, address.audience, nowMs),
    }).toString(),
  ),
});

/**
 * A service account fetches an access token and uses it for about an hour. Source: «Using OAuth 2.0 for Server to Server
 * Applications». Throws AppError `credential.unsupported` for any other kind of credential.
 */
const plan = (credential: OpenCredential, origin: string): AuthPlan => {
  const { facts } = credential;
  const privateKeyPem = credential.secret['privateKeyPem'];
  if (facts.kind !== 'fcm-service-account' || !privateKeyPem) {
    throw new AppError('credential.unsupported', { kind: facts.kind });
  }
  const address = tokenAddress(facts, origin);
  return {
    kind: 'fetched',
    cacheKey: `fcm:${credential.id}:${facts.privateKeyId}:${origin}`,
    origin: address.origin,
    request: (nowMs) => tokenRequest(facts, privateKeyPem, address, nowMs),
    read: readToken,
  };
};

/** How a service account gets its access token. Source: «Authorize HTTP v1 send requests». */
export const auth: AuthPart = { credentialKinds: ['fcm-service-account'], plan };
