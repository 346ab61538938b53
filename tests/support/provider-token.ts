import { sign } from 'node:crypto';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An APNs provider token as every library makes it. `iatSeconds` defaults to now. */
export const providerToken = (
  key: { p8: string; keyId: string; teamId?: string },
  iatSeconds = Math.floor(Date.now() / 1000),
): string => {
  const text = `${part({ alg: 'ES256', kid: key.keyId })}.${part({ iss: key.teamId ?? 'TEAM123456', iat: iatSeconds })}`;
  const signature = sign('sha256', Buffer.from(text), { key: key.p8, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
};
