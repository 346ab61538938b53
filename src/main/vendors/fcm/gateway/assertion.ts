import { createPublicKey, verify } from 'node:crypto';
import type { CredentialFacts } from '../../../../shared/contract/index.ts';
import { shownJson, type Json } from '../../kit/json.ts';
import type { DecodedJwt } from '../../kit/jwt.ts';
import { toBytes } from '../../kit/text.ts';
import type { GatewayInput } from '../../vendor.ts';
import { googleTokenHosts } from '../hosts.ts';
import { fcmLimits } from '../limits.ts';
import { shorten } from '../payload/findings.ts';
import { failed, passed, unverified, type Row } from './checks.ts';
import type { FcmMemory, IssuedAccess } from './memory.ts';
import { oauthError, type Refusal } from './reply.ts';

type Input = GatewayInput<unknown, FcmMemory>;
type ServiceAccount = Extract<CredentialFacts, { kind: 'fcm-service-account' }>;

const invalidGrant = (words: string): Refusal => oauthError(400, 'invalid_grant', words);
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const isServiceAccount = (facts: CredentialFacts): facts is ServiceAccount => facts.kind === 'fcm-service-account';

const checkAccount = (input: Input, jwt: DecodedJwt, known: readonly ServiceAccount[]): Row => {
  const account = text(jwt.claims['iss']);
  const refusal = invalidGrant('Invalid grant: account not found');
  if (account === '') return failed('account', 'missing', refusal);
  if (known.length > 0) return passed('account', { account });
  return input.settings.mode === 'strict'
    ? failed('account', 'unknown', refusal, { account: shorten(account) })
    : unverified('account', 'unverified', { account: shorten(account) });
};

const isSignedBy = (jwt: DecodedJwt, publicKeyPem: string): boolean => {
  try {
    return verify('RSA-SHA256', toBytes(jwt.signedText), createPublicKey(publicKeyPem), jwt.signature);
  } catch {
    return false;
  }
};

const checkSignature = (input: Input, jwt: DecodedJwt, known: readonly ServiceAccount[]): Row => {
  const refusal = invalidGrant('Invalid JWT Signature.');
  const { alg, kid } = jwt.header;
  if (alg !== 'RS256') return failed('signature', 'algorithm', refusal, { algorithm: shorten(text(alg) || 'none') });
  const candidates = known.filter((facts) => typeof kid !== 'string' || facts.privateKeyId === kid);
  if (candidates.some((facts) => isSignedBy(jwt, facts.publicKeyPem))) return passed('signature');
  if (candidates.length > 0) return failed('signature', 'wrong', refusal);
  if (input.settings.mode === 'strict' && known.length > 0) {
    return failed('signature', 'other-key', refusal, { key: shorten(text(kid)) });
  }
  // The account is not in the workspace, or has another key there than the one that signed.
  return known.length === 0
    ? unverified('signature', 'unverified')
    : unverified('signature', 'key-unknown', { key: shorten(text(kid)) });
};

const checkTimes = (jwt: DecodedJwt, nowMs: number): Row => {
  const refusal = invalidGrant(
    'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. ' +
      'Check your iat and exp values in the JWT claim.',
  );
  const { iat, exp } = jwt.claims;
  if (typeof iat !== 'number' || typeof exp !== 'number') return failed('times', 'missing', refusal);
  const now = Math.floor(nowMs / 1000);
  if (exp - iat > fcmLimits.accessTokenLife.value || exp <= iat) {
    return failed('times', 'life', refusal, { seconds: exp - iat, max: fcmLimits.accessTokenLife.value });
  }
  if (iat > now + fcmLimits.clockSkew.value) return failed('times', 'ahead', refusal, { seconds: iat - now });
  return exp <= now ? failed('times', 'over', refusal, { seconds: now - exp }) : passed('times');
};

/** The token address may be Google's, this gateway under whatever name it was called, or the one in the key file. */
const checkAudience = (input: Input, jwt: DecodedJwt, known: readonly ServiceAccount[]): Row => {
  const { aud } = jwt.claims;
  const isText = typeof aud === 'string' && URL.canParse(aud);
  const host = isText ? new URL(aud).hostname : '';
  const fits =
    isText &&
    (googleTokenHosts.includes(host) || host === input.capture.host || known.some((facts) => facts.tokenUri === aud));
  if (fits) return passed('audience');
  const refusal = invalidGrant(
    'Invalid JWT: Failed audience check. The right audience is https://oauth2.googleapis.com/token',
  );
  return failed('audience', 'other', refusal, { audience: shorten(isText ? aud : shownJson(aud ?? null)) });
};

const knownScope = /^(?:https:\/\/www\.googleapis\.com\/auth\/\S+|https:\/\/mail\.google\.com\/|openid|email|profile)$/;

const checkScopes = (scopes: readonly string[]): Row => {
  const refusal = oauthError(400, 'invalid_scope', 'Invalid OAuth scope or ID token audience provided.');
  if (scopes.length === 0) return failed('scopes', 'missing', refusal);
  const odd = scopes.filter((scope) => !knownScope.test(scope));
  return odd.length > 0 ? failed('scopes', 'unknown', refusal, { scopes: shorten(odd.join(' ')) }) : passed('scopes');
};

const checkSubject = (input: Input, jwt: DecodedJwt): Row => {
  const subject = text(jwt.claims['sub']);
  if (subject === '' || subject === jwt.claims['iss']) return passed('subject');
  if (input.settings.mode === 'known') return unverified('subject', 'unverified', { subject: shorten(subject) });
  const words =
    'Client is unauthorized to retrieve access tokens using this method, ' +
    'or client not authorized for any of the scopes requested.';
  return failed('subject', 'refused', oauthError(401, 'unauthorized_client', words), { subject: shorten(subject) });
};

/** A service account's JWT: who signed it, when, for whom and for what. */
export const checkAssertion = (
  input: Input,
  jwt: DecodedJwt,
): { rows: readonly Row[]; access: Omit<IssuedAccess, 'expiresAtMs'> } => {
  const account = text(jwt.claims['iss']);
  const known = input.registry.credentials.filter(isServiceAccount).filter((facts) => facts.clientEmail === account);
  const scopes = text(jwt.claims['scope']).split(' ').filter(Boolean);
  return {
    rows: [
      passed('assertion'),
      checkAccount(input, jwt, known),
      checkSignature(input, jwt, known),
      checkTimes(jwt, input.nowMs),
      checkAudience(input, jwt, known),
      checkScopes(scopes),
      checkSubject(input, jwt),
    ],
    access: { projectId: known[0]?.projectId ?? null, account: account || null, scopes },
  };
};
