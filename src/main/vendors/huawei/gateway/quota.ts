import type { Draft } from '../../../../shared/contract/index.ts';
import { countOf, countUp, dayInChina } from '../../kit/day-counts.ts';
import type { Row } from '../../kit/rows.ts';
import type { GatewayInput } from '../../vendor.ts';
import { huaweiLimits } from '../limits.ts';
import { isMarketing, type Push } from '../payload/effective.ts';
import { checks } from './checks.ts';
import type { HuaweiMemory, Rate } from './memory.ts';
import { bare } from './reply.ts';

type Input = GatewayInput<unknown, HuaweiMemory>;

const maxRates = 100;
const perSecond = huaweiLimits.sendRate.value / 60;

/** Requests of an app in one second: over the floor of Huawei's formula the answer is 503. */
export const takeRate = ({ memory, nowMs }: Input, id: string): { row: Row; rates: HuaweiMemory['rates'] } => {
  const before = memory.rates.get(id);
  const isSame = before !== undefined && nowMs - before.startedAtMs < 1000 && nowMs >= before.startedAtMs;
  const rate: Rate = isSame ? { ...before, used: before.used + 1 } : { startedAtMs: nowMs, used: 1 };
  const rates = new Map(memory.rates);
  rates.delete(id);
  rates.set(id, rate);
  const row =
    rate.used > perSecond ? checks.failed('rate', 'over', bare(503), { limit: perSecond }) : checks.passed('rate');
  return { row, rates: rates.size <= maxRates ? rates : new Map([...rates].slice(-maxRates)) };
};

const testKey = (project: string): string => `test ${project}`;

/** Test messages of a project today (v3). */
export const checkTestDay = ({ memory, nowMs }: Input, project: string, push: Push | null): Row => {
  if (push?.api !== 'v3' || !push.isTest) return checks.passed('test-day');
  const limit = huaweiLimits.testMessages.value;
  if (countOf(memory.today, dayInChina(nowMs), testKey(project)) < limit) return checks.passed('test-day');
  const words = 'When send test message, the api request exceed limit.';
  return checks.failed('test-day', 'over', { status: 400, code: '80300029', message: words }, { limit });
};

/** Why a phone that takes the push stays quiet. As `options.quiet` of what it gets. */
export const quietReasons = ['marketing-day', 'device-day'] as const;
export type QuietReason = (typeof quietReasons)[number];

/** What the phones have left today, and how an accepted push uses it up. Tokens over their quota are in `quiet`. */
export interface DeviceQuota {
  readonly row: Row;
  readonly quiet: ReadonlyMap<string, QuietReason>;
  readonly today: HuaweiMemory['today'];
}

/**
 * Two marketing messages and 3000 messages a day from one app to one phone; requests count whether shown or not. Test messages are
 * free. Strict mode keeps the phone quiet; known mode only says so, because the class of the app is not known here.
 */
export const takeDeviceQuota = (input: Input, app: string, push: Push, tokens: readonly string[]): DeviceQuota => {
  const { memory, nowMs, settings } = input;
  const day = dayInChina(nowMs);
  if (push.isTest) {
    return { row: checks.passed('quota'), quiet: new Map(), today: countUp(memory.today, day, [testKey(app)]) };
  }
  const marketing = isMarketing(push);
  const over = new Map<string, QuietReason>();
  for (const token of tokens) {
    if (marketing && countOf(memory.today, day, `marketing ${app} ${token}`) >= huaweiLimits.marketingDay.value) {
      over.set(token, 'marketing-day');
    } else if (countOf(memory.today, day, `all ${app} ${token}`) >= huaweiLimits.deviceDay.value) {
      over.set(token, 'device-day');
    }
  }
  const keys = tokens.flatMap((token) => [`all ${app} ${token}`, ...(marketing ? [`marketing ${app} ${token}`] : [])]);
  const today = countUp(memory.today, day, keys);
  const [first] = over.values();
  if (first === undefined) return { row: checks.passed('quota'), quiet: over, today };
  const limit = first === 'marketing-day' ? huaweiLimits.marketingDay.value : huaweiLimits.deviceDay.value;
  const isStrict = settings.mode === 'strict';
  const row = checks.unverified('quota', isStrict ? first : `${first}-known`, { count: over.size, limit });
  return { row, quiet: isStrict ? over : new Map(), today };
};

/** The push as a phone gets it that stays quiet. */
export const quieted = (delivery: Draft, quiet: QuietReason): Draft => ({
  ...delivery,
  options: { ...delivery.options, quiet },
});
