import type { Draft } from '../../../../shared/contract/index.ts';
import { countOf, countUp, dayInChina } from '../../kit/day-counts.ts';
import type { Row } from '../../kit/rows.ts';
import type { GatewayInput } from '../../vendor.ts';
import { honorLimits } from '../limits.ts';
import { isMarketing, type Push } from '../payload/effective.ts';
import { isNobodys } from '../payload/token.ts';
import { checks } from './checks.ts';
import type { HonorMemory } from './memory.ts';
import { keysOf } from './registry.ts';

type Input = GatewayInput<unknown, HonorMemory>;

/** The app of the address: known, or let through. */
export const checkApp = (input: Input, appId: string): Row => {
  if (keysOf(input.registry).some((keys) => keys.values['appId'] === appId)) return checks.passed('app', { appId });
  const refusal = { status: 400, code: '80300002', message: 'no permission' };
  return input.settings.mode === 'strict'
    ? checks.failed('app', 'unknown', refusal, { appId })
    : checks.unverified('app', 'unverified', { appId });
};

/** Tokens Honor would not take, by the list of its answer they stand in. */
export interface Sorted {
  readonly row: Row;
  readonly refused: ReadonlyMap<string, 'failTokens' | 'expireTokens'>;
}

const judge = (input: Input, packages: ReadonlySet<string>, token: string): 'failTokens' | 'expireTokens' | null => {
  const known = input.registry.findToken('honor', token);
  if (known === null) return input.settings.mode === 'strict' || isNobodys(token) ? 'failTokens' : null;
  if (known.state === 'expired') return 'expireTokens';
  const isOther = packages.size > 0 && !packages.has(known.appIdentifier);
  return known.state === 'unregistered' || isOther ? 'failTokens' : null;
};

/** What the workspace knows of each token. */
export const sortTokens = (input: Input, appId: string, tokens: readonly string[]): Sorted => {
  const own = keysOf(input.registry).filter((keys) => keys.values['appId'] === appId);
  const packages = new Set(own.flatMap((keys) => keys.values['packageName'] ?? []));
  const refused = new Map<string, 'failTokens' | 'expireTokens'>();
  for (const token of tokens) {
    const why = judge(input, packages, token);
    if (why !== null) refused.set(token, why);
  }
  const params = { count: refused.size, all: tokens.length };
  if (tokens.length > 0 && tokens.every((token) => refused.has(token))) {
    const refusal = { status: 200, code: 'SEND_RESULT_FALSE', message: 'fail' };
    return { row: checks.failed('tokens', 'none', refusal, params), refused };
  }
  if (refused.size > 0) return { row: checks.unverified('tokens', 'some', params), refused };
  const areKnown = tokens.every((token) => input.registry.findToken('honor', token) !== null);
  return { row: areKnown ? checks.passed('tokens') : checks.unverified('tokens', 'unverified'), refused };
};

/** What the phones have left today. Tokens over their quota are in `quiet`. */
export interface DeviceQuota {
  readonly row: Row;
  readonly quiet: ReadonlySet<string>;
  readonly today: HonorMemory['today'];
}

/**
 * Two marketing messages a day from one app to one phone; test messages are free, a thousand a day. Strict mode keeps the phone
 * quiet; known mode only says so, because neither the class nor the rights of the app are known here.
 */
export const takeQuota = (input: Input, appId: string, push: Push, tokens: readonly string[]): DeviceQuota => {
  const { memory, nowMs, settings } = input;
  const day = dayInChina(nowMs);
  const isStrict = settings.mode === 'strict';
  if (push.isTest) {
    const limit = honorLimits.testMessages.value;
    const isOver = countOf(memory.today, day, `test ${appId}`) >= limit;
    const row = isOver ? checks.unverified('quota', 'test-day', { limit }) : checks.passed('quota');
    return { row, quiet: new Set(), today: countUp(memory.today, day, [`test ${appId}`]) };
  }
  if (!isMarketing(push)) return { row: checks.passed('quota'), quiet: new Set(), today: memory.today };
  const limit = honorLimits.marketingDay.value;
  const keyOf = (token: string) => `marketing ${appId} ${token}`;
  const over = tokens.filter((token) => countOf(memory.today, day, keyOf(token)) >= limit);
  const today = countUp(memory.today, day, tokens.map(keyOf));
  if (over.length === 0) return { row: checks.passed('quota'), quiet: new Set(), today };
  const row = checks.unverified('quota', isStrict ? 'marketing-day' : 'marketing-day-known', {
    count: over.length,
    limit,
  });
  return { row, quiet: new Set(isStrict ? over : []), today };
};

/** The push as a phone gets it that stays quiet. */
export const quieted = (delivery: Draft): Draft => ({
  ...delivery,
  options: { ...delivery.options, quiet: 'marketing-day' },
});
