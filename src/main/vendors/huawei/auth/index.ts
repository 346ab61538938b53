import { constants, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { AppError, type CredentialFacts } from '../../../../shared/contract/index.ts';
import { objectIn, textIn } from '../../kit/json-pick.ts';
import { isObject, parseJson, type Json, type JsonObject } from '../../kit/json.ts';
import { fromBytes, toBytes } from '../../kit/text.ts';
import type { AuthPart, AuthPlan, OpenCredential, TokenAnswer, WireRequest, WireResponse } from '../../vendor.ts';
import { form } from './form.ts';
import { jwtAudience, oauthOrigin, pushOrigin, tokenPath } from '../hosts.ts';
import { apiOf } from '../payload/draft.ts';
import { secretMark } from '../../kit/secret-mark.ts';

type AppKeys = Extract<CredentialFacts, { kind: 'app-keys' }>;

/** A new token is made or fetched this long before the old one ends. */
const renewAheadMs = 300_000;
const jwtLifeSeconds = 3600;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * The JWT a service account sends as its bearer: PS256, one hour. `audience` is Huawei's own address for a send to Huawei, and
 * that of the receiver for any other, so that whoever gets it cannot use it at Huawei. Source: «Generating an authentication token
 * from a service account».
 */
const makeJwt = (facts: AppKeys, privateKeyPem: string, audience: string, nowMs: number): string => {
  const issuedAt = Math.floor(nowMs / 1000);
  const header = { kid: facts.values['keyId'], typ: 'JWT', alg: 'PS256' };
  const claims = { aud: audience, iss: facts.values['subAccount'], exp: issuedAt + jwtLifeSeconds, iat: issuedAt };
  const signedText = `${part(header)}.${part(claims)}`;
  const signature = sign('sha256', toBytes(signedText), {
    key: createPrivateKey(privateKeyPem),
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  });
  return `${signedText}.${signature.toString('base64url')}`;
};

const audienceFor = (origin: string): string => (origin === pushOrigin ? jwtAudience : `${origin}${tokenPath}`);

const signedPlan = (credential: OpenCredential, facts: AppKeys, privateKeyPem: string, origin: string): AuthPlan => ({
  kind: 'signed',
  cacheKey: `huawei:jwt:${credential.id}:${facts.values['keyId']}:${secretMark(privateKeyPem)}:${origin}`,
  make: (nowMs) => ({
    value: makeJwt(facts, privateKeyPem, audienceFor(origin), nowMs),
    renewAtMs: nowMs + jwtLifeSeconds * 1000 - renewAheadMs,
    expiresAtMs: nowMs + jwtLifeSeconds * 1000,
  }),
});

/** OAuth's `error`, which Huawei writes as a number. */
const refusalCode = (value: Json): string | null => {
  const error = isObject(value) ? value['error'] : undefined;
  return typeof error === 'number' || (typeof error === 'string' && error !== '') ? String(error) : null;
};

const readToken = (response: WireResponse, nowMs: number): TokenAnswer => {
  const text = fromBytes(response.body);
  // Huawei may write `\/` inside the token; a JSON parser reads that as `/`, a cut through the raw text would not.
  const parsed = text === null ? null : parseJson(text);
  const unreadable = { ok: false, code: `HTTP_${response.status}`, outcome: 'unreadable' } as const;
  if (!parsed?.ok || !isObject(parsed.value)) return unreadable;
  const { access_token: value, expires_in: seconds } = parsed.value;
  if (typeof value !== 'string' || value === '') {
    const code = refusalCode(parsed.value);
    return code === null ? unreadable : { ok: false, code, outcome: 'rejected' };
  }
  if (response.status !== 200 || typeof seconds !== 'number' || !(seconds > 0)) return unreadable;
  const expiresAtMs = nowMs + seconds * 1000;
  const renewAtMs = expiresAtMs - Math.min(renewAheadMs, (seconds * 1000) / 2);
  return { ok: true, token: { value, renewAtMs, expiresAtMs } };
};

const tokenRequest = (appId: string, appSecret: string): WireRequest => ({
  method: 'POST',
  path: tokenPath,
  headers: [['content-type', 'application/x-www-form-urlencoded']],
  // URLSearchParams encodes `+ / =`; a client that pastes the secret as it is loses them.
  body: toBytes(
    new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: appSecret,
    }).toString(),
  ),
});

const fetchedPlan = (credential: OpenCredential, appId: string, appSecret: string, origin: string): AuthPlan => ({
  kind: 'fetched',
  cacheKey: `huawei:oauth:${credential.id}:${appId}:${secretMark(appSecret)}:${origin}`,
  origin: origin === pushOrigin ? oauthOrigin : null,
  request: () => tokenRequest(appId, appSecret),
  read: readToken,
});

/**
 * v1 takes OAuth, v3 a service account's JWT, v2 either. The credential's values decide where the API leaves a choice, OAuth
 * first. Throws AppError `credential.unsupported` when the credential has not what the API needs.
 */
const plan: AuthPart['plan'] = (credential, origin, draft) => {
  const { facts, secret } = credential;
  const api = draft ? apiOf(draft) : null;
  if (facts.kind === 'app-keys') {
    const { appId, keyId, subAccount } = facts.values;
    const { appSecret, privateKey } = secret;
    if (appId && appSecret && api !== 'v3') return fetchedPlan(credential, appId, appSecret, origin);
    if (keyId && subAccount && privateKey && api !== 'v1') return signedPlan(credential, facts, privateKey, origin);
  }
  throw new AppError('credential.unsupported', { kind: facts.kind });
};

/**
 * `agconnect-services.json`, the file that goes into the app: it tells whose keys are wanted and has no App Secret for pushing. The
 * `client_secret` in it is another one, for the phone. Source: configurations in AppGalleryConnect/agc-demos.
 */
const readAppFile = (root: JsonObject): Record<string, string> | null => {
  const [client, info] = [objectIn(root, 'client'), objectIn(root, 'app_info')];
  const appId = textIn(info, 'app_id') ?? textIn(client, 'app_id');
  if (!appId || !objectIn(root, 'agcgw')) return null;
  const packageName = textIn(info, 'package_name') ?? textIn(client, 'package_name');
  return { appId, ...(packageName ? { packageName } : {}) };
};

/** The key file of a service account, as Huawei's API console gives it, or the app's own file. */
const readKeyFile: AuthPart['readKeyFile'] = (text) => {
  const parsed = parseJson(text.trim());
  if (!parsed.ok || !isObject(parsed.value)) return null;
  const root = parsed.value;
  const app = readAppFile(root);
  if (app) return app;
  const [projectId, keyId, subAccount, privateKey] = ['project_id', 'key_id', 'sub_account', 'private_key'].map(
    (name) => textIn(root, name),
  );
  if (!projectId || !keyId || !subAccount || !privateKey) return null;
  return { projectId, keyId, subAccount, privateKey };
};

/** The public half of the private key, with which a gateway checks signatures. Empty when there is no readable key. */
const publicValues = ({ privateKey }: Readonly<Record<string, string>>): Record<string, string> => {
  if (!privateKey) return {};
  try {
    const publicKeyPem = createPublicKey(createPrivateKey(privateKey)).export({ type: 'spki', format: 'pem' });
    return { publicKeyPem: publicKeyPem.toString() };
  } catch {
    return {};
  }
};

/** OAuth with App ID and App Secret, or a service account's JWT. */
export const auth: AuthPart = {
  form,
  readKeyFile,
  publicValues,
  credentialKinds: ['app-keys'],
  plan,
  variant: (draft) => apiOf(draft),
};
