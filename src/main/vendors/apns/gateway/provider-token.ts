import { createPublicKey, verify } from 'node:crypto';
import type { CredentialFacts } from '../../../../shared/contract/index.ts';
import { decodeJwt, type DecodedJwt } from '../../kit/jwt.ts';

export type SigningKeyFacts = Extract<CredentialFacts, { kind: 'apns-p8' }>;

/** What is wrong with the form of a provider token. */
export type FormFault = 'not-jwt' | 'algorithm' | 'key-id' | 'team-id' | 'issued-at' | 'signature-form';

/** A provider token looked at once. Nothing in it depends on the time, so it can be kept. */
export type VettedToken =
  | { readonly form: FormFault }
  | {
      readonly form: 'ok';
      readonly keyId: string;
      readonly teamId: string;
      /** Seconds. */
      readonly issuedAt: number;
      /** One provider token, whatever its signature: two with the same key and `iat` count as one. */
      readonly issue: string;
      /** The key of the workspace this token names; null when it has none of that name. */
      readonly key: SigningKeyFacts | null;
      /** A key the workspace has with the two names the other way round. */
      readonly isSwapped: boolean;
      /** Null: there is no key to check it with. */
      readonly isSignatureGood: boolean | null;
    };
export type FormedToken = Extract<VettedToken, { form: 'ok' }>;

/** Key and team IDs are ten letters and digits. */
const isAppleId = (value: unknown): value is string => typeof value === 'string' && /^[A-Za-z0-9]{10}$/.test(value);

/**
 * Raw `r||s` is what RFC 7518 asks for; the shell recipe on Apple's own page makes DER, so both are taken. A DER signature over
 * P-256 is a SEQUENCE of at most 72 bytes.
 */
export const isRaw = (signature: Uint8Array): boolean => signature.length === 64;
export const isDer = (signature: Uint8Array): boolean =>
  signature[0] === 0x30 && signature[1] === signature.length - 2 && signature.length <= 72;

interface Names {
  readonly keyId: string;
  readonly teamId: string;
  readonly issuedAt: number;
}

/** Key, team and time of a token, or what keeps it from being a provider token. */
const namesOf = ({ header, claims, signature }: DecodedJwt): Names | FormFault => {
  const { alg, kid } = header;
  const { iss, iat } = claims;
  if (alg !== 'ES256') return 'algorithm';
  if (!isAppleId(kid)) return 'key-id';
  if (!isAppleId(iss)) return 'team-id';
  if (typeof iat !== 'number' || !Number.isSafeInteger(iat)) return 'issued-at';
  return isRaw(signature) || isDer(signature) ? { keyId: kid, teamId: iss, issuedAt: iat } : 'signature-form';
};

/** Does the key's public half verify the signature, in either of its two forms? False also for a key that cannot be read. */
export const isSignedBy = (jwt: DecodedJwt, key: SigningKeyFacts): boolean => {
  const dsaEncoding = isRaw(jwt.signature) ? 'ieee-p1363' : 'der';
  try {
    const publicKey = createPublicKey(key.publicKeyPem);
    return verify('sha256', Buffer.from(jwt.signedText), { key: publicKey, dsaEncoding }, jwt.signature);
  } catch {
    // A DER signature can be malformed inside; the library throws where it should say no.
    return false;
  }
};

/** Takes a provider token apart and checks it against the signing keys of the workspace. Never throws. */
export const vetToken = (token: string, credentials: readonly CredentialFacts[]): VettedToken => {
  const jwt = decodeJwt(token);
  if (!jwt) return { form: 'not-jwt' };
  const names = namesOf(jwt);
  if (typeof names === 'string') return { form: names };
  const { keyId, teamId, issuedAt } = names;
  const keys = credentials.filter((facts) => facts.kind === 'apns-p8');
  const named = keys.filter((facts) => facts.keyId === keyId);
  const signers = named.filter((facts) => isSignedBy(jwt, facts));
  // The same key may have been entered twice, once with another team.
  const key = signers.find((facts) => facts.teamId === teamId) ?? signers[0] ?? named[0] ?? null;
  return {
    form: 'ok',
    keyId,
    teamId,
    issuedAt,
    issue: `${keyId} ${issuedAt}`,
    key,
    isSwapped: keys.some((facts) => facts.keyId === teamId && facts.teamId === keyId),
    isSignatureGood: key === null ? null : signers.length > 0,
  };
};
