import type { TokenInspection, TokenPoint } from '../../../../shared/contract/index.ts';
import type { DecodedJwt } from '../../kit/jwt.ts';
import type { StoredKey } from '../../vendor.ts';
import { isDer, isRaw, isSignedBy, type SigningKeyFacts } from '../gateway/provider-token.ts';
import { failed, noted, passed } from './points.ts';
import type { PastedToken } from './read.ts';

/** A signing key of the workspace. */
export interface SigningKey extends StoredKey {
  readonly facts: SigningKeyFacts;
}
export const signingKeys = (keys: readonly StoredKey[]): SigningKey[] =>
  keys.flatMap(({ id, name, facts }) => (facts.kind === 'apns-p8' ? [{ id, name, facts }] : []));

export interface SignatureFinding {
  readonly form: TokenInspection['signature'];
  /** The key whose name the token has, or whose signature it is. */
  readonly key: SigningKey | null;
  /** True: checked and good. */
  readonly isGood: boolean;
  readonly points: readonly TokenPoint[];
}

const formOf = (signature: Uint8Array): 'raw' | 'der' | 'other' => {
  if (isRaw(signature)) return 'raw';
  return isDer(signature) ? 'der' : 'other';
};

/** Lengths that other algorithms give. */
const otherAlgorithm: Readonly<Record<number, string>> = {
  32: 'HS256',
  48: 'HS384',
  96: 'ES384',
  132: 'ES512',
  256: 'RS256',
};

/** No stored key made the signature. Of a header that names no key, its own point says so. */
const unverified = (key: SigningKey | null, keyId: string | null): TokenPoint[] => {
  if (key) return [failed('signature', 'wrong', { name: key.name })];
  return keyId === null ? [] : [noted('signature', 'info', 'unchecked', { keyId })];
};

/** What is to say of the signature. `keyId` null: the header names none that could be one. */
export const checkSignature = (
  { form }: PastedToken,
  jwt: DecodedJwt,
  keyId: string | null,
  keys: readonly SigningKey[],
): SignatureFinding => {
  const { signature } = jwt;
  const bytes = signature.length;
  const key = keys.find(({ facts }) => facts.keyId === keyId) ?? null;
  if (form === 'signature-removed') {
    return { form: 'removed', key, isGood: false, points: [noted('signature', 'info', 'removed')] };
  }
  if (bytes === 0) return { form: 'missing', key, isGood: false, points: [failed('signature', 'missing')] };
  const kind = formOf(signature);
  if (kind === 'other') {
    const like = otherAlgorithm[bytes];
    const point = like ? failed('signature', 'form', { bytes, like }) : failed('signature', 'length', { bytes });
    return { form: kind, key, isGood: false, points: [point] };
  }
  const der = kind === 'der' ? [noted('signature', 'info', 'der', { bytes })] : [];
  const signers = keys.filter(({ facts }) => isSignedBy(jwt, facts));
  const signer = signers.find(({ facts }) => facts.keyId === keyId);
  if (signer) {
    return { form: kind, key: signer, isGood: true, points: [passed('signature', { name: signer.name }), ...der] };
  }
  const [other] = signers;
  if (other) {
    const params = { name: other.name, right: other.facts.keyId };
    const point =
      keyId === null
        ? noted('signature', 'info', 'nameless', params)
        : failed('signature', 'other-key', { ...params, keyId });
    return { form: kind, key: other, isGood: false, points: [point, ...der] };
  }
  return { form: kind, key, isGood: false, points: [...unverified(key, keyId), ...der] };
};

/** What the stored key says of where and for whom the token works. */
export const keyPoints = (key: SigningKey | null, teamId: string | null): TokenPoint[] => {
  if (!key) return [];
  const { name, facts } = key;
  const { environment, topics } = facts;
  return [
    ...(teamId !== null && facts.teamId !== teamId
      ? [failed('key', 'team', { name, teamId, right: facts.teamId })]
      : []),
    ...(environment === 'both' ? [] : [noted('key', 'info', environment, { name }, 'reported')]),
    ...(topics === null ? [] : [noted('key', 'info', 'topics', { name, topics: topics.join(', ') })]),
  ];
};
