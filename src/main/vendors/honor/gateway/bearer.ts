import type { Refusal } from '../../kit/findings.ts';
import { headerOf } from '../../kit/headers.ts';
import { findIssued } from '../../kit/gateway/issued.ts';
import type { Row } from '../../kit/rows.ts';
import { shorten } from '../../kit/cut-text.ts';
import type { GatewayInput } from '../../vendor.ts';
import { honorLimits } from '../limits.ts';
import { checks } from './checks.ts';
import type { HonorMemory } from './memory.ts';
import { keysOf } from './registry.ts';

type Input = GatewayInput<unknown, HonorMemory>;

const denied: Refusal = { status: 401, code: '80200001', message: 'authentication error' };

/** The token after `Bearer `, or what is wrong with the header. */
const findBearer = (input: Input): { token: string } | { why: string } => {
  const header = headerOf(input.capture.headers, 'authorization')?.trim() ?? '';
  if (header === '') return { why: 'missing' };
  const [, token] = /^Bearer(?:\s+(.*))?$/is.exec(header) ?? [];
  if (token === undefined) return { why: /^Bearer$/i.test(header) ? 'empty' : 'no-scheme' };
  return token.trim() === '' ? { why: 'empty' } : { token: token.trim() };
};

const checkToken = (input: Input, appId: string, token: string): Row => {
  const access = findIssued(input.memory.issued, token);
  if (access === null) {
    if (input.settings.mode === 'strict') return checks.failed('bearer', 'not-issued', denied);
    return checks.unverified('bearer', 'unverified');
  }
  if (access.expiresAtMs <= input.nowMs) {
    const seconds = Math.floor((input.nowMs - access.expiresAtMs) / 1000);
    const expired = { status: 401, code: '80200003', message: 'authentication token expired' };
    return checks.failed('bearer', 'expired', expired, { seconds });
  }
  const own = keysOf(input.registry).find((keys) => keys.values['clientId'] === access.clientId)?.values['appId'];
  return own && own !== appId
    ? checks.failed('bearer', 'other-app', denied, { own, asked: shorten(appId) })
    : checks.passed('bearer', { client: access.clientId });
};

/** Who sends. */
export const checkSender = (input: Input, appId: string): Row[] => {
  const found = findBearer(input);
  if ('why' in found) return [checks.failed('authorization', found.why, denied), checks.notReached('bearer')];
  return [checks.passed('authorization'), checkToken(input, appId, found.token)];
};

const refusal: Refusal = { status: 400, code: '80100001', message: 'illegal timestamp' };

/**
 * The `timestamp` header: documented as required, in milliseconds. A well-known sender writes seconds, so known mode lets that pass
 * with a word; strict mode refuses it, and a clock that is off by more than our window.
 */
export const checkTimestamp = (input: Input): Row => {
  const given = headerOf(input.capture.headers, 'timestamp')?.trim() ?? '';
  if (given === '') return checks.failed('timestamp', 'missing', refusal);
  if (!/^\d{1,17}$/.test(given))
    return checks.failed('timestamp', 'not-number', refusal, { value: shorten(given, 40) });
  const isStrict = input.settings.mode === 'strict';
  const value = Number(given);
  const asSeconds = Math.abs(value * 1000 - input.nowMs) < Math.abs(value - input.nowMs);
  if (asSeconds) {
    const params = { value: given };
    return isStrict
      ? checks.failed('timestamp', 'seconds', refusal, params)
      : checks.unverified('timestamp', 'seconds', params);
  }
  const seconds = Math.round(Math.abs(value - input.nowMs) / 1000);
  if (seconds <= honorLimits.timestampWindow.value) return checks.passed('timestamp');
  return isStrict
    ? checks.failed('timestamp', 'off', refusal, { seconds })
    : checks.unverified('timestamp', 'off', { seconds });
};
