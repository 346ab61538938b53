import { constants, createPublicKey, verify } from 'node:crypto';
import type { Refusal } from '../../kit/findings.ts';
import type { Row } from '../../kit/rows.ts';
import { findIssued } from '../../kit/gateway/issued.ts';
import { decodeJwt, type DecodedJwt } from '../../kit/jwt.ts';
import { headerOf } from '../../kit/headers.ts';
import { shorten } from '../../kit/cut-text.ts';
import { toBytes } from '../../kit/text.ts';
import type { GatewayInput } from '../../vendor.ts';
import { jwtAudience, tokenPath, type SendAddress } from '../hosts.ts';
import { huaweiLimits } from '../limits.ts';
import { checks } from './checks.ts';
import type { HuaweiMemory } from './memory.ts';
import { keysOf, type Keys } from './registry.ts';

type Input = GatewayInput<unknown, HuaweiMemory>;

const denied: Refusal = { status: 401, code: '80200001', message: 'Authentication Error.' };
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The token after `Bearer `, or what is wrong with the header. */
const findBearer = (input: Input): { token: string } | { why: string } => {
  const header = headerOf(input.capture.headers, 'authorization');
  if (header === undefined || header.trim() === '') return { why: 'missing' };
  const [, token] = /^Bearer(?:\s+(.*))?$/is.exec(header.trim()) ?? [];
  if (token === undefined) return { why: /^Bearer$/i.test(header.trim()) ? 'empty' : 'other-scheme' };
  return token.trim() === '' ? { why: 'empty' } : { token: token.trim() };
};

const checkAccess = (input: Input, address: SendAddress, token: string): Row => {
  const access = findIssued(input.memory.issued, token);
  if (access === null) {
    if (input.settings.mode === 'strict') return checks.failed('bearer', 'not-issued', denied);
    return checks.unverified('bearer', 'unverified');
  }
  if (access.expiresAtMs <= input.nowMs) {
    const seconds = Math.floor((input.nowMs - access.expiresAtMs) / 1000);
    return checks.failed(
      'bearer',
      'expired',
      { status: 401, code: '80200003', message: 'Authentication token expired.' },
      {
        seconds,
      },
    );
  }
  const params = { own: access.clientId, asked: address.id };
  if (address.api === 'v1' && access.clientId !== address.id) {
    return checks.failed('bearer', 'other-app', denied, params);
  }
  const project = keysOf(input.registry).find((keys) => keys.values['appId'] === access.clientId)?.values['projectId'];
  if (address.api === 'v2' && project && project !== address.id) {
    return checks.failed('bearer', 'other-project', denied, { own: project, asked: address.id });
  }
  return checks.passed('bearer', { client: access.clientId });
};

const isSignedBy = (jwt: DecodedJwt, publicKeyPem: string): boolean => {
  try {
    const key = createPublicKey(publicKeyPem);
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    const saltLength = constants.RSA_PSS_SALTLEN_AUTO;
    return verify('sha256', toBytes(jwt.signedText), { key, padding, saltLength }, jwt.signature);
  } catch {
    return false;
  }
};

const checkClaims = (input: Input, jwt: DecodedJwt, keys: Keys | undefined, project: string): Row => {
  const refusal = denied;
  const { alg, kid } = jwt.header;
  const { aud, iss } = jwt.claims;
  if (alg !== 'PS256') return checks.failed('jwt', 'algorithm', refusal, { value: shorten(textOf(alg) || '–') });
  if (textOf(kid) === '') return checks.failed('jwt', 'no-kid', refusal);
  if (typeof iss !== 'string' || iss === '') return checks.failed('jwt', 'no-iss', refusal);
  const own = typeof aud === 'string' && URL.canParse(aud) ? new URL(aud) : null;
  const isHere = own !== null && own.hostname === input.capture.host && own.pathname === tokenPath;
  if (aud !== jwtAudience && !isHere) {
    return checks.failed('jwt', 'audience', refusal, { value: shorten(textOf(aud) || '–'), wanted: jwtAudience });
  }
  const ownProject = keys?.values['projectId'];
  if (ownProject && ownProject !== project) {
    return checks.failed('jwt', 'other-project', refusal, { own: ownProject, asked: project });
  }
  if (keys) return checks.passed('jwt', { account: iss });
  return input.settings.mode === 'strict'
    ? checks.failed('jwt', 'unknown', refusal, { account: shorten(iss) })
    : checks.unverified('jwt', 'unverified', { account: shorten(iss) });
};

const checkTimes = (input: Input, jwt: DecodedJwt): Row[] => {
  const { iat, exp } = jwt.claims;
  const now = Math.floor(input.nowMs / 1000);
  const max = huaweiLimits.jwtLife.value;
  if (typeof iat !== 'number' || typeof exp !== 'number') {
    return [checks.failed('jwt-life', 'missing', denied), checks.notReached('jwt-time')];
  }
  const tooLong = { status: 400, code: '80300036', message: 'JWT expire period over threshold.' };
  const over = { status: 401, code: '80200005', message: 'Jwt token expired.' };
  return [
    exp - iat > max
      ? checks.failed('jwt-life', 'too-long', tooLong, { seconds: exp - iat, max })
      : checks.passed('jwt-life'),
    exp <= now ? checks.failed('jwt-time', 'over', over, { seconds: now - exp }) : checks.passed('jwt-time'),
  ];
};

const checkSignature = (jwt: DecodedJwt, keys: Keys | undefined): Row => {
  const publicKeyPem = keys?.values['publicKeyPem'];
  if (!publicKeyPem) return checks.unverified('signature', 'unverified');
  return isSignedBy(jwt, publicKeyPem) ? checks.passed('signature') : checks.failed('signature', 'wrong', denied);
};

const checkJwt = (input: Input, jwt: DecodedJwt, project: string): Row[] => {
  const keys = keysOf(input.registry).find(
    ({ values }) => values['keyId'] === jwt.header['kid'] && values['subAccount'] === jwt.claims['iss'],
  );
  return [
    checks.passed('bearer', { client: 'JWT' }),
    checkClaims(input, jwt, keys, project),
    ...checkTimes(input, jwt),
    checkSignature(jwt, keys),
  ];
};

/** Who sends: an OAuth token for v1 and v2, a service account's JWT for v3 and v2. */
export const checkSender = (input: Input, address: SendAddress): Row[] => {
  const found = findBearer(input);
  if ('why' in found) return [checks.failed('authorization', found.why, denied), checks.notReached('bearer')];
  const jwt = decodeJwt(found.token);
  const first = checks.passed('authorization');
  if (jwt === null && address.api === 'v3') return [first, checks.failed('bearer', 'oauth-on-v3', denied)];
  if (jwt !== null && address.api === 'v1') return [first, checks.failed('bearer', 'jwt-on-v1', denied)];
  return jwt === null
    ? [first, checkAccess(input, address, found.token)]
    : [first, ...checkJwt(input, jwt, address.id)];
};
