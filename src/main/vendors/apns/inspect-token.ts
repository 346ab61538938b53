import type { TokenInspection, TokenPoint } from '../../../shared/contract/index.ts';
import { explainFrom } from '../kit/explain.ts';
import type { Json } from '../kit/json.ts';
import type { DecodedJwt } from '../kit/jwt.ts';
import type { StoredKey } from '../vendor.ts';
import { errors } from './errors.ts';
import { failed, noted, passed } from './token/points.ts';
import { readPasted, type PastedToken } from './token/read.ts';
import { checkSignature, keyPoints, signingKeys, type SigningKey } from './token/signature.ts';
import { issuedAtMs, timePoints } from './token/time.ts';

const explain = explainFrom('apns', errors);

/** Key and team IDs are ten letters and digits; Apple gives them in capitals. */
const isAppleId = (text: string): boolean => /^[A-Za-z0-9]{10}$/.test(text);
const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);

const formPoint = ({ form }: PastedToken): TokenPoint => {
  if (form === 'plain-base64') return failed('form', 'plain-base64', {}, 'measured');
  return form === 'not-jwt' ? failed('form', 'not-jwt') : passed('form');
};

const algorithmPoint = (value: Json | undefined): TokenPoint => {
  if (value === 'ES256') return passed('algorithm');
  return value === undefined
    ? failed('algorithm', 'missing')
    : failed('algorithm', 'other', { value: textOf(value) ?? JSON.stringify(value) });
};

const idPoint = (about: 'key-id' | 'team-id', value: Json | undefined): TokenPoint => {
  if (value === undefined) return failed(about, 'missing');
  const text = textOf(value);
  if (text === null || !isAppleId(text)) return failed(about, 'shape', { value: text ?? JSON.stringify(value) });
  return passed(about, { value: text });
};

/** Both are ten letters and digits, so they are easily put in each other's place. */
const swapPoint = (kid: string | null, iss: string | null, keys: readonly SigningKey[]): TokenPoint[] => {
  const isSwapped = keys.some(({ facts }) => facts.keyId === iss && facts.teamId === kid);
  return isSwapped ? [failed('key', 'swapped', { kid: kid ?? '', iss: iss ?? '' })] : [];
};

const nothing = (points: TokenPoint[]): TokenInspection => ({
  header: null,
  claims: null,
  algorithm: null,
  keyId: null,
  teamId: null,
  issuedAtMs: null,
  ageMs: null,
  signature: 'missing',
  signatureBytes: 0,
  checkedWith: null,
  points,
  answer: explain('InvalidProviderToken', 403),
});

const inspect = (pasted: PastedToken, jwt: DecodedJwt, keys: readonly SigningKey[], nowMs: number): TokenInspection => {
  const { header, claims } = jwt;
  const [kid, iss] = [textOf(header['kid']), textOf(claims['iss'])];
  const signature = checkSignature(pasted, jwt, kid, keys);
  const swapped = swapPoint(kid, iss, keys);
  const extra = Object.keys(claims).filter((name) => name !== 'iss' && name !== 'iat');
  const points = [
    formPoint(pasted),
    algorithmPoint(header['alg']),
    idPoint('key-id', header['kid']),
    idPoint('team-id', claims['iss']),
    ...swapped,
    ...(swapped.length > 0 ? [] : keyPoints(signature.key, iss !== null && isAppleId(iss) ? iss : null)),
    ...signature.points,
    ...timePoints(claims['iat'], nowMs),
    ...(extra.length > 0 ? [noted('form', 'info', 'extra', { names: extra.join(', ') }, 'guess')] : []),
  ];
  const code = points.find(({ outcome }) => outcome === 'failed')?.code ?? null;
  const madeAtMs = issuedAtMs(claims['iat']);
  return {
    header: JSON.stringify(header, null, 2),
    claims: JSON.stringify(claims, null, 2),
    algorithm: textOf(header['alg']),
    keyId: kid,
    teamId: iss,
    issuedAtMs: madeAtMs,
    ageMs: madeAtMs === null ? null : nowMs - madeAtMs,
    signature: signature.form,
    signatureBytes: jwt.signature.length,
    checkedWith:
      signature.isGood && signature.key ? { credentialId: signature.key.id, name: signature.key.name } : null,
    points,
    answer: code === null ? null : explain(code, 403),
  };
};

/**
 * Takes a pasted provider token apart and says what APNs makes of it at an instant, in the order of our gateway: form, names, key,
 * signature, time. Never throws, and keeps nothing. Source: Apple, «Establishing a token-based connection to APNs».
 */
export const inspectToken = (text: string, stored: readonly StoredKey[], nowMs: number): TokenInspection => {
  const pasted = readPasted(text);
  return pasted.jwt ? inspect(pasted, pasted.jwt, signingKeys(stored), nowMs) : nothing([formPoint(pasted)]);
};
